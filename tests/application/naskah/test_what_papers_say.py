"""Each paper of a road says what Permendagri 1/2023 wants on its kind, with what was really entered."""

from loket.application.naskah.printing import printed_bytes
from loket.models.naskah import Naskah
from tests.cast import Road
from tests.documents.reading import poppler
from tests.doings import do
from tests.papers import issue, make_all

AGENCY = "Dinas Kependudukan dan Pencatatan Sipil"
LETTER = "B/500.12/118/403.112/2026"
ABOUT_LETTER = f"surat {AGENCY} Nomor {LETTER} tanggal 27 Februari 2026 hal Permintaan pengadaan aplikasi"
HEAD_OF_AGENCY = f"Yth. Kepala {AGENCY} di Magetan"
KADIS = "Hendra Prasetya Wibawa, S.Sos., M.Si. Pembina Utama Muda (IV/c) NIP 19720315 199303 1 004"
KASI = "Agung Wicaksono, S.Kom. Penata Tingkat I (III/d) NIP 19850409 201001 1 015"
ANALIS = "Dewi Larasati, S.Kom. Penata (III/c) NIP 19910817 201503 2 003"
APPROVED = "Disetujui secara elektronik dalam aplikasi"
UNSIGNED = "Dicetak dari catatan yang tersimpan dalam aplikasi, tanpa tanda tangan."
PLACED = ("PEMERINTAH KABUPATEN MAGETAN", "DINAS KOMUNIKASI DAN INFORMATIKA")
SAYS: dict[str, tuple[str, ...]] = {
    "tanda_terima": (
        "Nomor agenda : 1/2026",
        f"Surat dari : {AGENCY}",
        f"Nomor surat : {LETTER}",
        "Diterima : Senin, 2 Maret 2026 pukul",
        "Diserahkan oleh : Nur Hidayati",
        UNSIGNED,
    ),
    "surat_kelengkapan": (
        "Sifat : Biasa Lampiran : - Hal : Permintaan kelengkapan Antrean Daring",
        HEAD_OF_AGENCY,
        f"Menanggapi {ABOUT_LETTER}",
        "1. Surat belum ditandatangani.",
        f"Kepala Dinas Komunikasi dan Informatika, {KADIS}",
    ),
    "lembar_disposisi": (
        f"Surat dari : {AGENCY}",
        f"No. Surat : {LETTER} Tgl. Surat : 27 Februari 2026",
        "Diterima Tgl. : 2 Maret 2026 No. Agenda : 1/2026",
        "X Segera",
        "Diteruskan kepada Sdr.: 1. Kepala Bidang Teknologi Informasi dan Komunikasi Ratna Kusumaningrum",
        "Diteruskan kepada Sdr.: 1. Kepala Seksi Pengembangan Aplikasi Agung Wicaksono",
        "X Tindak lanjuti",
        "Catatan: Periksa kemungkinan memakai ulang aplikasi yang sudah ada.",
        f"Kepala Dinas Komunikasi dan Informatika, {KADIS}",
    ),
    "surat_tugas": (
        f"Dasar : 1. {ABOUT_LETTER[0].upper()}{ABOUT_LETTER[1:]}",
        "2. Disposisi Kepala Dinas Komunikasi dan Informatika tanggal 2 Maret 2026 3. SOP-DISKOMINFO-001",
        "MENUGASKAN:",
        "Nama : Dewi Larasati, S.Kom. Pangkat/gol. : Penata (III/c) NIP : 19910817 201503 2 003",
        "Untuk : 1. melaksanakan pelayanan permintaan pengadaan aplikasi Antrean Daring",
        "berlaku sejak tanggal ditetapkan sampai dengan selesainya pekerjaan.",
        "Ditetapkan di : Magetan pada tanggal :",
        f"Tembusan: 1. Yth. Kepala {AGENCY}",
        f"Kepala Dinas Komunikasi dan Informatika, {KADIS}",
    ),
    "lembar_prioritas": (
        "1. Mandat atau tenggat regulasi",
        "7. Keterpakaian dan efisiensi",
        "Hasil perhitungan :",
        "Keputusan :",
        f"Kepala Seksi Pengembangan Aplikasi, {KASI}",
    ),
    "notulen": (
        "Hari, tanggal : Rabu, 4 Maret 2026 Pukul : 09.00 s.d. 10.50 WIB Tempat : Ruang Rapat Dinas Kominfo",
        "Pimpinan rapat : Dewi Larasati, S.Kom. Notulis : Dewi Larasati, S.Kom.",
        "Jumlah peserta : 3 orang",
        "Agenda 1. Aplikasi yang dibutuhkan oleh OPD 2. Waktu pengerjaan",
        "Pembahasan Dibahas alur pelayanan yang berjalan",
        "Waktu pengerjaan : 17 April 2026 sampai dengan 29 Juni 2026",
        "Tindak lanjut No. Apa Siapa Kapan",
        "Sistem Analis ±3 minggu",
        f"Pemimpin rapat dan notulis, {APPROVED}",
        ANALIS,
    ),
    "daftar_hadir": (
        "Hari, tanggal : Rabu, 4 Maret 2026",
        "No. Nama / NIP Jabatan Instansi Tanda tangan",
        "Nur Hidayati",
        UNSIGNED,
    ),
    "lembar_reviu": (
        "SHA-256 berkas :",
        "Kesimpulan Disetujui",
        f"Pereviu, {APPROVED}",
        f"Menyetujui, {APPROVED}",
    ),
    "berita_acara_uat": (
        "Pada hari ini",
        "selanjutnya disebut PIHAK KEDUA.",
        "Versi yang diuji : ",
        "Bukti pengujian : ",
        "Kode Skenario Hasil Catatan S-01",
        "Lulus",
        "aplikasi dinyatakan diterima",
    ),
    "bast": (
        "BERITA ACARA SERAH TERIMA APLIKASI ANTREAN DARING NOMOR",
        "Pada hari ini Rabu tanggal empat bulan Maret tahun dua ribu dua puluh enam (4 Maret 2026), bertempat di",
        f"Jabatan : Kepala {AGENCY}",
        "selanjutnya disebut PIHAK KESATU.",
        "selanjutnya disebut PIHAK KEDUA.",
        "aplikasi Antrean Daring versi 1.0.0 dengan rincian terlampir.",
        "pemeliharaan dilaksanakan oleh Seksi Pengembangan Aplikasi (Dinas Kominfo);",
        "masa pendampingan sampai dengan 10 April 2026;",
        "disimpan pada repositori Pemerintah Kabupaten Magetan;",
        "dibuat dalam rangkap 2 (dua)",
        "1. Aplikasi terpasang 1 berfungsi",
        f"1. Surat permintaan Nomor {LETTER}, SHA-256",
        "2. Dokumen spesifikasi kebutuhan aplikasi versi 1.0, SHA-256",
        KADIS,
    ),
    "addendum": ("PIHAK KESATU", "PIHAK KEDUA", "Semula Menjadi", "Alasan", KADIS),
    "serah_terima_tugas": ("PIHAK KESATU", "PIHAK KEDUA", "Alasan :", f"Mengetahui, {APPROVED}", KASI),
    "laporan_pendampingan": (
        "TENTANG PENDAMPINGAN APLIKASI ANTREAN DARING PADA",
        "A. PENDAHULUAN",
        "4. Dasar a. Permintaan APL-2026-0001 b. Berita acara serah terima aplikasi Nomor 500.12.16.3.2/001/",
        "B. KEGIATAN YANG DILAKSANAKAN",
        "C. HASIL YANG DICAPAI",
        "D. SIMPULAN DAN SARAN",
        "E. PENUTUP",
        f"Menyetujui, {APPROVED}",
    ),
}
APPROVALS = {
    "lembar_disposisi": 2,
    "lembar_prioritas": 1,
    "notulen": 1,
    "lembar_reviu": 2,
    "serah_terima_tugas": 1,
}
"""So many people have approved it in Loket, and no more are said to have."""


def papers_of(road: Road) -> dict[str, str]:
    """The words of every kind of paper of one road with detours; of several the last."""
    road.submit()
    road.step("dikembalikan")
    road.resend()
    road.walk_to("implementasi")
    road.extend(nomor="")
    do(road, "ganti_tim", surat_tugas="")
    road.walk_to("selesai")
    make_all(road)
    for naskah in Naskah.objects.filter(state="konsep"):
        issue(road, naskah, "tu")
    reader = road.actor("kasi")
    printed = {one.jenis: printed_bytes(one, reader, road.now) for one in Naskah.objects.order_by("pk")}
    return {jenis: " ".join(poppler(pdf).split()) for jenis, pdf in printed.items()}


def test_every_paper_says_what_its_kind_has_to_say(road: Road) -> None:
    papers = papers_of(road)

    missing = {
        (jenis, phrase)
        for jenis, phrases in SAYS.items()
        for phrase in (*PLACED, *phrases)
        if phrase not in papers[jenis]
    }
    approvals = {jenis: papers[jenis].count(APPROVED) for jenis in APPROVALS}
    assert (missing, approvals) == (set(), APPROVALS)
