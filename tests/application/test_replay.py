"""The record alone is enough: replaying it lands on the rows."""

from loket.application.recording import state_of
from loket.cli.demo.walk import office_calendar
from loket.core import advance
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from tests.cast import Road


def _assert_replay_lands_on_the_rows(permintaan: Permintaan) -> None:
    rows = list(Pengerjaan.objects.filter(permintaan=permintaan).order_by("pk"))
    lines = [entry.line() for entry in Entry.objects.filter(permintaan=permintaan)]
    rules, calendar = rules_of(permintaan.sop_revision_id), office_calendar()

    state, closed = advance.replay(lines, rules, calendar, opened_at=rows[0].available_at)

    in_hand = [row.run() for row in rows if row.done_at is None]
    assert closed == [row.run() for row in rows if row.done_at is not None]
    assert state == state_of(permintaan, in_hand[0] if in_hand else None)
    assert advance.due(state, rules, calendar) == permintaan.due_at


def test_a_whole_road_replays_to_its_rows(road: Road) -> None:
    road.submit()
    road.walk_to("selesai")

    _assert_replay_lands_on_the_rows(road.permintaan)


def test_a_road_with_every_detour_replays_to_its_rows(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    _assert_replay_lands_on_the_rows(road.permintaan)
    road.resend()
    road.walk_to("rapat_teknis")
    road.step("rapat_lagi")
    road.walk_to("analisis", "setujui")
    road.step("dikembalikan")
    road.walk_to("desain", "reviu")
    road.step("dikembalikan")
    road.walk_to("implementasi", "bangun")
    road.step("kemajuan")
    road.walk_to("implementasi", "uat")
    road.step("ditolak")
    road.walk_to("serah_terima", "ttd_dinas")
    road.step("dikembalikan")
    road.walk_to("serah_terima", "ttd_opd")
    road.step("dikembalikan")
    road.walk_to("pendampingan", "laporan")
    road.step("kegiatan")
    road.walk_to("pendampingan", "konfirmasi")
    road.step("dikembalikan")
    _assert_replay_lands_on_the_rows(road.permintaan)
    road.walk_to("selesai")

    _assert_replay_lands_on_the_rows(road.permintaan)
    assert road.permintaan.sesi == 2


def test_a_withdrawn_permintaan_replays_to_its_rows(road: Road) -> None:
    road.submit()
    road.withdraw()

    _assert_replay_lands_on_the_rows(road.permintaan)
    assert road.permintaan.status == "dibatalkan"
