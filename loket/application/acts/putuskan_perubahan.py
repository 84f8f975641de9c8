"""The change of scope is decided at the level that it needs; a new date comes with its addendum."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from loket.application.addenda import check_addendum, days_agreed, days_more, put_off
from loket.application.data import Plain, Problems
from loket.application.errors import Invalid
from loket.application.registry import Happened, Work, act
from loket.core.acts import SUPERIORS
from loket.core.amendments import may_decide_scope
from loket.core.facts import Facts
from loket.core.moving import SCOPE_APPROVED, SCOPE_DECLINED
from loket.core.scope import APPROVED, level_of
from loket.models.perubahan import PerubahanLingkup


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`sampai` and `nomor` of the addendum only where the agreed date moves."""

    keputusan: str
    catatan: str
    sampai: date | None = None
    nomor: str = ""

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.choice("keputusan", self.keputusan, PerubahanLingkup.Keputusan.values, "keputusan")
        problems.long_text("catatan", self.catatan, "pertimbangan keputusan")
        if self.is_approval and (self.sampai or self.nomor):
            check_addendum(problems, facts, now, sampai=self.sampai, nomor=self.nomor)
        return problems

    @property
    def is_approval(self) -> bool:
        return self.keputusan == PerubahanLingkup.Keputusan.DISETUJUI


@act("putuskan_perubahan", Data, allowed=may_decide_scope, roles=SUPERIORS)
def decide_change(work: Work, data: Data) -> Happened:
    change = PerubahanLingkup.objects.get(permintaan=work.permintaan, keputusan="")
    particulars: dict[str, Any] = {"perubahan_id": change.pk, "ruang_lingkup": ""}
    if data.is_approval:
        _date_as_asked(change, data)
        _on_its_level(work, change, data.sampai)
        particulars["ruang_lingkup"] = APPROVED
    if data.is_approval and data.sampai:
        addendum, moved = put_off(work, sampai=data.sampai, nomor=data.nomor, alasan=change.alasan)
        change.addendum = addendum
        particulars |= moved
    change.keputusan, change.catatan = data.keputusan, data.catatan
    change.decided_by_id, change.decided_at = work.by, work.now
    change.save(update_fields=["keputusan", "catatan", "decided_by", "decided_at", "addendum"])
    kind = SCOPE_APPROVED if data.is_approval else SCOPE_DECLINED
    return Happened(kind=kind, particulars=particulars)


def _on_its_level(work: Work, change: PerubahanLingkup, sampai: date | None) -> None:
    """The date that is set may need a higher level than the one that was asked for."""
    days = days_more(work, sampai) if sampai else 0
    level = level_of(
        effort=change.usaha, days=days, agreed_days=days_agreed(work), needs_budget=change.perlu_anggaran
    )
    capacity = work.actor.acting_as(SUPERIORS[SUPERIORS.index(level) :])
    if not capacity:
        raise Invalid(Problems({"sampai": [f"Tanggal sejauh itu diputuskan {level.label}."]}))
    work.capacity = capacity


def _date_as_asked(change: PerubahanLingkup, data: Data) -> None:
    """A change that needs more days needs the new date, and only such a change moves it."""
    problems = Problems()
    if change.hari:
        needed = (
            f"Perubahan ini menambah {change.hari} hari kerja. Isi tanggal yang baru beserta nomor addendum."
        )
        problems.unless(data.sampai, "sampai", needed)
    else:
        problems.unless(
            not data.sampai, "sampai", "Perubahan ini tidak mengubah tanggal. Kosongkan isian ini."
        )
    if problems:
        raise Invalid(problems)
