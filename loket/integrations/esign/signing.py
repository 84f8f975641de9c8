"""What every way of signing by certificate has in common: bytes in, the same bytes with one signature more out."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from loket.integrations.secret import Secret

Method = Literal["internal", "bsre"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who signs. `key` tells this person from all others here, such as the NIP; it is never printed."""

    key: str = field(repr=False)
    nama: str
    nik: str = field(default="", repr=False)
    pkcs12: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """`pdf` begins with the bytes that were sent; `transaction` is the number that BSrE gave (`id_dokumen`).

    `name` is whom the certificate names, which nobody here has typed.
    """

    pdf: bytes = field(repr=False)
    at: datetime
    method: Method
    name: str
    certificate: str
    transaction: str = ""


class Signer(Protocol):
    @property
    def method(self) -> Method: ...

    @property
    def needs_totp(self) -> bool: ...

    def sign(
        self,
        pdf: bytes,
        *,
        identity: Identity,
        passphrase: Secret,
        reason: str,
        location: str,
        now: datetime,
        totp: Secret | None = None,
    ) -> Signed:
        """Sign, or raise a SigningProblem; nothing is half signed. Blocks: call it outside any transaction."""
        ...
