"""Exceptional flows of people (DOMAIN 12): each test is a row of the table and walks its whole path."""

from datetime import timedelta

import pytest

from loket.application.errors import NotVisible
from loket.application.steps.s02_disposisi import Data as Routing
from loket.cli.demo.walk import office_calendar
from loket.core.pause import Party
from loket.core.role import Role
from loket.models.bast import Bast
from loket.models.entry import Entry
from loket.models.perubahan import PerubahanData, SerahTerimaTugas
from loket.models.rapat import Rapat
from tests.application.everything import nothing_changes
from tests.application.exceptional import (
    At,
    all_pauses,
    days_later,
    has_stopped,
    opening,
    refused,
    row,
    run_of,
    state,
    written,
)
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import decide, told_until, until_proposed
from tests.cast import Road
from tests.deputies import deputise, vacate
from tests.doings import do

LATE = timedelta(minutes=45)


def to_section(road: Road, username: str = "kasi") -> Routing:
    return Routing(
        outcome="sampai_di_seksi", kepada_id=road.people[username].pk, instruksi=("tindak_lanjuti",)
    )


@row("Kadis tidak ada")
def test_while_the_head_is_away_a_plh_disposes_and_signs_as_what_he_is(road: Road) -> None:
    road.submit()
    due_at = road.permintaan.due_at
    heard = told_until(road, office_calendar().add_days(road.now, 1) + timedelta(days=1))
    assert "kadis" in heard["belum_mulai"][1]
    deputise(road)

    road.perform_as("kabid", data=to_section(road))
    road.walk_to("serah_terima", "ttd_dinas")
    road.wait_until_possible()
    deputise(road)
    road.perform_as("kabid")
    road.walk_to("selesai")

    bast = Bast.objects.get()
    assert (bast.dinas_by, bast.dinas_capacity) == (road.people["kabid"], "Plh. kepala_dinas")
    assert (road.permintaan.status, all_pauses(road)) == ("selesai", [])
    run = road.permintaan.pengerjaan_set.get(step="disposisi")
    assert run.done_at is not None
    assert due_at is not None
    assert (run.done_at > due_at, run.performer) == (True, road.people["kabid"])
    of_the_head = [line for line in written(road) if "kepala_dinas" in line]
    assert of_the_head == [
        "disposisi.given, Plh. kepala_dinas, web",
        "bast.signed_by_dinas, Plh. kepala_dinas, web",
    ]
    assert not Entry.objects.filter(permintaan=road.permintaan, actor=road.people["kadis"]).exists()
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Kabid/Kasi kosong")
def test_of_a_vacant_position_a_plt_does_the_work_else_the_superior_one_level_down(road: Road) -> None:
    road.submit()
    road.step("diteruskan")
    due_at = road.permintaan.due_at
    vacate(road, "kabid", "kasi")

    road.perform_as("kadis", data=to_section(road, "kadis"))
    deputise(road, "analis2", Role.KEPALA_SEKSI, kind="plt", days=0)
    road.later(minutes=5)
    road.perform_as("analis2")
    assert due_at is not None
    days_later(road, 1)
    road.perform_as("kadis")

    assert (road.permintaan.at_step, state(road)) == ("undangan", ("berjalan", "", ""))
    assert written(road) == [
        "surat.submitted, opd, web",
        "disposisi.given, kepala_dinas, test",
        "disposisi.given, kepala_dinas atasan kepala_bidang, web",
        "tim.appointed, Plt. kepala_seksi, web",
        "prioritas.set, kepala_dinas atasan kepala_seksi, web",
    ]
    assert all_pauses(road) == []
    assert_replay_lands_on_the_rows(road.permintaan)


@row("SA/PRG mutasi, cuti panjang, sakit")
def test_who_leaves_the_team_hands_over_and_the_clock_keeps_running(at: At) -> None:
    road = at("implementasi")
    before = road.permintaan
    road.step("kemajuan")

    do(road, "ganti_tim")

    after = road.permintaan
    assert (after.due_at, after.at_bagian, state(road)) == (before.due_at, "bangun", ("berjalan", "", ""))
    data = road.plausible_data()
    assert refused(road, "programmer", data) == ("Anda bukan Programmer pada tim permintaan ini.",)
    handover = SerahTerimaTugas.objects.get()
    assert (handover.surat_tugas, handover.kepada) == ("800.1.11.1/12/2026", road.people["programmer2"])
    road.walk_to("selesai")
    note = road.permintaan.progressnote_set.get(percent__lt=100)
    assert note.by == road.people["programmer"]
    assert written(road, before.head_seq)[:3] == [
        "implementasi.progressed, programmer, test",
        "tim.changed, kepala_seksi, web",
        "implementasi.ready, programmer, test",
    ]
    assert all_pauses(road) == []
    assert_replay_lands_on_the_rows(road.permintaan)


def miss(road: Road) -> None:
    """Nobody of the OPD has come half an hour after the meeting was to begin."""
    road.walk_to("rapat_teknis")
    road.now = road.permintaan.rapat_set.latest("sesi").planned_start + LATE
    do(road, "jadwal_ulang")


@row("OPD tidak hadir rapat")
def test_an_opd_that_comes_to_no_meeting_is_suspended_after_three_and_ended_after_twenty_days(
    at: At,
) -> None:
    road = at("undangan")
    before = road.permintaan.head_seq
    for _ in range(2):
        miss(road)
        assert (state(road), road.permintaan.due_at) == (("menunggu", "opd", "opd"), None)
        days_later(road, 2)
        road.resume("analis")
    miss(road)
    missed_at = road.now
    assert state(road) == ("menunggu", "ditangguhkan", "opd")

    heard = until_proposed(road)
    decide(road, "terima_usulan")

    assert heard == {
        "tidak_hadir": (opening(missed_at, 15), ["analis", "opd", "programmer"]),
        "usul_batalkan_hadir": (opening(missed_at, 21), ["kasi"]),
    }
    assert (road.permintaan.status, has_stopped(road)) == ("dibatalkan", True)
    assert all_pauses(road) == [Party.OPD] * 3
    letters = Rapat.objects.values_list("surat_teguran", flat=True)
    assert list(letters) == ["", "", "B/31/2026"]
    invited, missed = "undangan.sent, sistem_analis, test", "rapat.missed, sistem_analis, web"
    assert written(road, before) == [
        *(invited, missed, "permintaan.resumed, sistem_analis, web") * 2,
        *(invited, missed, "jam.announced, jam", "jam.proposed, jam"),
        "permintaan.cancelled, kepala_seksi, web",
    ]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Rapat tidak menghasilkan keputusan")
def test_a_meeting_without_a_decision_is_followed_by_another_and_each_is_measured_alone(at: At) -> None:
    road = at("undangan")
    before = road.permintaan.head_seq
    for sesi in range(1, 4):
        road.walk_to("rapat_teknis")
        rapat = Rapat.objects.get(sesi=sesi)
        assert run_of(road, "rapat_teknis").event_start == rapat.planned_start
        road.step("rapat_lagi")
        assert (state(road), road.permintaan.at_step) == (("berjalan", "", ""), "undangan")
    road.walk_to("analisis")

    runs = road.permintaan.pengerjaan_set.filter(step="rapat_teknis")
    assert [(run.attempt, run.colour) for run in runs.order_by("attempt")] == [
        (sesi, "green") for sesi in range(1, 5)
    ]
    assert all_pauses(road) == []
    invited = "undangan.sent, sistem_analis, test"
    assert written(road, before) == [
        *(invited, "rapat.continued, sistem_analis, test") * 3,
        *(invited, "rapat.concluded, sistem_analis, test"),
    ]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("OPD ragu/PIC berganti")
def test_another_contact_speaks_for_the_opd_and_the_former_sees_nothing_any_more(at: At) -> None:
    road = at("analisis", "setujui")
    before, former = road.permintaan, road.people["opd"]

    do(road, "ganti_pic", "tu", akun_lama_id=former.pk)

    permintaan = road.permintaan
    assert (permintaan.due_at, permintaan.turn, state(road)) == (
        before.due_at,
        before.turn,
        ("berjalan", "", ""),
    )
    assert (permintaan.pic_nama, permintaan.pic_phone) == ("Siti Rahmawati", "+6281299998888")
    changed = PerubahanData.objects.get(isian="pic_nama")
    assert (changed.semula, changed.alasan) == ("Nur Hidayati", "Surat B/44/2026")
    road.later(days=1)
    data = road.plausible_data()
    with nothing_changes(), pytest.raises(NotVisible):
        road.perform_as("opd", data=data)
    assert written(road, before.head_seq) == ["pic.changed, tata_usaha, web"]
    assert all_pauses(road) == []
    assert_replay_lands_on_the_rows(road.permintaan)
