"""DATABASE_URL, as PostgreSQL's own tools write it, in the form Django wants."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SCHEMES = ("postgresql", "postgres")


def django_database(url: str) -> dict[str, Any]:
    """Turn postgresql://user:password@host:port/name?option=value into an entry of Django's DATABASES.

    Hosts may be several (a,b), in brackets ([::1]) or a socket directory, percent-encoded or as ?host=/run/x.
    Raises ValueError with a sentence; the sentence never repeats the URL, which may hold a password.
    """
    try:
        parts = urlsplit(url)
        options = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError:
        raise ValueError("DATABASE_URL cannot be read as a URL.") from None
    if parts.scheme not in SCHEMES:
        raise ValueError(
            "DATABASE_URL must begin with postgresql://: Loket runs on PostgreSQL 15 or newer only."
        )
    login, _, addresses = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    host, port = _hosts_and_ports(addresses)
    name = options.pop("dbname", unquote(parts.path.removeprefix("/")))
    if not name:
        raise ValueError("DATABASE_URL must name a database, as in postgresql://host/loket.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": options.pop("user", unquote(user)),
        "PASSWORD": options.pop("password", unquote(password)),
        "HOST": options.pop("host", host),
        "PORT": _checked_port(options.pop("port", port)),
        "OPTIONS": options,
    }


def _hosts_and_ports(addresses: str) -> tuple[str, str]:
    hosts, ports = [], []
    for address in addresses.split(","):
        before, colon, after = address.rpartition(":")
        if not colon or after.endswith("]"):
            before, after = address, ""
        hosts.append(unquote(before).removeprefix("[").removesuffix("]"))
        ports.append(after)
    return ",".join(hosts), ",".join(ports) if any(ports) else ""


def _checked_port(ports: str) -> str:
    for port in ports.split(","):
        if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):  # noqa: PLR2004 - the largest TCP port
            raise ValueError("DATABASE_URL must name a port between 1 and 65535.")
    return ports
