"""What does not go as planned, walked as people click it: letters, refusals, mergers and people who are not there."""

from playwright.sync_api import expect

from loket.application.submit import submit
from loket.models.permintaan import Permintaan
from tests.browser.exceptional import Exceptional, reads
from tests.browser.hands import field as field_of
from tests.browser.hands import told
from tests.browser.papers import PaperRoad


def test_an_incomplete_letter_goes_back_to_its_opd_and_comes_again(flow: Exceptional) -> None:
    flow.begin("disposisi", "kepala_dinas")
    page = flow.task("kadis", "Disposisikan surat permintaan")
    flow.hands.unfold(page, "Kembalikan ke OPD untuk dilengkapi")
    flow.hands.fill(page, "Yang perlu dilengkapi OPD", "Surat belum bernomor.")
    flow.done(page, "Kembalikan ke OPD", "Surat dikembalikan ke OPD untuk dilengkapi.")
    assert (flow.road.permintaan.status, flow.road.permintaan.waiting_reason) == (
        "menunggu",
        "menunggu_kelengkapan",
    )

    page = flow.task("opd", "Lengkapi surat permintaan aplikasi")
    reads(page, "Yang diminta Dinas Kominfo", "Surat belum bernomor.")
    flow.hands.fill(page, "Nomor surat", "B/500.12/119/403.112/2026")
    flow.done(page, "Kirim kelengkapan", "Surat permintaan terkirim.")

    page = flow.task("kadis", "Disposisikan surat permintaan")
    reads(page, "B/500.12/119/403.112/2026", "mengembalikan surat")
    assert (flow.road.permintaan.status, flow.road.permintaan.at_step) == ("berjalan", "disposisi")


def test_the_section_declines_and_everybody_reads_why_and_what_else_to_do(flow: Exceptional) -> None:
    flow.begin("penunjukan")
    page = flow.act("kasi", "Tolak permintaan")
    flow.hands.fill(page, "Alasan penolakan", "Pengirim bukan perangkat daerah.")
    flow.hands.fill(page, "Saran untuk OPD", "Ajukan lewat Dinas PMD.")
    flow.done(page, "Tolak permintaan ini", "Permintaan ditolak. OPD mendapat pemberitahuan.")
    assert flow.road.permintaan.status == "ditolak"

    reads(
        flow.find("opd"), "Permintaan ditolak", "Pengirim bukan perangkat daerah.", "Ajukan lewat Dinas PMD."
    )
    reads(flow.track(), "Permintaan dinyatakan tidak dapat dipenuhi", "Permintaan ini sudah berakhir")
    flow.has_no_task("kasi")


def test_a_permintaan_is_shown_to_the_application_that_exists_already(flow: Exceptional) -> None:
    flow.begin("penunjukan")
    page = flow.act("kasi", "Alihkan permintaan")
    flow.hands.fill(page, "Dialihkan ke", "SRIKANDI")
    flow.hands.fill(page, "Kontak di tujuan", "Bagian Organisasi, 0351-895001")
    flow.hands.fill(page, "Alasan pengalihan", "Aplikasi umum sudah tersedia.")
    flow.done(page, "Alihkan permintaan ini", "Permintaan dialihkan.")
    assert flow.road.permintaan.status == "dialihkan"

    reads(
        flow.find("opd"),
        "Tujuan: SRIKANDI (Bagian Organisasi, 0351-895001).",
        "Aplikasi umum sudah tersedia.",
    )
    reads(flow.track(), "Permintaan dialihkan ke SRIKANDI (Bagian Organisasi, 0351-895001)")


def test_a_twin_is_merged_and_its_opd_follows_the_link_to_the_parent(flow: Exceptional) -> None:
    flow.begin("penunjukan")
    twin = _letter_of_another_opd(flow.road)
    page = flow.find("kasi", twin.nama_aplikasi)
    flow.hands.follow(page, "Gabungkan permintaan")
    flow.hands.fill(page, "Nomor permintaan induk", flow.road.nomor.lower())
    flow.hands.fill(page, "Alasan penggabungan", "Kebutuhannya sama.")
    flow.done(page, "Gabungkan permintaan ini", "Permintaan digabungkan. Kedua OPD mendapat pemberitahuan.")
    twin.refresh_from_db()
    assert twin.status == "digabung"

    page = flow.find("opd_lain", twin.nama_aplikasi)
    reads(page, "Kebutuhannya sama.")
    flow.hands.follow(page, f"Buka {flow.road.nomor}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Antrean Daring")
    reads(page, "menerima gabungan permintaan lain")


def test_a_deputy_of_the_absent_head_finds_the_letter_and_disposes_of_it(flow: Exceptional) -> None:
    flow.begin("disposisi", "kepala_dinas")
    page = flow.people["admin"]
    page.goto("/tugas")
    flow.hands.leave_by(page.get_by_role("link", name="Jabatan"))
    seat = page.get_by_role("row").filter(has_text="Hendra Prasetya Wibawa")
    flow.hands.leave_by(seat.get_by_role("link", name="Catat Plh."))
    flow.hands.select(field_of(page, "Pegawai yang menggantikan"), "Ratna Kusumaningrum, S.Kom., M.T.")
    flow.hands.fill(page, "Nomor surat perintah", "800/12/2026")
    flow.hands.fill(page, "Sampai tanggal", "6/3/2026")
    flow.done(page, "Simpan", "Ratna Kusumaningrum, S.Kom., M.T. dicatat sebagai Plh. Kepala Dinas.")

    page = flow.people["kabid"]
    page.goto("/tugas")
    reads(page, "Sebagai Plh. Kepala Dinas")
    page = flow.task("kabid", "Disposisikan surat permintaan")
    flow.hands.choose(page, "Diteruskan kepada", "Agung Wicaksono, S.Kom.")
    flow.hands.press(page, "Disposisikan ke", exact=False)
    told(page, "Didisposisikan ke Agung Wicaksono, S.Kom.")

    reads(flow.find("opd"), "Plh. Kepala Dinas")
    assert flow.road.permintaan.at_step == "penunjukan"


def test_a_programmer_who_is_moved_hands_over_to_another(flow: Exceptional) -> None:
    flow.begin("implementasi")
    page = flow.act("kasi", "Ganti anggota tim")
    flow.hands.choose(page, "Yang diganti", "Rizki Maulana, A.Md.Kom., Programmer")
    flow.hands.choose(page, "Pengganti", flow.road.people["programmer2"].nama)
    flow.hands.fill(page, "Nomor surat tugas", "800.1.11.1/12/2026")
    flow.hands.fill(page, "Alasan penggantian", "Mutasi ke Dinas Kesehatan.")
    flow.hands.fill(page, "Dokumen yang diserahkan", "Kode sumber dan catatan rilis.")
    flow.hands.fill(page, "Akses yang diserahkan dan dicabut", "Repositori dan server uji.")
    flow.hands.fill(page, "Keadaan pekerjaan", "Modul antrean selesai, laporan belum.")
    flow.done(page, "Ganti anggota tim", "Anggota tim diganti.")

    flow.has_no_task("programmer")
    page = flow.task("programmer2", "Bangun aplikasi dan catat kemajuan")
    reads(page, flow.road.people["programmer2"].nama, "mengganti anggota tim")


def _letter_of_another_opd(road: PaperRoad) -> Permintaan:
    return submit(
        actor=road.actor("opd_lain"),
        opd_id=road.people["opd_lain"].opd_id,
        data=road.letter("opd_lain", nama_aplikasi="Antrean Puskesmas"),
        now=road.now,
    )
