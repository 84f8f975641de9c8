"""Record a signature: on the way of the act, or of the step in which it is given."""

from collections.abc import Iterable
from dataclasses import dataclass

from loket.application.data import Problems, given
from loket.application.errors import Invalid
from loket.application.naskah.drafting import require
from loket.application.naskah.scans import scan_of
from loket.application.naskah.signing import may_sign_now, next_party, put_signature
from loket.application.registry import Work
from loket.core.facts import Facts
from loket.models.naskah import OPD, Naskah, NaskahFile

SCANS = ("PDF", "JPEG", "PNG")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """`file_id`: what was signed by certificate; or else `upload_id`, the scan, with the number that stands on it."""

    file_id: int | None = None
    upload_id: int | None = None
    nomor: str = ""

    def uploads(self) -> Iterable[int]:
        return given(self.upload_id)

    def check(self, problems: Problems, facts: Facts) -> None:
        if self.file_id is None or self.upload_id is not None:
            problems.upload("upload_id", self.upload_id, facts, SCANS, "pindaian naskah bertanda tangan")


def record_signature(work: Work, naskah: Naskah, proof: Proof) -> dict[str, object]:
    """Note who has signed with what; returns the particulars. Raises Refused or Invalid."""
    party = next_party(naskah)
    require(may_sign_now(naskah, party, work.actor, work.now))
    by_hand = naskah.cara == Naskah.Cara.BASAH or (proof.upload_id and party and party.pihak == OPD)
    file = scan_of(work, naskah, proof.upload_id, proof.nomor) if by_hand else _certified(work, naskah, proof)
    signed = put_signature(naskah, file, by_id=work.by, now=work.now)
    return {**named(naskah), "pihak": signed.pihak, "sha256": file.sha256}


def named(naskah: Naskah) -> dict[str, object]:
    """For the record: ids and the printed number, no personal values."""
    return {"naskah_id": naskah.pk, "jenis": naskah.jenis, "nomor": naskah.nomor}


def _certified(work: Work, naskah: Naskah, proof: Proof) -> NaskahFile:
    files = naskah.naskahfile_set.filter(kind=NaskahFile.Kind.TTE, is_recorded=False, by=work.by)
    file = files.filter(pk__in=given(proof.file_id)).first()
    if file is None:
        sentence = "Naskah ini ditandatangani dengan sertifikat elektronik. Isi passphrase Anda."
        raise Invalid(Problems({"passphrase": [sentence]}))
    return file
