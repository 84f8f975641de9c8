"""`mulai`: the working clock starts once, for those whose turn it is, and moves nothing."""

from collections.abc import Callable

import pytest

from loket.application.errors import NotVisible, Refused
from loket.application.perform import start
from loket.cli.demo.walk import office_calendar
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import jobs, nothing_changes
from tests.cast import Road


def _start(road: Road, username: str) -> Entry | None:
    permintaan = road.permintaan
    return start(
        nomor=road.nomor,
        step_key=permintaan.at_step,
        bagian=permintaan.at_bagian,
        actor=road.actor(username),
        now=road.now,
    )


def _run(road: Road) -> Pengerjaan:
    return Pengerjaan.objects.get(permintaan__nomor=road.nomor, done_at=None)


def test_starting_leaves_one_entry_and_the_time_of_start(road: Road) -> None:
    road.submit()
    road.later(minutes=20)

    entry = _start(road, "kadis")

    assert entry is not None
    assert (entry.kind, entry.step, entry.bagian, entry.outcome, entry.particulars) == (
        "step.started",
        "disposisi",
        "kepala_dinas",
        "",
        {},
    )
    run = _run(road)
    assert (run.started_at, run.begun, run.waited, run.worked) == (road.now, road.now, 0, 0)


def test_starting_twice_changes_nothing(road: Road) -> None:
    road.submit()
    _start(road, "kadis")
    road.later(minutes=5)

    with nothing_changes():
        assert _start(road, "kadis") is None


def test_a_colleague_cannot_start_it_again(at: Callable[..., Road]) -> None:
    road = at("desain", "susun")
    _start(road, "analis")
    road.later(minutes=5)

    with nothing_changes():
        assert _start(road, "programmer") is None


def test_starting_moves_nothing_and_tells_nobody(road: Road) -> None:
    before = road.submit()
    waiting = jobs()

    _start(road, "kadis")

    after = road.permintaan
    assert (after.revision, after.at_step, after.at_bagian, after.turn) == (
        before.revision,
        before.at_step,
        before.at_bagian,
        before.turn,
    )
    assert jobs() == waiting


def test_starting_moves_the_due_date_from_the_availability_to_the_start(road: Road) -> None:
    permintaan = road.submit()
    assert permintaan.due_at == office_calendar().add_minutes(road.now, 10)
    road.later(minutes=45)

    _start(road, "kadis")

    assert road.permintaan.due_at == _run(road).due_at == office_calendar().add_minutes(road.now, 10)


def test_only_working_time_counts_from_the_start(road: Road) -> None:
    road.submit()
    road.later(minutes=30)
    _start(road, "kadis")
    road.later(minutes=7)

    road.perform_as("kadis", outcome="sampai_di_seksi")

    run = Pengerjaan.objects.get(permintaan__nomor=road.nomor, step="disposisi")
    assert (run.waited, run.worked, run.colour) == (30 * 60, 7 * 60, "green")
    assert run.performer == road.people["kadis"]


def test_performing_without_a_start_counts_all_as_waiting(road: Road) -> None:
    road.submit()
    road.later(minutes=30)

    road.perform_as("kadis", outcome="sampai_di_seksi")

    run = Pengerjaan.objects.get(permintaan__nomor=road.nomor, step="disposisi")
    assert (run.waited, run.worked, run.started_at) == (30 * 60, 0, road.now)


def test_both_hops_of_the_disposisi_add_up(road: Road) -> None:
    road.submit()
    for username, wait, work in (("kadis", 10, 4), ("kabid", 20, 3)):
        road.later(minutes=wait)
        _start(road, username)
        road.later(minutes=work)
        road.perform_as(username)

    run = Pengerjaan.objects.get(permintaan__nomor=road.nomor, step="disposisi")
    assert (run.waited, run.worked, run.attempt) == (30 * 60, 7 * 60, 1)


def test_the_gate_holds_at_the_start_already(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")
    road.step()

    with nothing_changes(), pytest.raises(Refused) as refused:
        _start(road, "analis")

    assert refused.value.verdict.unmet[0].startswith("Surat asli belum diterima.")


def test_what_is_over_or_unseen_is_not_started(road: Road) -> None:
    road.submit()
    road.withdraw()

    with nothing_changes(), pytest.raises(Refused) as refused:
        _start(road, "kadis")
    with nothing_changes(), pytest.raises(NotVisible):
        _start(road, "opd_lain")

    assert refused.value.verdict.unmet == ("Permintaan sudah dibatalkan.",)
