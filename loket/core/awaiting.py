"""GitLab's answer at step 11: how long it is waited for before the word of a person may stand for it."""

from dataclasses import dataclass
from datetime import datetime

from loket.core.calendar import Calendar, CalendarNotFilled
from loket.core.calendar_plan import WEEKDAYS, spelt
from loket.core.clock import MINUTE, Run
from loket.core.pause import seconds_paused
from loket.core.verdict import Verdict, unless

WAITS = ("status_gitlab", "terkonfirmasi")
"""The step and bagian at which GitLab has been asked and has not answered."""
PATIENCE_MINUTES = 60
"""Working minutes after which a programmer may say with a note that the status has changed."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """An answer that is waited for. `until` is None while it rests, or where the calendar ends before."""

    since: datetime
    until: datetime | None
    is_over: bool

    @property
    def verdict(self) -> Verdict:
        return unless(
            self.is_over, f"Jawaban GitLab masih ditunggu sejak {_said(self.since)}. {self._possible}"
        )

    @property
    def _possible(self) -> str:
        if self.until is None:
            return f"Status dapat dipastikan dengan catatan setelah {PATIENCE_MINUTES} menit kerja tanpa jawaban."
        return (
            f"Bila GitLab belum menjawab, status dapat dipastikan dengan catatan mulai {_said(self.until)}."
        )


def awaited(run: Run, calendar: Calendar, now: datetime) -> Awaited:
    """Tell how the waiting of a run stands at `now`; only working time counts in which it was not paused.

    `until` is in the zone of the calendar: the earliest moment at which the patience has passed, if nothing
    pauses the run any more.
    """
    since = run.since.astimezone(calendar.zone)
    try:
        waited = calendar.seconds_between(since, now) - seconds_paused(run.pauses, since, now, calendar)
        left = PATIENCE_MINUTES * MINUTE - waited
        if left <= 0:
            return Awaited(since, None, is_over=True)
        return Awaited(since, None if run.is_paused else calendar.add_seconds(now, left), is_over=False)
    except CalendarNotFilled:
        return Awaited(since, None, is_over=False)


def _said(moment: datetime) -> str:
    return f"{WEEKDAYS[moment.weekday()]}, {spelt(moment.date())} pukul {moment:%H.%M}"
