"""The OPD cancels by letter, at any step; the office may note the letter for it."""

from dataclasses import dataclass
from datetime import date, datetime

from loket.application.closing import close
from loket.application.data import Plain, Problems, local_date
from loket.application.registry import Happened, Work, act
from loket.core.acts import may_cancel
from loket.core.facts import Facts
from loket.core.moving import CANCELLED
from loket.core.role import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`surat_nomor` and `surat_tanggal` of the letter; `dipakai_ulang`: what has been made is kept for reuse."""

    alasan: str
    surat_nomor: str
    surat_tanggal: date | None
    dipakai_ulang: bool = False

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.long_text("alasan", self.alasan, "alasan pembatalan")
        problems.text("surat_nomor", self.surat_nomor, "nomor surat pembatalan", limit=100)
        if self.surat_tanggal is None:
            problems.add("surat_tanggal", "Isi tanggal surat pembatalan.")
        else:
            late = self.surat_tanggal > local_date(now)
            problems.unless(not late, "surat_tanggal", "Tanggal surat tidak boleh setelah hari ini.")
        return problems


@act("batalkan", Data, allowed=may_cancel, roles=(Role.OPD, Role.TATA_USAHA, Role.KEPALA_SEKSI))
def cancel(work: Work, data: Data) -> Happened:
    return close(
        work,
        CANCELLED,
        alasan=data.alasan,
        surat_nomor=data.surat_nomor,
        surat_tanggal=data.surat_tanggal,
        dipakai_ulang=data.dipakai_ulang,
    )
