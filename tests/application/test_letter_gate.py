"""Before the analysis the original letter is waited for: that time is the OPD's, and nobody of the office is late."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.errors import Refused
from loket.application.examination import Examination
from loket.cli.demo import walk
from loket.core.shares import Shares, shares_of
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import decide, suspend, told_until, until_proposed
from tests.cast import Road

At = Callable[..., Road]
ASKED = {"surat_asli", "surat_asli_lagi", "usul_tangguhkan"}


@pytest.fixture
def gate(at: At) -> Road:
    """At the analysis, and only a soft file is here."""
    road = at("analisis")
    assert "surat_asli_diterima" not in road.permintaan.reached
    return road


def in_hand(road: Road) -> Pengerjaan:
    return Pengerjaan.objects.get(permintaan=road.permintaan, done_at=None)


def shares(road: Road) -> Shares:
    return shares_of(in_hand(road).run(), walk.office_calendar(), road.now, in_hand_of_opd=False)


def the_letter_comes(road: Road) -> None:
    walk.receive_letter(road.nomor, now=road.now, people=road.people, source="test")


def assert_the_record_tells_it(road: Road) -> None:
    assert_replay_lands_on_the_rows(road.permintaan)
    assert not list(Examination().differences([road.permintaan.pk]))


def test_while_it_is_waited_for_there_is_no_limit_and_the_time_is_the_opds(gate: Road) -> None:
    arrived = gate.now
    assert (gate.permintaan.status, gate.permintaan.turn) == ("berjalan", ["sistem_analis"])
    with nothing_changes(), pytest.raises(Refused):
        walk.begin(gate.nomor, now=gate.now)

    heard = until_proposed(gate)
    decide(gate, "tolak_usulan")
    heard |= told_until(gate, gate.now + timedelta(days=60))

    assert set(heard) <= ASKED
    assert (gate.permintaan.due_at, in_hand(gate).due_at) == (None, None)
    elapsed = walk.office_calendar().seconds_between(in_hand(gate).available_at, gate.now)
    assert gate.now > arrived
    assert shares(gate) == Shares(opd=elapsed)
    assert_the_record_tells_it(gate)


def test_when_it_comes_the_limit_is_reckoned_from_then(gate: Road) -> None:
    gate.later(days=20)
    the_letter_comes(gate)

    assert gate.permintaan.due_at == walk.office_calendar().add_days(gate.now, 15)
    assert in_hand(gate).run().pauses[0].until == gate.now
    waited = shares(gate).opd
    gate.later(days=3)
    assert shares(gate).opd == waited
    assert shares(gate).office > 0
    assert_the_record_tells_it(gate)
    gate.walk_to("selesai")
    assert_the_record_tells_it(gate)


def test_a_suspension_goes_before_and_afterwards_the_gate_holds_again(gate: Road) -> None:
    gate.later(days=2)
    suspend(gate, "kapasitas", "kadis", perkiraan=gate.now.date() + timedelta(days=30))
    gate.later(days=2)
    assert shares(gate).office > 0
    gate.resume("kadis")
    before = shares(gate)
    gate.later(days=2)

    assert (shares(gate).office, shares(gate).neither) == (before.office, before.neither)
    assert shares(gate).opd > before.opd
    assert [pause.label for pause in in_hand(gate).run().pauses] == [
        "menunggu surat fisik dari OPD",
        "kapasitas Dinas Kominfo belum mencukupi",
        "menunggu surat fisik dari OPD",
    ]
    the_letter_comes(gate)
    assert gate.permintaan.due_at == walk.office_calendar().add_days(gate.now, 15)
    assert_the_record_tells_it(gate)


def test_a_letter_that_comes_during_a_pause_leaves_the_pause(gate: Road) -> None:
    gate.pause(alasan="prasarana")
    gate.later(days=1)
    the_letter_comes(gate)
    assert in_hand(gate).run().is_paused

    gate.later(days=1)
    gate.resume()

    assert not in_hand(gate).run().is_paused
    assert_the_record_tells_it(gate)
