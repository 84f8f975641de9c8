"""Jeda and lanjutkan: both clocks stand still for a reason, nobody's turn comes, and the limit moves."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from loket.application.act import act
from loket.application.acts.jeda import Data as Jeda
from loket.application.acts.lanjutkan import Data as Lanjutkan
from loket.application.errors import Invalid, Overtaken, Refused
from loket.cli.demo.walk import office_calendar
from loket.models.entry import Entry
from loket.models.jeda import Jeda as Row
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road

At = Callable[..., Road]
WAITING = Jeda(alasan="opd", catatan="Menunggu daftar layanan dari OPD.", perkiraan=date(2026, 12, 1))
THERE = Lanjutkan(catatan="Daftar layanan sudah diterima.")


def _act(road: Road, key: str, username: str, data: Jeda | Lanjutkan, seen: int | None = None) -> Entry:
    return act(
        nomor=road.nomor,
        act_key=key,
        actor=road.actor(username),
        data=data,
        now=road.now,
        seen=road.permintaan.revision if seen is None else seen,
    )


def refusal(road: Road, key: str, username: str) -> tuple[str, ...]:
    with nothing_changes(), pytest.raises(Refused) as refused:
        _act(road, key, username, WAITING if key == "jeda" else THERE)
    return refused.value.verdict.unmet


def test_a_paused_permintaan_waits_and_is_nobodys_turn(at: At) -> None:
    road = at("desain")

    entry = road.pause("analis")

    permintaan = road.permintaan
    assert (permintaan.status, permintaan.waiting_on, permintaan.waiting_reason) == ("menunggu", "opd", "opd")
    assert (permintaan.turn, permintaan.due_at) == ([], None)
    assert (entry.kind, entry.particulars["alasan"]) == ("permintaan.paused", "opd")
    assert Row.objects.get().catatan == "Menunggu daftar layanan dari OPD."
    assert_replay_lands_on_the_rows(permintaan)


def test_whoever_would_have_the_turn_reads_that_it_is_paused(at: At) -> None:
    road = at("desain")
    data = road.plausible_data()
    road.pause()

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.perform_as("analis", data=data)

    assert refused.value.verdict.unmet == ("Permintaan sedang dijeda.",)


def test_when_it_goes_on_the_limit_has_moved_by_the_days_that_closed_meanwhile(at: At) -> None:
    road = at("desain")
    before = road.permintaan.due_at
    assert before is not None
    road.later(minutes=5)
    road.pause()
    paused_at = road.now  # the day on which the step began to wait is not counted anyway
    road.now = office_calendar().add_days(road.now, 3) - timedelta(hours=1)

    road.resume("programmer")

    permintaan = road.permintaan
    assert permintaan.status == "berjalan"
    assert (permintaan.waiting_on, permintaan.waiting_reason) == ("", "")
    assert permintaan.due_at == office_calendar().add_days(before, 2)
    run = Pengerjaan.objects.get(permintaan=permintaan, done_at=None).run()
    assert [(one.since, one.until) for one in run.pauses] == [(paused_at, road.now)]
    assert Row.objects.get().hasil == "Daftar layanan sudah diterima."
    assert_replay_lands_on_the_rows(permintaan)


def test_a_permintaan_that_was_paused_walks_on_to_its_end(at: At) -> None:
    road = at("analisis")
    for username in ("kasi", "analis"):
        road.pause(username)
        road.later(days=2)
        road.resume(username)
        road.step()

    road.walk_to("selesai")

    assert_replay_lands_on_the_rows(road.permintaan)
    assert Row.objects.count() == 2


@pytest.mark.parametrize("username", ("kadis", "kabid", "kasi", "analis", "programmer"))
def test_the_team_and_its_superiors_pause_and_resume(at: At, username: str) -> None:
    road = at("desain")

    road.pause(username)
    road.later(minutes=5)
    entry = road.resume(username)

    assert entry.actor_id == road.people[username].pk


@pytest.mark.parametrize("username", ("opd", "tu"))
def test_nobody_else_does(at: At, username: str) -> None:
    road = at("desain")
    reason = "Jeda dicatat oleh tim permintaan ini atau pimpinannya."

    assert refusal(road, "jeda", username) == (reason,)
    assert refusal(road, "lanjutkan", username) == ("Permintaan tidak sedang dijeda.", reason)


def test_what_is_paused_already_is_not_paused_again(at: At) -> None:
    road = at("desain")
    road.pause()

    assert refusal(road, "jeda", "kasi") == ("Permintaan sedang dijeda.",)


def test_a_letter_with_its_opd_is_neither_paused_nor_resumed(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")

    assert refusal(road, "jeda", "kasi") == (
        "Permintaan menunggu OPD.",
        "Surat permintaan masih di tangan OPD.",
    )
    assert refusal(road, "lanjutkan", "kasi") == ("Permintaan tidak sedang dijeda.",)


def test_what_has_ended_stays_as_it_ended(at: At) -> None:
    road = at("selesai")

    assert refusal(road, "jeda", "kasi") == ("Permintaan sudah selesai.",)
    assert refusal(road, "lanjutkan", "kasi") == ("Permintaan sudah selesai.",)


def test_an_opd_may_withdraw_while_its_letter_is_paused(at: At) -> None:
    road = at("disposisi", "kepala_dinas")
    road.pause()
    road.later(minutes=5)

    road.withdraw()

    run = Pengerjaan.objects.get(permintaan=road.permintaan, step="disposisi").run()
    assert (road.permintaan.status, run.is_paused) == ("dibatalkan", False)
    assert_replay_lands_on_the_rows(road.permintaan)


def test_of_two_who_pause_one_is_told_who_was_first(at: At) -> None:
    road = at("desain")
    seen = road.permintaan.revision
    road.pause()

    with nothing_changes(), pytest.raises(Overtaken) as overtaken:
        _act(road, "jeda", "kabid", WAITING, seen)

    assert overtaken.value.what == "menjeda permintaan"


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    (
        (Jeda(alasan="malas", catatan="a"), "alasan", "Pilih alasan jeda."),
        (Jeda(alasan="opd", catatan=" "), "catatan", "Isi keterangan jeda."),
        (
            Jeda(alasan="opd", catatan="a", perkiraan=date(2026, 2, 1)),
            "perkiraan",
            "Perkiraan tidak dapat sebelum hari ini, ",
        ),
        (
            Jeda(alasan="opd", catatan="a", perkiraan=date(2030, 2, 1)),
            "perkiraan",
            "Kalender kerja tahun 2030 belum diisi;",
        ),
    ),
)
def test_what_is_wrong_with_a_pause_is_said_at_its_field(
    at: At, data: Jeda, field: str, sentence: str
) -> None:
    road = at("desain")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        _act(road, "jeda", "kasi", data)

    assert list(invalid.value.problems) == [field]
    assert invalid.value.problems[field][0].startswith(sentence)
