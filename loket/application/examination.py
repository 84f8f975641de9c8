"""Are the rows what the record tells? Every state and figure is reckoned again from the entries alone.

Of closed runs the limit is not compared, nor the verdict on an agreed date: both looked at days ahead,
whose calendar may have changed since.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction

from loket.application.calendar_change import SOURCE, TASK
from loket.application.calendars import Calendars, calendars_of_the_record
from loket.application.naskah.conformity import differences_of_papers, papers_of, papers_told, unprinted
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.application.recording import state_of
from loket.core import clock
from loket.core.actor import SYSTEM
from loket.core.advance import opened_at, replay
from loket.core.alarm_moments import next_alarm
from loket.core.calendar import Calendar
from loket.core.conformity import Times, Told, differences, differences_of_times
from loket.core.sop import Sop, Unit
from loket.core.state import State, due
from loket.models.entry import Entry, SealedHead
from loket.models.jobs import pending
from loket.models.kantor import Kantor
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of

AT_ONCE = 50
"""Permintaan in memory at a time, with their whole record."""
KEPT = 50
"""Differences that are written down; of more, only how many."""


@dataclass(frozen=True, slots=True)
class Difference:
    nomor: str
    what: str


class Examination:
    """Of all permintaan that are given; `examined` says afterwards how many that were."""

    def __init__(self) -> None:
        self.examined = 0
        self.calendars = calendars_of_the_record()

    def differences(self, pks: Iterable[int]) -> Iterator[Difference]:
        """Read without a lock; what seems to differ is read again under one, because somebody may be at work."""
        left = iter(pks)
        while chunk := list(islice(left, AT_ONCE)):
            batch = list(Permintaan.objects.filter(pk__in=chunk).order_by("pk"))
            self.examined += len(batch)
            for permintaan, found in self._compared(batch):
                if found:
                    yield from self._again(permintaan.pk)

    def _again(self, pk: int) -> Iterator[Difference]:
        with transaction.atomic():
            batch = list(Permintaan.objects.select_for_update().filter(pk=pk))
            self.calendars = calendars_of_the_record()
            compared = self._compared(batch)
        for permintaan, found in compared:
            yield from (Difference(permintaan.nomor, what) for what in found)

    def _compared(self, batch: Sequence[Permintaan]) -> list[tuple[Permintaan, list[str]]]:
        """Six queries, however many there are."""
        rows, entries = defaultdict(list), defaultdict(list)
        for row in Pengerjaan.objects.filter(permintaan__in=batch).order_by("available_at", "pk"):
            rows[row.permintaan_id].append(row)
        for entry in Entry.objects.filter(subject__in=[one.nomor for one in batch]).order_by("seq"):
            entries[entry.subject].append(entry)
        are_due, papers, lost = not _is_being_moved(), papers_of(batch), unprinted(batch)
        return [
            (
                one,
                [
                    *_found(one, rows[one.pk], entries[one.nomor], self.calendars, are_due=are_due),
                    *differences_of_papers(papers.get(one.pk, {}), papers_told(entries[one.nomor])),
                    *lost.get(one.pk, ()),
                ],
            )
            for one in batch
        ]


def examine(now: datetime) -> int:
    """Compare what is open, and what has been sealed since the last time; returns how many differences it found.

    They are an entry in the office's own record, for its admin.
    """
    examination = Examination()
    differences = examination.differences(_since(Kantor.objects.get().examined_at))
    kept = list(islice(differences, KEPT))
    found = len(kept) + sum(1 for _ in differences)
    with transaction.atomic():
        kantor = kantor_in_hand(SYSTEM)
        kantor.examined_at = now
        kantor.save(update_fields=["examined_at"])
        if found:
            said = {
                "examined": examination.examined,
                "found": found,
                "differences": [{"nomor": one.nomor, "what": one.what} for one in kept],
            }
            record_for_kantor(kantor, "pemeriksaan.differed", said, actor=SYSTEM, now=now, source=SOURCE)
    return found


def _since(last: datetime | None) -> Iterator[int]:
    """What is open, and what has ended with a head that was sealed after the last examination."""
    yield from Permintaan.objects.open().values_list("pk", flat=True).iterator(chunk_size=1000)
    heads = SealedHead.objects.filter(seal__sealed_at__gt=last) if last else SealedHead.objects.all()
    ended = Permintaan.objects.exclude(ended_at=None).filter(nomor__in=heads.values("subject"))
    yield from ended.values_list("pk", flat=True).iterator(chunk_size=1000)


def _is_being_moved() -> bool:
    """Whether due dates wait for a job that brings them to another calendar."""
    return pending(TASK).exists()


def _found(
    permintaan: Permintaan,
    rows: Sequence[Pengerjaan],
    entries: Sequence[Entry],
    calendars: Calendars,
    *,
    are_due: bool,
) -> Iterator[str]:
    sop, lines = rules_of(permintaan.sop_revision_id), [entry.line() for entry in entries]
    open_run = next((row.run() for row in rows if row.done_at is None), None)
    closed = [row for row in rows if row.done_at is not None]
    stored = Told(state=state_of(permintaan, open_run), closed=[row.run() for row in closed])
    try:
        state, runs = replay(lines, sop, calendars.at, opened_at=opened_at(lines[0]))
    except (LookupError, ValueError, TypeError):
        yield "catatannya tidak dapat diikuti"
        return
    yield from differences(stored, Told(state=state, closed=runs))
    for row in closed:
        yield from _verdict(row, sop, calendars)
    if are_due:
        rows_say = Times(due_at=permintaan.due_at, alarm_at=permintaan.alarm_at)
        yield from differences_of_times(rows_say, _times(state, sop, calendars.calendars[-1]))


def _times(state: State, sop: Sop, calendar: Calendar) -> Times:
    alarm = next_alarm(state, sop, calendar)
    return Times(due_at=due(state, sop, calendar), alarm_at=alarm.at if alarm else None)


def _verdict(row: Pengerjaan, sop: Sop, calendars: Calendars) -> Iterator[str]:
    run, standard = row.run(), sop.step(row.step).standard
    if not row.colour or run.done_at is None or standard.unit is Unit.KESEPAKATAN:
        return
    told = clock.measure(run, standard, calendars.at(run.done_at), run.done_at).colour
    if row.colour != told:
        yield f"pengerjaan {row.step} ke-{row.attempt}, penilaian {row.colour}, menurut catatan {told.value}"
