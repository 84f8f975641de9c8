"""Exceptional flows of the work itself (DOMAIN 12): each test is a row of the table and walks its whole path."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loket.application.checklist import Answer
from loket.application.errors import Invalid
from loket.cli.demo.walk import office_calendar
from loket.core.clock import Colour, closing_of, measure
from loket.core.pause import Party
from loket.core.zone import ZONE
from loket.models.addendum import Addendum
from loket.models.dokumen import DokumenVersi
from loket.models.implementasi import Uat
from loket.models.penutupan import Penutupan
from loket.models.perubahan import PerubahanLingkup
from loket.models.sop_revision import rules_of
from loket.models.tiket import Tiket
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
from tests.application.sweeping import suspend, told_until
from tests.cast import Road
from tests.doings import do

NEW, NEXT_YEAR = date(2026, 9, 30), date(2027, 2, 26)
RUNS = ("berjalan", "", "")


@row("Perubahan ruang lingkup (CR) sesudah SRS disetujui")
def test_a_change_is_decided_at_its_level_and_only_an_addendum_moves_the_agreed_date(at: At) -> None:
    road = at("implementasi")
    before = road.permintaan
    do(road, "perubahan_ruang_lingkup", "opd")
    do(road, "putuskan_perubahan")
    do(road, "terapkan_perubahan")
    assert (road.permintaan.due_at, state(road)) == (before.due_at, RUNS)

    do(road, "perubahan_ruang_lingkup", hari=300)
    do(road, "putuskan_perubahan", "kadis", sampai=NEW, nomor="B/12/2026")
    do(road, "terapkan_perubahan", upload_id=road.upload("analis", name="spesifikasi-1.2.pdf"), versi="1.2")

    addendum = Addendum.objects.get()
    assert (addendum.semula, addendum.menjadi) == (before.implementasi_until, NEW)
    assert (road.permintaan.due_at, road.permintaan.scope) == (closing_of(NEW, office_calendar()), "")
    changes = PerubahanLingkup.objects.order_by("pk").values_list("diputus", "version__versi")
    assert list(changes) == [("kepala_seksi", "1.1"), ("kepala_dinas", "1.2")]
    assert written(road, before.head_seq) == [
        "lingkup.proposed, opd, web",
        "lingkup.approved, kepala_seksi, web",
        "lingkup.applied, sistem_analis, web",
        "lingkup.proposed, sistem_analis, web",
        "lingkup.approved, kepala_dinas, web",
        "lingkup.applied, sistem_analis, web",
    ]
    road.walk_to("serah_terima")
    assert all_pauses(road) == []
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Reviu SRS/desain ditolak OPD")
def test_a_document_that_its_opd_returns_is_rework_in_the_same_run_and_then_a_meeting(at: At) -> None:
    road = at("analisis", "setujui")
    before = road.permintaan
    for _ in range(3):
        road.walk_to("analisis", "setujui")
        road.step("dikembalikan")
    assert (run_of(road, "analisis").attempt, state(road)) == (1, RUNS)
    assert road.permintaan.due_at == before.due_at

    road.return_to("undangan")
    road.walk_to("desain")

    again = ["analisis.submitted, sistem_analis, test", "analisis.reviewed, kepala_seksi, test"]
    returned = "analisis.returned, opd, test"
    assert written(road, before.head_seq) == [
        *(returned, *again, returned, *again, returned),
        "permintaan.returned, kepala_seksi, web",
        "undangan.sent, sistem_analis, test",
        "rapat.concluded, sistem_analis, test",
        *(*again, "analisis.approved, opd, test"),
    ]
    versions = DokumenVersi.objects.filter(dokumen__jenis="spesifikasi")
    assert sorted(version.number for version in versions) == [1, 2, 3, 4]
    assert (run_of(road, "analisis").attempt, all_pauses(road)) == (2, [])
    assert_replay_lands_on_the_rows(road.permintaan)


@row("UAT gagal")
def test_a_failed_acceptance_test_goes_back_inside_the_step_and_another_round_follows(at: At) -> None:
    road = at("implementasi", "uat")
    before = road.permintaan

    road.step("ditolak")
    assert (road.permintaan.at_step, road.permintaan.at_bagian, state(road)) == (
        "implementasi",
        "bangun",
        RUNS,
    )
    assert road.permintaan.due_at == before.due_at
    road.walk_to("implementasi", "uat")
    road.step("diterima_dengan_catatan")

    assert (road.permintaan.at_step, run_of(road, "implementasi").attempt) == ("serah_terima", 1)
    rounds = [(uat.round, uat.hasil, bool(uat.catatan)) for uat in Uat.objects.all()]
    assert rounds == [(1, "ditolak", True), (2, "diterima_dengan_catatan", True)]
    assert written(road, before.head_seq) == [
        "uat.rejected, opd, test",
        "implementasi.ready, programmer, test",
        "uat.accepted_with_notes, opd, test",
    ]
    assert all_pauses(road) == []
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Uji keamanan temuan tinggi")
def test_what_the_security_test_has_found_is_put_right_before_the_opd_tests(at: At) -> None:
    road = at("implementasi")
    before = road.permintaan
    ready = road.plausible_data()
    found = {**ready.periksa, "IM-11": Answer("proses", "Temuan tinggi: sesi tidak berakhir.")}  # type: ignore[attr-defined]  # the data of step 9
    unsafe = replace(ready, periksa=found)  # type: ignore[type-var]  # data are dataclasses

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("programmer", data=unsafe)
    assert list(invalid.value.problems) == ["status_IM-11"]
    road.perform_as("programmer", data=replace(unsafe, outcome="kemajuan", percent=95))  # type: ignore[type-var]  # see above
    assert (road.permintaan.due_at, state(road)) == (before.due_at, RUNS)
    road.perform_as("programmer", data=ready)

    assert road.permintaan.at_bagian == "uat"
    assert road.permintaan.butirperiksa_set.get(kode="IM-11").status == "selesai"
    assert written(road, before.head_seq) == [
        "implementasi.progressed, programmer, web",
        "implementasi.ready, programmer, web",
    ]
    assert all_pauses(road) == []
    assert_replay_lands_on_the_rows(road.permintaan)


@row("BAST tidak ditandatangani OPD")
def test_an_opd_that_does_not_sign_is_reminded_then_its_time_is_not_the_offices(at: At) -> None:
    road = at("serah_terima", "ttd_opd")
    before = road.permintaan.head_seq
    launched = run_of(road, "serah_terima").event_end
    assert launched is not None
    heard = told_until(road, office_calendar().add_days(launched, 11))
    assert list(heard) == ["lewat", "eskalasi", "bast", "bast_pimpinan"]
    assert heard["bast"] == (opening(launched, 5), ["opd"])
    assert heard["bast_pimpinan"] == (opening(launched, 11), ["kadis", "kasi"])

    road.pause()
    data = road.plausible_data(username="opd")
    assert refused(road, "opd", data) == ("Permintaan sedang dijeda.",)
    assert (state(road), "bast_sah" in road.permintaan.reached) == (("menunggu", "opd", "opd"), False)
    days_later(road, 5)
    road.resume()
    road.perform_as("opd", data=data)

    run = run_of(road, "serah_terima")
    standard = rules_of(road.permintaan.sop_revision_id).step("serah_terima").standard
    figures = measure(run, standard, office_calendar(), road.now)
    assert (figures.colour, figures.paused > 0) == (Colour.GREEN, True)
    assert (road.permintaan.at_step, all_pauses(road)) == ("status_gitlab", [Party.OPD])
    assert written(road, before) == [
        *("jam.reminded, jam", "jam.escalated, jam") * 2,
        "permintaan.paused, kepala_seksi, web",
        "permintaan.resumed, kepala_seksi, web",
        "bast.signed_by_opd, opd, web",
    ]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("OPD membatalkan")
def test_an_opd_cancels_by_letter_and_what_has_been_made_is_kept(at: At) -> None:
    road = at("implementasi", "uat")
    before = road.permintaan.head_seq
    products = DokumenVersi.objects.count()

    do(road, "batalkan", dipakai_ulang=True)

    assert (road.permintaan.status, has_stopped(road)) == ("dibatalkan", True)
    assert (Tiket.objects.get().state, DokumenVersi.objects.count()) == ("ditutup", products)
    closing = Penutupan.objects.get()
    assert (closing.surat_nomor, closing.dipakai_ulang) == ("B/9/2026", True)
    assert written(road, before) == ["permintaan.cancelled, opd, web"]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Kominfo menghentikan (kapasitas, regulasi)")
def test_the_head_of_the_office_suspends_and_then_declines_with_what_can_be_done_instead(at: At) -> None:
    road = at("desain")
    before = road.permintaan.head_seq
    suspend(road, "kapasitas", "kadis", perkiraan=date(2026, 4, 30))
    assert (state(road), road.permintaan.due_at) == (("menunggu", "ditangguhkan", "kominfo"), None)

    heard = told_until(road, datetime(2026, 5, 8, 9, 0, tzinfo=ZONE))
    do(road, "tolak", "kadis", alasan="Kapasitas tidak tersedia.", saran="Ajukan lagi tahun depan.")

    assert heard == {"penangguhan": ("04/05 07.30", ["kadis", "kasi"])}
    assert (road.permintaan.status, has_stopped(road)) == ("ditolak", True)
    assert Penutupan.objects.get().saran == "Ajukan lagi tahun depan."
    assert all_pauses(road) == [Party.KOMINFO]
    assert written(road, before) == [
        "permintaan.suspended, kepala_dinas, web",
        "jam.reminded, jam",
        "permintaan.rejected, kepala_dinas, web",
    ]
    assert_replay_lands_on_the_rows(road.permintaan)


@row("Akhir tahun anggaran")
def test_work_that_goes_on_in_november_is_warned_of_and_carried_into_the_next_year(at: At) -> None:
    road = at("implementasi")
    number, before = road.nomor, road.permintaan.head_seq
    road.extend(sampai=date(2026, 10, 30))
    heard = told_until(road, datetime(2026, 11, 3, 9, 0, tzinfo=ZONE))
    assert heard["akhir_tahun"] == ("02/11 07.30", ["kabid", "kasi"])

    road.extend(sampai=NEXT_YEAR, nomor="B/10/2026")

    heard = told_until(road, datetime(2027, 1, 5, 9, 0, tzinfo=ZONE))
    assert "akhir_tahun" not in heard
    new = Road(road.people, road.now)
    assert new.submit(tanggal_surat=date(2027, 1, 4), wanted_date=None).nomor == "APL-2027-0001"
    assert road.permintaan.due_at == closing_of(NEXT_YEAR, office_calendar())
    road.walk_to("serah_terima")
    assert (road.permintaan.nomor, all_pauses(road)) == (number, [])
    assert Addendum.objects.count() == 2
    assert [line for line in written(road, before) if "jam" not in line] == [
        "kesepakatan.extended, kepala_seksi, web",
        "kesepakatan.extended, kepala_seksi, web",
        "implementasi.ready, programmer, test",
        "uat.accepted, opd, test",
    ]
    assert_replay_lands_on_the_rows(road.permintaan)
