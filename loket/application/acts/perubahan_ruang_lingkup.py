"""A change request: what is to be built differently, and what that does to time, money, risk and security."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.addenda import days_agreed
from loket.application.data import Plain, Problems, present
from loket.application.registry import Happened, Work, act
from loket.core.amendments import may_propose_scope
from loket.core.facts import Facts
from loket.core.moving import SCOPE_PROPOSED
from loket.core.role import Role
from loket.core.scope import level_of
from loket.models.perubahan import PerubahanLingkup

MOST_EFFORT, MOST_DAYS = 1000, 500
_TEXTS = {
    "uraian": "uraian perubahan",
    "alasan": "alasan perubahan",
    "risiko": "dampak pada risiko",
    "keamanan": "dampak pada keamanan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`usaha`: per cent more work than agreed; `hari`: working days more, 0 where the date stays."""

    uraian: str
    alasan: str
    usaha: int | None
    hari: int | None
    perlu_anggaran: bool
    risiko: str
    keamanan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        for name, what in _TEXTS.items():
            problems.long_text(name, getattr(self, name), what)
        problems.unless(
            self.usaha is not None and self.usaha <= MOST_EFFORT,
            "usaha",
            "Isi tambahan usaha dalam persen, 0 bila tidak ada.",
        )
        problems.unless(
            self.hari is not None and self.hari <= MOST_DAYS,
            "hari",
            "Isi tambahan waktu dalam hari kerja, 0 bila tanggal tidak berubah.",
        )
        return problems


@act("perubahan_ruang_lingkup", Data, allowed=may_propose_scope, roles=(Role.OPD, Role.SISTEM_ANALIS))
def propose_change(work: Work, data: Data) -> Happened:
    effort, days = present(data.usaha), present(data.hari)
    level = level_of(
        effort=effort, days=days, agreed_days=days_agreed(work), needs_budget=data.perlu_anggaran
    )
    change = PerubahanLingkup.objects.create(
        permintaan=work.permintaan,
        usaha=effort,
        hari=days,
        perlu_anggaran=data.perlu_anggaran,
        diputus=level,
        by_id=work.by,
        at=work.now,
        **{name: getattr(data, name) for name in _TEXTS},
    )
    return Happened(kind=SCOPE_PROPOSED, particulars={"perubahan_id": change.pk, "ruang_lingkup": level})
