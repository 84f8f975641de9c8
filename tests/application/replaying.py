"""A replay of the record against the rows."""

from loket.application.recording import state_of
from loket.cli.demo.walk import office_calendar
from loket.core import advance
from loket.core.alarm_moments import next_alarm
from loket.core.state import due
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of


def assert_replay_lands_on_the_rows(permintaan: Permintaan) -> None:
    rows = list(Pengerjaan.objects.filter(permintaan=permintaan).order_by("pk"))
    lines = [entry.line() for entry in Entry.objects.filter(permintaan=permintaan)]
    rules, calendar = rules_of(permintaan.sop_revision_id), office_calendar()

    state, closed = advance.replay(lines, rules, lambda _: calendar, opened_at=advance.opened_at(lines[0]))

    in_hand = [row.run() for row in rows if row.done_at is None]
    assert closed == [row.run() for row in rows if row.done_at is not None]
    assert state == state_of(permintaan, in_hand[0] if in_hand else None)
    assert due(state, rules, calendar) == permintaan.due_at
    coming = next_alarm(state, rules, calendar)
    assert (coming.at if coming else None) == permintaan.alarm_at
