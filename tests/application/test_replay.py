"""The record alone is enough: replaying it lands on the rows."""

from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road


def test_a_whole_road_replays_to_its_rows(road: Road) -> None:
    road.submit()
    road.walk_to("selesai")

    assert_replay_lands_on_the_rows(road.permintaan)


def test_a_road_with_every_detour_replays_to_its_rows(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    assert_replay_lands_on_the_rows(road.permintaan)
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
    assert_replay_lands_on_the_rows(road.permintaan)
    road.walk_to("selesai")

    assert_replay_lands_on_the_rows(road.permintaan)
    assert road.permintaan.sesi == 2


def test_a_withdrawn_permintaan_replays_to_its_rows(road: Road) -> None:
    road.submit()
    road.withdraw()

    assert_replay_lands_on_the_rows(road.permintaan)
    assert road.permintaan.status == "dibatalkan"
