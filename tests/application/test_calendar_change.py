"""When the calendar changes, what is open gets a new due date; what is measured stays measured."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from loket.application import calendar_change
from loket.application.calendar_change import TASK, ask_for_new_due_dates, recompute_due_dates
from loket.application.uploads import store
from loket.cli.demo.walk import office_calendar
from loket.core.record import plain
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.models.kantor import HariLibur, Kantor, calendar_of
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.queries.verification import Verification
from tests.application.everything import everything, nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road


@pytest.fixture(autouse=True)
def _calendars_of_this_test_only() -> Iterator[None]:
    """Versions are kept by number, and the rollback gives the numbers out again."""
    calendar_of.cache_clear()
    yield
    calendar_of.cache_clear()


def _close_the_office_on_the_day_of(road: Road) -> None:
    day = road.permintaan.due_at
    assert day is not None
    HariLibur.objects.create(day=day.astimezone(road.now.tzinfo).date(), nama="Libur daerah", kind="lokal")
    Kantor.objects.update(calendar_version=F("calendar_version") + 1)


def test_a_new_holiday_moves_an_open_due_date_to_a_later_day(road: Road) -> None:
    road.submit()
    road.walk_to("analisis", "susun")
    road.wait_until_possible()
    before = road.permintaan.due_at
    _close_the_office_on_the_day_of(road)

    moved = recompute_due_dates(road.now)

    after = road.permintaan.due_at
    assert moved == 1
    assert before is not None
    assert after == office_calendar().add_days(before, 1) > before
    assert Pengerjaan.objects.get(permintaan=road.permintaan, done_at=None).due_at == after


def test_what_has_been_measured_stays(road: Road) -> None:
    road.submit()
    road.walk_to("penunjukan")
    closed = Pengerjaan.objects.filter(permintaan=road.permintaan).exclude(done_at=None).order_by("pk")
    before = list(closed.values())
    _close_the_office_on_the_day_of(road)

    recompute_due_dates(road.now)

    assert list(closed.values()) == before
    assert len(before) == 2


def test_what_the_clock_says_next_follows_also_of_a_letter_that_waits(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    before = road.permintaan.alarm_at
    assert before is not None
    HariLibur.objects.create(day=before.astimezone(ZONE).date(), nama="Libur daerah", kind="lokal")
    Kantor.objects.update(calendar_version=F("calendar_version") + 1)

    moved = recompute_due_dates(road.now)

    assert (moved, road.permintaan.due_at) == (0, None)
    assert road.permintaan.alarm_at == office_calendar().next_open(before + timedelta(hours=12))


def test_only_due_dates_change(road: Road) -> None:
    road.submit()
    _close_the_office_on_the_day_of(road)
    before = everything()

    assert recompute_due_dates(road.now) == 1

    changed = {table for table, digest in everything().items() if before[table] != digest}
    assert changed == {"loket_permintaan", "loket_pengerjaan", "loket_entry", "loket_kantor"}


def test_without_a_change_nothing_moves(road: Road) -> None:
    road.submit()

    with nothing_changes():
        assert recompute_due_dates(road.now) == 0


def test_what_waits_or_has_ended_has_no_due_date_to_move(road: Road) -> None:
    road.submit()
    _close_the_office_on_the_day_of(road)
    road.step("dikembalikan")
    road.submit()
    road.withdraw()

    with nothing_changes():
        assert recompute_due_dates(road.now) == 0


def test_what_ends_while_the_dates_are_being_moved_is_left_alone(road: Road) -> None:
    """It was open when it was listed, and has no open run any more when its row is locked."""
    road.submit()
    Pengerjaan.objects.filter(done_at=None).update(done_at=road.now)
    Permintaan.objects.update(due_at=road.now - timedelta(days=1))

    with nothing_changes():
        assert recompute_due_dates(road.now) == 0


def test_every_move_leaves_its_entry_and_the_office_one_for_all(road: Road) -> None:
    road.submit()
    road.walk_to("analisis", "susun")
    road.wait_until_possible()
    before, revision = road.permintaan.due_at, road.permintaan.revision
    _close_the_office_on_the_day_of(road)

    recompute_due_dates(road.now)

    entry = Entry.objects.filter(permintaan=road.permintaan).latest("seq")
    version = Kantor.objects.get().calendar_version
    assert (entry.kind, entry.actor_id, entry.source) == ("batas.moved", None, "jam")
    assert entry.particulars == plain(
        {"from": before, "to": road.permintaan.due_at, "calendar_version": version}
    )
    assert road.permintaan.revision == revision
    said = Entry.objects.filter(subject="kantor").latest("seq")
    assert (said.kind, said.particulars) == ("batas.recomputed", {"moved": 1, "calendar_version": version})
    assert_replay_lands_on_the_rows(road.permintaan)
    assert not list(Verification(store(), road.nomor)._chains())


def test_a_page_that_was_read_before_a_move_can_still_be_sent(road: Road) -> None:
    road.submit()
    seen = road.permintaan.revision
    _close_the_office_on_the_day_of(road)
    recompute_due_dates(road.now)

    road.now = office_calendar().next_open(road.now)
    assert road.perform_as("kadis", seen=seen).kind == "disposisi.given"


def test_a_batch_costs_as_many_queries_as_one_row(road: Road) -> None:
    road.submit()
    _close_the_office_on_the_day_of(road)
    with CaptureQueriesContext(connection) as one:
        assert recompute_due_dates(road.now) == 1
    for _ in range(3):
        road.submit()
    _close_the_office_on_the_day_of(road)
    with CaptureQueriesContext(connection) as four:
        assert recompute_due_dates(road.now) == 4

    assert len(four) == len(one)


def test_more_than_a_batch_is_moved_too(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_change, "AT_ONCE", 2)
    for _ in range(5):
        road.submit()
    _close_the_office_on_the_day_of(road)

    assert recompute_due_dates(road.now) == 5
    assert recompute_due_dates(road.now) == 0


def test_asking_twice_leaves_one_job_and_a_sound_transaction(road: Road) -> None:
    with transaction.atomic():
        for _ in range(3):
            ask_for_new_due_dates()
        waiting = _waiting()

    assert waiting == _waiting() == 1


def _waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s", [TASK])
        return int(cursor.fetchone()[0])
