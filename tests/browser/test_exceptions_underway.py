"""What does not go as planned once the work has begun: meetings, changes, cancellation, pauses and the clock."""

from datetime import timedelta
from pathlib import Path

from playwright.sync_api import expect

from loket.application.alarm_sweep import sweep
from loket.application.data import present
from loket.application.kahar_round import carry_through
from loket.models.addendum import Addendum
from loket.models.dokumen import DokumenVersi
from loket.models.perubahan import PerubahanLingkup
from tests.browser.exceptional import Exceptional, reads


def test_an_opd_that_does_not_come_to_the_meeting_is_waited_for_and_invited_again(flow: Exceptional) -> None:
    flow.begin("rapat_teknis")
    begins = flow.road.permintaan.rapat_set.get().planned_start
    flow.clock.moment = begins + timedelta(minutes=10)
    page = flow.act("analis", "Catat OPD tidak hadir")
    flow.hands.fill(page, "Catatan", "Ditunggu sampai pukul 09.45, telepon tidak diangkat.")
    flow.hands.try_to(page, "Catat tidak hadir")
    reads(page, "Tunggu OPD sampai 30 menit setelah jam mulai rapat")
    flow.clock.moment = begins + timedelta(minutes=45)
    flow.done(page, "Catat tidak hadir", "Ketidakhadiran dicatat. OPD mendapat pemberitahuan.")
    reads(page, "Dijeda, menunggu OPD", "Ditunggu sampai pukul 09.45")
    permintaan = flow.road.permintaan
    assert (permintaan.status, permintaan.at_step, permintaan.waiting_on) == ("menunggu", "undangan", "opd")
    reads(flow.find("opd"), "Dijeda, menunggu OPD", "Ditunggu sampai pukul 09.45")

    reads(flow.track(), "Permintaan sedang dijeda, menunggu OPD.", "baca yang ditunggu dari OPD")

    page = flow.act("analis", "Lanjutkan permintaan")
    flow.hands.fill(page, "Yang sudah terpenuhi", "OPD menyanggupi besok.")
    flow.done(page, "Lanjutkan permintaan ini", "Permintaan dilanjutkan.")
    page = flow.task("analis", "Undang OPD ke technical meeting")
    flow.hands.fill(page, "Tanggal rapat", "besok")
    flow.hands.fill(page, "Mulai pukul", "09.00")
    flow.hands.fill(page, "Selesai pukul", "11.00")
    flow.hands.choose(page, "Undangan disampaikan lewat", "WhatsApp")
    flow.done(page, "Kirim undangan", "Undangan technical meeting terkirim.")
    assert (flow.road.permintaan.status, flow.road.permintaan.sesi) == ("berjalan", 2)


def test_a_change_of_scope_is_decided_with_a_new_date_and_comes_into_the_specification(
    flow: Exceptional, papers: dict[str, Path]
) -> None:
    flow.begin("implementasi")
    page = flow.act("opd", "Ajukan perubahan ruang lingkup")
    flow.hands.fill(page, "Uraian perubahan", "Tambah antrean untuk loket keliling.")
    flow.hands.fill(page, "Alasan perubahan", "Layanan keliling dimulai lagi.")
    flow.hands.fill(page, "Tambahan usaha (persen)", "12")
    flow.hands.fill(page, "Tambahan waktu (hari kerja)", "3")
    flow.hands.fill(page, "Dampak pada risiko", "Pengujian lebih panjang.")
    flow.hands.fill(page, "Dampak pada keamanan", "Tidak ada data baru.")
    flow.done(page, "Ajukan perubahan", "Perubahan ruang lingkup diajukan.")
    reads(page, "Perubahan ruang lingkup menunggu Kepala Bidang")

    page = flow.task("kabid", "Putuskan perubahan ruang lingkup")
    reads(page, "Tambah antrean untuk loket keliling.", "3 hari kerja")
    before = present(flow.road.permintaan.implementasi_until)
    flow.hands.choose(page, "Keputusan", "Setujui")
    flow.hands.fill(page, "Pertimbangan", "Dampaknya kecil.")
    flow.hands.fill(page, "Tanggal baru", f"{before + timedelta(days=7):%d/%m/%Y}")
    flow.hands.fill(page, "Nomor addendum", "B/9/2026")
    flow.done(page, "Simpan keputusan", "Keputusan tersimpan. OPD dan tim mendapat pemberitahuan.")
    reads(page, "addendum B/9/2026")

    page = flow.task("analis", "Perbarui dokumen spesifikasi")
    flow.hands.attach(page, "Dokumen spesifikasi", papers["spesifikasi"])
    flow.hands.fill(page, "Versi", "1.1")
    flow.done(page, "Simpan versi baru", "Versi baru dokumen spesifikasi tersimpan.")
    change = PerubahanLingkup.objects.get()
    assert (change.diputus, change.keputusan, change.addendum) == (
        "kepala_bidang",
        "disetujui",
        Addendum.objects.get(),
    )
    assert flow.road.permintaan.implementasi_until == before + timedelta(days=7)
    assert DokumenVersi.objects.filter(versi="1.1").exists()
    assert flow.road.permintaan.scope == ""


def test_an_opd_cancels_by_letter_while_its_application_is_built(flow: Exceptional) -> None:
    flow.begin("implementasi")
    page = flow.act("opd", "Batalkan permintaan")
    flow.hands.fill(page, "Nomor surat pembatalan", "B/12/2026")
    flow.hands.fill(page, "Tanggal surat pembatalan", "hari ini")
    flow.hands.fill(page, "Alasan pembatalan", "Anggaran dialihkan.")
    flow.done(page, "Batalkan permintaan ini", "Permintaan dibatalkan.")
    reads(page, "Permintaan dibatalkan pada", "Surat B/12/2026")
    assert flow.road.permintaan.status == "dibatalkan"

    flow.has_no_task("programmer")
    reads(flow.track(), "Permintaan dibatalkan pada")


def test_work_rests_until_the_server_is_there(flow: Exceptional) -> None:
    flow.begin("implementasi")
    page = flow.act("programmer", "Jeda permintaan")
    flow.hands.choose(page, "Alasan jeda", "Menunggu prasarana")
    flow.hands.fill(page, "Keterangan", "Server belum diserahkan.")
    flow.done(page, "Jeda permintaan ini", "Permintaan dijeda. OPD dan tim mendapat pemberitahuan.")
    assert (flow.road.permintaan.status, flow.road.permintaan.waiting_reason) == ("menunggu", "prasarana")
    reads(flow.find("opd"), "Dijeda, menunggu prasarana", "Server belum diserahkan.")
    reads(flow.track(), "Permintaan sedang dijeda, menunggu prasarana")

    page = flow.act("programmer", "Lanjutkan permintaan")
    flow.hands.fill(page, "Yang sudah terpenuhi", "Server sudah siap.")
    flow.done(page, "Lanjutkan permintaan ini", "Permintaan dilanjutkan.")
    assert flow.road.permintaan.status == "berjalan"
    flow.task("programmer", "Bangun aplikasi dan catat kemajuan")


def test_the_head_suspends_for_want_of_capacity_and_only_the_head_lets_it_go_on(flow: Exceptional) -> None:
    flow.begin("undangan")
    page = flow.act("kadis", "Tangguhkan permintaan")
    flow.hands.choose(page, "Sebab penangguhan", "Kapasitas Dinas Kominfo belum mencukupi")
    flow.hands.fill(page, "Keterangan", "Dikerjakan setelah programmer kembali dari cuti.")
    flow.hands.fill(page, "Perkiraan dilanjutkan", "1/7/2026")
    flow.done(page, "Tangguhkan permintaan ini", "Permintaan ditangguhkan.")
    reads(flow.find("opd"), "Ditangguhkan oleh Dinas Kominfo", "Diperkirakan dilanjutkan Rabu, 1 Juli 2026.")
    page = flow.find("kasi")
    flow.hands.unfold(page, "Belum dapat dilakukan")
    reads(page, "Penangguhan oleh Dinas Kominfo diakhiri Kepala Dinas.")

    page = flow.act("kadis", "Lanjutkan permintaan")
    flow.hands.fill(page, "Yang sudah terpenuhi", "Programmer sudah kembali.")
    flow.done(page, "Lanjutkan permintaan ini", "Permintaan dilanjutkan.")
    assert (flow.road.permintaan.status, flow.road.permintaan.at_step) == ("berjalan", "undangan")


def test_while_keadaan_kahar_holds_everything_rests(flow: Exceptional) -> None:
    flow.begin("analisis")
    page = flow.people["kadis"]
    page.goto("/tugas")
    flow.hands.leave_by(page.get_by_role("link", name="Keadaan kahar"))
    flow.hands.follow(page, "Nyatakan keadaan kahar")
    flow.hands.fill(page, "Nomor keputusan", "188/45/2026")
    flow.hands.fill(page, "Keadaan yang terjadi", "Listrik kantor padam karena banjir.")
    flow.done(page, "Nyatakan keadaan kahar", "Keadaan kahar dinyatakan.")
    carry_through(flow.clock.moment)
    assert (flow.road.permintaan.status, flow.road.permintaan.waiting_reason) == ("menunggu", "kahar")
    reads(flow.find("analis"), "Dijeda, keadaan kahar", "Listrik kantor padam karena banjir.")

    flow.clock.later(days=1)
    page.goto("/kantor/kahar")
    flow.hands.follow(page, "Nyatakan berakhir")
    flow.done(page, "Nyatakan berakhir", "Keadaan kahar berakhir.")
    carry_through(flow.clock.moment)
    assert flow.road.permintaan.status == "berjalan"
    flow.task("analis", "Susun dokumen spesifikasi kebutuhan aplikasi")


def test_a_letter_that_never_comes_lets_the_clock_propose_and_the_section_suspend(flow: Exceptional) -> None:
    flow.begin("analisis")
    while not flow.road.permintaan.proposed:
        flow.clock.moment = present(flow.road.permintaan.alarm_at)
        sweep(flow.clock.moment)
    page = flow.task("kasi", "Putuskan usulan Loket")
    flow.hands.follow(page, "Terima usulan")
    flow.hands.tick(page.get_by_label("Saya sudah memeriksa alasan usulan ini"))
    flow.done(page, "Terima usulan ini", "Usulan diterima dan dilakukan. OPD mendapat pemberitahuan.")
    permintaan = flow.road.permintaan
    assert (permintaan.status, permintaan.waiting_reason) == ("menunggu", "ditangguhkan")
    reads(page, "Ditangguhkan, menunggu surat asli dari OPD")
    reads(flow.find("opd"), "Ditangguhkan, menunggu surat asli dari OPD")
    expect(page.get_by_text("Usulan Loket:")).to_have_count(0)
