"""The round of keadaan kahar: nobody works while it holds, and its time is nobody's, whoever waited through it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from loket.application import kahar_round
from loket.application.alarm_sweep import sweep
from loket.application.errors import Refused
from loket.application.kahar_round import carry_through
from loket.application.locking import locked_if_free
from loket.application.notices import tell
from loket.application.office.kahar import Data, declare, end
from loket.application.outbox import ACTED_FOR
from loket.application.perform import start
from loket.cli.demo.walk import office_calendar
from loket.core.facts import Status
from loket.core.moving import SPARED
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.jeda import Jeda
from loket.models.kahar import Kahar
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.user import Jabatan
from tests.application.everything import jobs, nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import suspend, told_until
from tests.cast import Road
from tests.deputies import deputise
from tests.doings import do

At = Callable[..., Road]
STANDSTILL = "Keadaan kahar sedang berlaku; semua pekerjaan berhenti sampai dinyatakan berakhir."


def begin(road: Road, username: str = "kadis") -> Kahar:
    decree = Data(nomor="188/7/2026", alasan="Banjir di pusat data.")
    return declare(decree, actor=road.actor(username), now=road.now)


def over(road: Road, username: str = "kadis") -> None:
    end(actor=road.actor(username), now=road.now)


def pauses(road: Road) -> list[tuple[str, datetime, datetime | None]]:
    run = Pengerjaan.objects.get(permintaan__nomor=road.nomor, done_at=None).run()
    return [(pause.reason.value, pause.since, pause.until) for pause in run.pauses]


def test_it_is_carried_through_also_when_who_declared_it_is_gone(at: At) -> None:
    road = at("desain")
    deputise(road, days=1)
    begin(road, "kabid")
    road.later(days=5)
    Jabatan.objects.filter(user=road.people["kabid"]).delete()

    assert carry_through(road.now) == 1

    entry, jeda = Entry.objects.latest("pk"), Jeda.objects.get()
    assert (entry.actor, entry.capacity, entry.source) == (None, "", "jam")
    assert (jeda.paused_by, road.permintaan.waiting_reason) == (None, "kahar")
    over(road)
    assert carry_through(road.now) == 1
    jeda.refresh_from_db()
    assert (jeda.resumed_by, jeda.resumed_at) == (None, road.now)


def test_it_begins_when_it_was_declared_however_late_the_round_comes(at: At) -> None:
    road = at("desain")
    declared = begin(road).since
    road.later(days=3)

    carry_through(road.now)

    assert pauses(road) == [("kahar", declared, None)]
    assert Jeda.objects.get().paused_at == declared
    assert_replay_lands_on_the_rows(road.permintaan)


def test_what_came_in_meanwhile_is_paused_from_then_on(at: At) -> None:
    road = at("desain")
    begin(road)
    road.later(hours=2)
    road.submit()

    carry_through(road.now + timedelta(hours=1))

    assert pauses(road) == [("kahar", road.now, None)]


def test_one_that_cannot_be_paused_does_not_hold_up_the_others(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    road = at("desain")
    broken = road.permintaan
    road.submit()
    begin(road)

    def breaks(pk: int) -> Permintaan | None:
        if pk == broken.pk:
            raise RuntimeError("broken")
        return locked_if_free(pk)

    monkeypatch.setattr(kahar_round, "locked_if_free", breaks)

    with pytest.raises(ExceptionGroup):
        carry_through(road.now)

    assert road.permintaan.waiting_reason == "kahar"


def test_one_that_somebody_has_in_hand_is_left_for_the_next_round(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    road = at("desain")
    begin(road)
    monkeypatch.setattr(kahar_round, "locked_if_free", lambda _: None)

    with nothing_changes():
        assert carry_through(road.now) == 0


@pytest.mark.parametrize("meanwhile", ("over", "moved"))
def test_it_is_asked_again_under_the_lock(at: At, meanwhile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    road = at("desain")
    begin(road)

    def locked(pk: int) -> Permintaan | None:
        if meanwhile == "over":
            over(road)
        else:
            Permintaan.objects.update(status=Status.MENUNGGU)
        return locked_if_free(pk)

    monkeypatch.setattr(kahar_round, "locked_if_free", locked)

    assert carry_through(road.now) == 0
    assert not Jeda.objects.exists()


def test_while_it_holds_nobody_works(at: At) -> None:
    road = at("rapat_teknis")
    road.wait_until_possible()
    begin(road)
    who, here = road.performer(), road.permintaan
    attempts: list[Callable[[], object]] = [
        lambda: road.perform_as(who),
        lambda: start(
            nomor=road.nomor,
            step_key=here.at_step,
            bagian=here.at_bagian,
            actor=road.actor(who),
            now=road.now,
        ),
        road.pause,
        lambda: suspend(road, "kapasitas"),
        lambda: do(road, "jadwal_ulang"),
    ]

    for attempt in attempts:
        with nothing_changes(), pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.verdict.unmet == (STANDSTILL,)


def test_a_new_request_may_come_in_while_it_holds(road: Road) -> None:
    begin(road)

    road.submit()

    assert road.permintaan.status == "berjalan"


def test_an_ended_permintaan_needs_no_other_reason(at: At) -> None:
    road = at("selesai")
    begin(road)

    with pytest.raises(Refused) as refused:
        road.pause()

    assert refused.value.verdict.unmet == ("Permintaan sudah selesai.",)


def absent(at: At) -> Road:
    """The OPD came to no meeting, and the office waits for it."""
    road = at("undangan")
    suspend(road, "tidak_hadir")
    return road


def incomplete(at: At) -> Road:
    """The letter is back with its OPD."""
    road = at("disposisi")
    road.step("dikembalikan")
    return road


@pytest.mark.parametrize(
    ("waiting", "announced"), ((absent, "tidak_hadir"), (incomplete, "kelengkapan_lagi"))
)
def test_ends_by_time_do_not_run_on_through_it(at: At, waiting: Callable[[At], Road], announced: str) -> None:
    road, calendar = waiting(at), office_calendar()
    began = Pengerjaan.objects.get(permintaan=road.permintaan, done_at=None).run().changed_at
    told_until(road, calendar.add_days(began, 16))
    since = begin(road).since
    road.now = calendar.next_open(road.now + timedelta(days=40))
    carry_through(road.now)
    with nothing_changes():
        assert sweep(road.now) == 0
    over(road)
    with nothing_changes():
        assert sweep(road.now) == 0, "not before its time is accounted for"

    assert carry_through(road.now) == 1

    assert carry_through(road.now) == 0
    assert Entry.objects.latest("pk").kind == SPARED
    assert ("kahar", since, road.now) in pauses(road)
    assert_replay_lands_on_the_rows(road.permintaan)
    ended = road.now
    heard = told_until(road, calendar.add_days(ended, 19))
    assert announced in heard
    assert not road.permintaan.proposed
    heard = told_until(road, calendar.add_days(ended, 22))
    assert road.permintaan.proposed
    assert_replay_lands_on_the_rows(road.permintaan)


def test_where_no_worker_was_there_its_time_is_left_out_afterwards(at: At) -> None:
    road = at("desain")
    before = road.permintaan.due_at
    since = begin(road).since
    road.later(days=7)
    over(road)

    assert (carry_through(road.now + timedelta(hours=1)), carry_through(road.now)) == (1, 0)

    after = road.permintaan.due_at
    assert pauses(road) == [("kahar", since, road.now)]
    assert before is not None
    assert after is not None
    assert after > before
    assert_replay_lands_on_the_rows(road.permintaan)


@pytest.mark.parametrize("what", ("pause", "step", "resume"))
def test_whatever_moved_after_it_is_left_as_it_is(at: At, what: str) -> None:
    road = at("desain")
    if what == "resume":
        road.pause()
    begin(road)
    over(road)
    road.later(hours=1)
    getattr(road, what)()

    with nothing_changes():
        assert carry_through(road.now) == 0


def test_whoever_is_acted_for_hears_of_the_decree_and_of_its_end(road: Road) -> None:
    deputise(road)
    begin(road, "kabid")
    over(road, "kabid")

    wanted = [(effect, pk) for effect, pk in jobs() if effect]
    for effect, pk in [*wanted, *wanted]:
        tell(effect, pk, road.now)

    assert [effect for effect, _ in wanted] == [ACTED_FOR, ACTED_FOR]
    ratna = "Ratna Kusumaningrum, S.Kom., M.T. selaku Plh. Kepala Dinas"
    told = Pesan.objects.filter(permintaan=None, user=road.people["kadis"]).order_by("pk")
    assert list(told.values_list("judul", flat=True)) == [
        f"{ratna} menyatakan keadaan kahar",
        f"{ratna} menyatakan keadaan kahar berakhir",
    ]
    assert Pesan.objects.count() == 2
