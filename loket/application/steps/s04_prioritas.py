"""Langkah 4: the section head scores the urgency and opens the ticket."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from loket.application.data import Plain, Problems, local_date
from loket.application.gitlab.switched import plan_issue
from loket.application.registry import Happened, Work, part
from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.facts import Facts
from loket.core.priority import CRITERIA, Level, level_for, total
from loket.models.tiket import Prioritas, Tiket

SCORES = range(1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`scores` by criterion, 1 to 4; `deadline`: a date that cannot move, if any; `decided` with a reason if overridden."""

    scores: Mapping[str, int]
    deadline: date | None = None
    decided: str = ""
    reason: str = ""

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        for criterion in CRITERIA:
            scored = self.scores.get(criterion.key) in SCORES
            problems.unless(scored, criterion.key, f"Beri nilai 1 sampai 4 untuk: {criterion.nama}.")
        if self.deadline is not None:
            later = self.deadline > local_date(now)
            problems.unless(later, "deadline", "Tenggat yang tidak dapat digeser harus setelah hari ini.")
        problems.long_text("reason", self.reason, "alasan", required=False)
        if problems or facts.calendar is None:
            return problems
        computed = computed_level(self, facts.calendar, now)
        problems.choice("decided", self.decided or computed, list(Level), "tingkat prioritas")
        changed = bool(self.decided) and self.decided != computed
        problems.unless(
            self.reason.strip() or not changed,
            "reason",
            f"Jelaskan alasan menetapkan prioritas selain {computed.label}, hasil perhitungan.",
        )
        return problems


def computed_level(data: Data, calendar: Calendar, now: datetime) -> Level:
    """The level that the scores and the deadline give."""
    days = None
    if data.deadline is not None:
        try:
            days = calendar.days_until(now, data.deadline)
        except CalendarNotFilled:
            days = None
    return level_for(total(data.scores), days_to_deadline=days)


@part("prioritas", "prioritas", Data)
def set_prioritas(work: Work, data: Data) -> Happened:
    computed = computed_level(data, work.calendar, work.now)
    decided = Level(data.decided or computed)
    prioritas = Prioritas.objects.create(
        permintaan=work.permintaan,
        scores=dict(data.scores),
        total=Decimal(str(total(data.scores))),
        computed=computed,
        decided=decided,
        deadline=data.deadline,
        reason=data.reason if decided is not computed else "",
        by_id=work.by,
        at=work.now,
    )
    tiket, _ = Tiket.objects.update_or_create(
        permintaan=work.permintaan,
        defaults={"state": Tiket.State.TERBUKA},
        create_defaults={"opened_at": work.now},
    )
    plan_issue(tiket)
    work.change(priority=decided, priority_rank=decided.rank)
    return Happened(
        kind="prioritas.set",
        outcome="ditetapkan",
        particulars={
            "prioritas_id": prioritas.pk,
            "tiket_id": tiket.pk,
            "decided": decided,
            "computed": computed,
        },
    )
