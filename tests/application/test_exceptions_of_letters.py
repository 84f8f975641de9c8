"""Exceptional flows of letters (DOMAIN 12): each test is a row of the table and walks its whole path."""

from loket.cli.demo.walk import office_calendar
from loket.core.facts import Status
from loket.core.pause import Party
from loket.models.penutupan import Penutupan
from loket.models.permintaan import Permintaan
from tests.application.exceptional import (
    days_later,
    has_stopped,
    opening,
    receive_original,
    refused,
    row,
    run_of,
    state,
    written,
)
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import decide, until_proposed
from tests.cast import Road
from tests.doings import do

AT_THE_SECTION = ["surat.submitted, opd, web", "disposisi.given, kepala_dinas, test"]


@row("Surat tidak lengkap")
def test_a_letter_that_is_never_completed_is_asked_for_twice_and_then_ends_by_decision(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    road.resend()
    road.step("dikembalikan")
    returned_at = road.now
    assert state(road) == ("menunggu", "menunggu_kelengkapan", "opd")
    assert (road.permintaan.turn, road.permintaan.due_at) == (["opd", "tata_usaha"], None)

    heard = until_proposed(road)
    decide(road, "terima_usulan")

    assert heard == {
        "kelengkapan": (opening(returned_at, 10), ["opd"]),
        "kelengkapan_lagi": (opening(returned_at, 15), ["opd"]),
        "usul_batalkan": (opening(returned_at, 21), ["kasi"]),
    }
    assert (road.permintaan.status, has_stopped(road)) == (Status.DIBATALKAN, True)
    run = run_of(road, "surat")
    assert run.with_opd == run.waited > 0
    assert "belum dilengkapi setelah 20 hari kerja" in Penutupan.objects.get().alasan
    assert written(road) == [
        "surat.submitted, opd, web",
        "disposisi.returned, kepala_dinas, test",
        "surat.corrected, opd, web",
        "disposisi.returned, kepala_dinas, test",
        "jam.reminded, jam",
        "jam.announced, jam",
        "jam.proposed, jam",
        "permintaan.cancelled, kepala_seksi, web",
    ]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Only soft file, letter never comes")
def test_a_soft_file_goes_no_further_than_the_gate_and_is_suspended_there(road: Road) -> None:
    sent = road.submit(bentuk="softfile_sementara", kanal="whatsapp").created_at
    road.walk_to("analisis")
    before = road.permintaan.head_seq
    gate = refused(road, "analis", road.plausible_data())
    assert [reason.split(".")[0] for reason in gate] == ["Surat asli belum diterima"]

    heard = until_proposed(road)
    decide(road, "terima_usulan")

    assert heard["surat_asli"] == (opening(sent, 3), ["opd", "tu"])
    assert heard["surat_asli_lagi"] == (opening(sent, 5), ["analis", "opd", "programmer", "tu"])
    assert heard["usul_tangguhkan"] == (opening(sent, 11), ["kasi"])
    assert state(road) == ("menunggu", "ditangguhkan", "opd")
    days_later(road, 3)
    receive_original(road)
    road.resume()
    at_the_gate, suspended = run_of(road, "analisis").pauses
    assert (at_the_gate.party, suspended.party) == (Party.OPD, Party.OPD)
    assert suspended.until is not None
    assert road.permintaan.due_at == office_calendar().add_days(suspended.until, 15)
    assert written(road, before) == [
        "jam.reminded, jam",
        "jam.announced, jam",
        "jam.proposed, jam",
        "permintaan.suspended, kepala_seksi, web",
        "surat_asli.received, tata_usaha, web",
        "permintaan.resumed, kepala_seksi, web",
    ]
    road.walk_to("desain")
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Pengirim bukan OPD / tidak berwenang (desa, sekolah, instansi vertikal, LSM)")
def test_a_letter_of_a_village_is_declined_with_the_way_through_the_agency_above_it(road: Road) -> None:
    road.submit("tu", penanda_tangan="Kepala Desa Sukomoro", perihal="Permintaan aplikasi desa")
    road.step("sampai_di_seksi")

    do(road, "tolak", alasan="Pengirim bukan perangkat daerah.", saran="Ajukan melalui DPMD.")

    assert (road.permintaan.status, has_stopped(road)) == (Status.DITOLAK, True)
    closing = Penutupan.objects.get()
    assert (closing.alasan, closing.saran) == ("Pengirim bukan perangkat daerah.", "Ajukan melalui DPMD.")
    assert written(road) == [
        "surat.submitted, tata_usaha, web",
        "disposisi.given, kepala_dinas, test",
        "permintaan.rejected, kepala_seksi, web",
    ]
    assert_replay_lands_on_the_rows(road.permintaan)
    through = Road(road.people, road.now)
    through.submit()
    through.step("sampai_di_seksi")
    assert (written(through), through.permintaan.at_step) == (AT_THE_SECTION, "penunjukan")


@row("OPD not eligible / aplikasi umum sudah ada")
def test_what_a_common_application_does_already_is_shown_there(road: Road) -> None:
    road.submit()
    road.step("sampai_di_seksi")

    do(road, "alihkan", tujuan="SRIKANDI", kontak="Bagian Organisasi", alasan="Sudah ada aplikasi umum.")

    assert (road.permintaan.status, has_stopped(road)) == (Status.DIALIHKAN, True)
    closing = Penutupan.objects.get()
    assert (closing.tujuan, closing.kontak) == ("SRIKANDI", "Bagian Organisasi")
    assert written(road) == [*AT_THE_SECTION, "permintaan.redirected, kepala_seksi, web"]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Duplikat aplikasi yang ada / permintaan kembar")
def test_a_twin_is_carried_on_in_the_other_and_only_its_own_clock_stops(road: Road) -> None:
    parent = Road(road.people)
    parent.submit()
    parent.step("sampai_di_seksi")
    twin = Road({**road.people, "opd": road.people["opd_lain"]}, parent.now)
    twin.submit()
    twin.step("sampai_di_seksi")
    before = parent.permintaan

    do(twin, "gabungkan", induk=parent.nomor)

    assert (twin.permintaan.status, has_stopped(twin)) == (Status.DIGABUNG, True)
    assert Penutupan.objects.get().induk == before
    after = parent.permintaan
    assert (after.status, after.due_at, after.turn) == ("berjalan", before.due_at, before.turn)
    assert written(twin) == [*AT_THE_SECTION, "permintaan.merged, kepala_seksi, web"]
    assert written(parent) == [*AT_THE_SECTION, "permintaan.joined, kepala_seksi, web"]
    assert Permintaan.objects.visible_to(twin.actor("opd")).count() == 2
    for permintaan in (twin.permintaan, after):
        assert_replay_lands_on_the_rows(permintaan)
