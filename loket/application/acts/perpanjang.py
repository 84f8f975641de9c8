"""An agreed date is put off by addendum; the date that it replaces stays on record."""

from dataclasses import dataclass
from datetime import date, datetime

from loket.application.data import Plain, Problems, local_date, present
from loket.application.registry import Happened, Work, act
from loket.core.acts import SUPERIORS, agreed_now, may_extend
from loket.core.advance import EXTENDED
from loket.core.facts import Facts
from loket.models.addendum import Addendum


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`nomor` of the addendum that both parties have signed."""

    sampai: date | None
    nomor: str
    alasan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.working_date("sampai", self.sampai, facts, "tanggal yang baru")
        _, agreed = agreed_now(facts)
        if self.sampai and agreed:
            later = self.sampai > max(agreed, local_date(now))
            sentence = "Tanggal yang baru harus setelah hari ini dan setelah tanggal yang disepakati semula."
            problems.unless(later, "sampai", sentence)
        problems.text("nomor", self.nomor, "nomor addendum", limit=100)
        problems.long_text("alasan", self.alasan, "alasan perpanjangan")
        return problems


@act("perpanjang", Data, allowed=may_extend, roles=SUPERIORS)
def extend(work: Work, data: Data) -> Happened:
    step, agreed = agreed_now(work.facts)
    addendum = Addendum.objects.create(
        permintaan=work.permintaan,
        tentang=step,
        nomor=data.nomor,
        semula=present(agreed),
        menjadi=present(data.sampai),
        alasan=data.alasan,
        by_id=work.by,
        at=work.now,
    )
    return Happened(
        kind=EXTENDED, particulars={"addendum_id": addendum.pk, f"{step}_until": present(data.sampai)}
    )
