"""Which service to sign at, as one address: `https://user:password@host/?versi=2&totp=ya&batas=120`."""

import ssl
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import httpx

from loket.integrations.esign.bsre_v1 import BsreV1
from loket.integrations.esign.bsre_v2 import BsreV2
from loket.integrations.esign.service import Service

SECONDS = 120.0
"""What the reference client of the service allows; `batas` sets another limit for one signing with all its calls."""
_KNOWN = {"versi", "totp", "batas"}


class InvalidAddress(ValueError):
    """The address cannot be used; the message never repeats it, for it holds a password."""


def bsre_from_url(
    url: str, certificate_path: str | Path | None = None, *, transport: httpx.BaseTransport | None = None
) -> BsreV1 | BsreV2:
    """Open the service for one signing; whoever does closes it. `certificate_path` is a PEM file with the client's certificate and key."""
    parts, options = _parts(url)
    version, totp = options.get("versi", "1"), options.get("totp", "tidak")
    if version not in {"1", "2"}:
        raise InvalidAddress("versi must be 1 or 2.")
    if totp not in {"ya", "tidak"} or (totp == "ya" and version == "1"):
        raise InvalidAddress("totp must be ya or tidak, and needs versi=2.")
    seconds = _seconds(options.get("batas"))
    client = httpx.Client(
        base_url=f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}",
        auth=httpx.BasicAuth(unquote(parts.username or ""), unquote(parts.password or "")),
        timeout=seconds,
        verify=_tls(parts.scheme, certificate_path),
        trust_env=False,
        transport=transport,
    )
    service = Service(client, seconds)
    return BsreV2(service, needs_totp=totp == "ya") if version == "2" else BsreV1(service)


def _parts(url: str) -> tuple[SplitResult, dict[str, str]]:
    problem = ""
    try:
        parts = urlsplit(url)
        options = dict(parse_qsl(parts.query, keep_blank_values=True))
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
            problem = "must be an address such as https://user:password@esign.example.go.id/?versi=2."
        elif not set(options) <= _KNOWN:
            problem = "knows only versi, totp and batas after the question mark."
    except ValueError:
        problem = "is not an address."
    if problem:
        raise InvalidAddress(problem)
    return parts, options


def _seconds(given: str | None) -> float:
    if given is None:
        return SECONDS
    if not given.isascii() or not given.isdigit() or not 0 < int(given) <= 600:  # noqa: PLR2004 - ten minutes
        raise InvalidAddress("batas must be 1 to 600 seconds.")
    return float(given)


def _tls(scheme: str, certificate_path: str | Path | None) -> ssl.SSLContext:
    if scheme == "http":
        # Trusts nobody: whatever led to TLS from here would not be the service that was named.
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context = ssl.create_default_context()
    if certificate_path:
        try:
            context.load_cert_chain(certificate_path)
        except (OSError, ssl.SSLError) as error:
            raise InvalidAddress(
                f"The client certificate cannot be used ({type(error).__name__}): {certificate_path}"
            ) from None
    return context
