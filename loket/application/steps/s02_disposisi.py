"""Langkah 2: the head of the office, then of the division, says who handles the letter, or sends it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems, given
from loket.application.registry import Happened, Work, part
from loket.core.facts import Facts
from loket.core.role import Role
from loket.models.surat import Disposisi

RECIPIENTS = {"diteruskan": Role.KEPALA_BIDANG, "sampai_di_seksi": Role.KEPALA_SEKSI}
"""Whose desk an outcome leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`outcome`: diteruskan, sampai_di_seksi or dikembalikan; `kekurangan` says what the OPD must complete."""

    outcome: str
    kepada_id: int | None = None
    sifat: str = Disposisi.Sifat.BIASA
    instruksi: tuple[str, ...] = ()
    catatan: str = ""
    kekurangan: str = ""

    def people(self) -> Iterable[int]:
        return given(self.kepada_id)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("catatan", self.catatan, "catatan", required=False)
        problems.choice("sifat", self.sifat, Disposisi.Sifat.values, "sifat disposisi")
        if self.outcome == "dikembalikan":
            problems.long_text("kekurangan", self.kekurangan, "kekurangan yang perlu dilengkapi OPD")
            return problems
        allowed = RECIPIENTS if facts.bagian == "kepala_dinas" else {"sampai_di_seksi": Role.KEPALA_SEKSI}
        problems.choice("outcome", self.outcome, allowed, "tujuan disposisi")
        if self.outcome in allowed:
            problems.person("kepada_id", self.kepada_id, facts, allowed[self.outcome])
        known = bool(self.instruksi) and set(self.instruksi) <= set(Disposisi.INSTRUCTIONS)
        problems.unless(
            known or (not self.instruksi and self.catatan.strip()), "instruksi", "Pilih instruksi."
        )
        return problems


@part("disposisi", "kepala_dinas", Data)
@part("disposisi", "kepala_bidang", Data)
def give_disposisi(work: Work, data: Data) -> Happened:
    returned = data.outcome == "dikembalikan"
    disposisi = Disposisi.objects.create(
        permintaan=work.permintaan,
        bagian=work.permintaan.at_bagian,
        nomor_agenda=work.permintaan.surat_set.get(is_current=True).nomor_agenda,
        dari_id=work.by,
        capacity=work.capacity,
        kepada_id=None if returned else data.kepada_id,
        outcome=data.outcome,
        sifat=data.sifat,
        instruksi=[] if returned else list(data.instruksi),
        catatan=data.catatan,
        kekurangan=data.kekurangan if returned else "",
        at=work.now,
    )
    return Happened(
        kind="disposisi.returned" if returned else "disposisi.given",
        outcome=data.outcome,
        particulars={"disposisi_id": disposisi.pk, "kepada_id": disposisi.kepada_id},
    )
