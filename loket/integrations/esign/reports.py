"""What an examination of a PDF found, signature by signature, in words for whoever holds the paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Flaw(StrEnum):
    """Why a signature cannot be relied upon, the worst first."""

    UNREADABLE = "tidak_terbaca"
    ALTERED = "isi_berubah"
    ADDED_TO = "ditambah_sesudahnya"
    UNTRUSTED = "penerbit_tidak_dikenal"
    REVOKED = "sertifikat_dicabut"
    EXPIRED = "sertifikat_kedaluwarsa"
    UNPROVEN = "tidak_dapat_dibuktikan"


SENTENCES: dict[Flaw, str] = {
    Flaw.UNREADABLE: "Tanda tangan elektronik ini rusak atau tidak dapat dibaca.",
    Flaw.ALTERED: "Isi dokumen berubah setelah ditandatangani, sehingga tanda tangan ini tidak sah.",
    Flaw.ADDED_TO: "Dokumen ditambah atau diubah setelah ditandatangani, selain oleh tanda tangan berikutnya.",
    Flaw.UNTRUSTED: "Isi dokumen utuh, tetapi penerbit sertifikatnya tidak dikenal di sini.",
    Flaw.REVOKED: "Sertifikat penandatangan sudah dicabut pada saat dokumen ditandatangani.",
    Flaw.EXPIRED: "Sertifikat penandatangan tidak berlaku pada saat dokumen ditandatangani.",
    Flaw.UNPROVEN: "Isi dokumen utuh, tetapi keabsahan sertifikat pada saat penandatanganan tidak dapat dibuktikan.",
}
VALID = "Tanda tangan elektronik ini sah, dan dokumen tidak berubah setelah ditandatangani."
VALID_AND_FOLLOWED = "Tanda tangan elektronik ini sah; sesudahnya hanya ada tanda tangan berikutnya."


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureReport:
    """One signature. `at` is the time that a trusted time stamp proves, else the one the signer claims.

    `internal` says that the certificate calls itself one of an office, not of a certified authority.
    `whole` says that no other person has signed after this one; time stamps and evidence may follow even so.
    """

    field: str
    signer: str = ""
    certificate: str = ""
    at: datetime | None = None
    level: str = ""
    intact: bool = False
    trusted: bool = False
    whole: bool = False
    internal: bool = False
    flaw: Flaw | None = None

    @property
    def valid(self) -> bool:
        return self.flaw is None

    @property
    def is_time_proven(self) -> bool:
        """Whether a trusted time stamp says when, and not the signer alone."""
        return self.level not in {"", "B-B"}

    @property
    def sentence(self) -> str:
        if self.flaw is not None:
            return SENTENCES[self.flaw]
        return VALID if self.whole else VALID_AND_FOLLOWED


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Whom to believe, as DER: the roots, and the lists of revoked certificates that are known besides the PDF's own."""

    roots: tuple[bytes, ...]
    crls: tuple[bytes, ...] = ()


def summary(reports: Sequence[SignatureReport]) -> str:
    """Say in one sentence what the signatures of a document are worth together."""
    unreliable = sum(not report.valid for report in reports)
    if not reports:
        return "Dokumen ini tidak memuat tanda tangan elektronik."
    if unreliable:
        return f"{unreliable} dari {len(reports)} tanda tangan elektronik pada dokumen ini tidak dapat diandalkan."
    return f"Dokumen ini memuat {len(reports)} tanda tangan elektronik, dan semuanya sah."
