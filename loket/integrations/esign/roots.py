"""Authorities besides the office's own that an administrator trusts: files in a directory, such as BSrE's root."""

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

_BEGIN = b"-----BEGIN CERTIFICATE-----"


class UnreadableRoot(ValueError):
    """A file that should hold certificates does not; the message names it."""


def roots_in(directory: Path) -> tuple[bytes, ...]:
    """Read every .pem, .crt and .cer file, in either encoding; a directory that is not there trusts nobody."""
    found: list[bytes] = []
    for path in sorted(directory.glob("*")):
        if path.suffix.lower() in {".pem", ".crt", ".cer"}:
            found.extend(_certificates(path))
    return tuple(dict.fromkeys(found))


def _certificates(path: Path) -> list[bytes]:
    try:
        content = path.read_bytes()
        if _BEGIN in content:
            read = x509.load_pem_x509_certificates(content)
        else:
            read = [x509.load_der_x509_certificate(content)]
    except (OSError, ValueError) as error:
        raise UnreadableRoot(f"{path} holds no certificate that can be read.") from error
    return [certificate.public_bytes(Encoding.DER) for certificate in read]
