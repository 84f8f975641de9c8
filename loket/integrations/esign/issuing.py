"""A certificate as it is given to a person, and as it is taken back."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """`pkcs12` opens only with the passphrase of the person; `serial` is what `revoke` takes."""

    pkcs12: bytes = field(repr=False)
    serial: str
    subject: str
    valid_from: datetime
    valid_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoked:
    """A certificate that its authority has taken back."""

    serial: str
    at: datetime
    reason: str
