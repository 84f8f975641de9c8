"""Letters and forms, every field filled."""

import datetime as dt
from decimal import Decimal

from loket.documents import (
    Daftar,
    DaftarHadir,
    Hadirin,
    Hop,
    Kriteria,
    LembarDisposisi,
    LembarPrioritas,
    NotaDinas,
    Petugas,
    Pilihan,
    Rincian,
    SuratDinas,
    SuratTugas,
    SuratUndangan,
    TandaTerima,
    Undangan,
)
from tests.documents.people import ANALIS, DAY, ISSUED, KABID, KADIS, KASI, KOP, PERMINTAAN, RAPAT, at

TANDA_TERIMA = TandaTerima(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/41/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    permintaan=PERMINTAAN,
    surat_dari="Dinas Kependudukan dan Pencatatan Sipil",
    nomor_surat="B/500.12.16.3/118/403.112/2026",
    tanggal_surat=dt.date(2026, 11, 23),
    hal="Permintaan Pengadaan Aplikasi ANTRIDUK",
    diterima=at(24, 8, 15),
    pengirim="Nur Hidayati (narahubung)",
    penerima=KASI,
    nomor_agenda="0412/2026",
    bentuk="Berkas fisik dan unggahan",
    berkas=(
        "Surat permintaan (2 halaman)",
        "Kerangka acuan kerja",
        "SOP pelayanan administrasi kependudukan",
    ),
    catatan="Perkembangan permintaan dapat diikuti dengan nomor permintaan di atas.",
)
CHOICES = (
    *("Tanggapan dan saran", "Proses lebih lanjut", "Koordinasi/konfirmasikan"),
    *("Untuk diketahui", "Bicarakan dengan saya"),
)


def ticked(*chosen: str) -> tuple[Pilihan, ...]:
    return tuple(Pilihan(teks=text, dipilih=text in chosen) for text in CHOICES)


LEMBAR_DISPOSISI = LembarDisposisi(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/42/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    surat_dari="Dinas Kependudukan dan Pencatatan Sipil",
    nomor_surat="B/500.12.16.3/118/403.112/2026",
    tanggal_surat=dt.date(2026, 11, 23),
    diterima=DAY,
    nomor_agenda="0412/2026",
    hal="Permintaan Pengadaan Aplikasi ANTRIDUK",
    sifat=(
        Pilihan(teks="Sangat Segera"),
        Pilihan(teks="Segera", dipilih=True),
        Pilihan(teks="Rahasia"),
    ),
    hop=(
        Hop(
            dari=KADIS,
            kepada=("Kepala Bidang Teknologi Informasi dan Komunikasi",),
            waktu=at(24, 9, 12),
            instruksi=ticked("Proses lebih lanjut", "Koordinasi/konfirmasikan"),
            catatan="Mohon dipelajari kesiapan OPD dan dilaporkan hasilnya.",
        ),
        Hop(
            dari=KABID,
            kepada=("Kepala Seksi Pengembangan Aplikasi",),
            waktu=at(24, 13, 40),
            instruksi=ticked("Proses lebih lanjut"),
            catatan="Tunjuk tim dan jadwalkan technical meeting.",
        ),
    ),
)
SURAT_TUGAS = SuratTugas(
    kop=KOP,
    sah=ISSUED,
    nomor="800.1.11.1/043/403.115/XI/2026",
    tempat="Magetan",
    tanggal=DAY,
    dasar=(
        "Surat Dinas Kependudukan dan Pencatatan Sipil Nomor B/500.12.16.3/118/403.112/2026;",
        "Disposisi Kepala Dinas Komunikasi dan Informatika tanggal 24 November 2026;",
        "SOP-DISKOMINFO-001 tentang Pelayanan Permintaan Pengadaan Aplikasi.",
    ),
    kepada=(
        Petugas(
            nama=ANALIS.nama,
            pangkat="Penata (III/c)",
            nip=ANALIS.nip,
            jabatan="Pranata Komputer Ahli Muda",
            peran="Sistem Analis",
            jobdesk="Menyusun spesifikasi dan desain, menguji, dan mendampingi OPD.",
        ),
        Petugas(
            nama="Intan Permatasari, S.Tr.Kom.",
            pangkat="IX (PPPK)",
            nip="199807142023212005",
            jabatan="Pranata Komputer Terampil",
            peran="Programmer",
            jobdesk="Membangun aplikasi dan mengubah status pada GitLab.",
        ),
    ),
    untuk=(
        "melaksanakan pelayanan permintaan pengadaan aplikasi ANTRIDUK;",
        "melaksanakan technical meeting, analisis, desain, implementasi, dan pendampingan sesuai SOP;",
        "melaporkan hasil pelaksanaan kepada Kepala Seksi Pengembangan Aplikasi.",
    ),
    penandatangan=KABID,
    tembusan=("Yth. Kepala Dinas Komunikasi dan Informatika (sebagai laporan)", "Yth. Sekretaris Dinas"),
)
SCORES = (
    ("Mandat atau tenggat regulasi", 25, 2, "12.5", "Ada, lebih dari setahun"),
    ("Dampak pada pelayanan publik", 20, 4, "20", "Langsung, luas"),
    ("Arahan pimpinan, RPJMD, atau Renstra", 15, 3, "11.25", "RPJMD"),
    ("Risiko bila ditunda", 15, 3, "11.25", "Besar"),
    ("Jumlah pengguna atau penerima manfaat", 10, 4, "10", "5.000 atau lebih"),
    ("Kesiapan OPD", 10, 3, "7.5", "SOP dan data tersedia"),
    ("Keterpakaian dan efisiensi", 5, 3, "3.75", "Dapat dipakai OPD lain"),
)
LEMBAR_PRIORITAS = LembarPrioritas(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/44/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    permintaan=PERMINTAAN,
    kriteria=tuple(
        Kriteria(nama=nama, bobot=bobot, nilai=nilai, tertimbang=Decimal(weighted), arti=arti)
        for nama, bobot, nilai, weighted, arti in SCORES
    ),
    total=Decimal("76.25"),
    hasil="Tinggi",
    keputusan="Mendesak",
    alasan="Layanan antrean lama berhenti pada akhir Januari 2027.",
    tenggat=dt.date(2027, 1, 29),
    penandatangan=KASI,
)
SURAT_UNDANGAN = SuratUndangan(
    kop=KOP,
    sah=ISSUED,
    nomor="B/000.1.5/045/403.115/XI/2026",
    tempat="Magetan",
    tanggal=DAY,
    hal="Undangan Technical Meeting Aplikasi ANTRIDUK",
    kepada=(
        "Kepala Dinas Kependudukan dan Pencatatan Sipil",
        "Kepala Bidang Teknologi Informasi dan Komunikasi",
    ),
    di="Magetan",
    sifat="Segera",
    klasifikasi="Biasa",
    lampiran="1 (satu) lembar",
    pembuka=(
        (
            "Menindaklanjuti surat Kepala Dinas Kependudukan dan Pencatatan Sipil Nomor B/500.12.16.3/118/403.112/2026 "
            "tanggal 23 November 2026 hal Permintaan Pengadaan Aplikasi ANTRIDUK, dengan hormat kami mengundang "
            "Saudara untuk hadir pada:"
        ),
    ),
    acara=RAPAT,
    bahan="Alur pelayanan dan contoh formulir",
    penutup=(
        "Mengingat pentingnya acara dimaksud, diharapkan hadir tepat waktu.",
        "Demikian untuk menjadi perhatian, atas kehadirannya disampaikan terima kasih.",
    ),
    undangan=(
        Undangan(
            nama="Nur Hidayati", jabatan="Narahubung", instansi="Dinas Kependudukan dan Pencatatan Sipil"
        ),
        Undangan(nama=ANALIS.nama, jabatan="Sistem Analis", instansi="Dinas Komunikasi dan Informatika"),
    ),
    penandatangan=KABID,
    tembusan=("Yth. Sekretaris Dinas Komunikasi dan Informatika",),
)
SURAT_DINAS = SuratDinas(
    kop=KOP,
    sah=ISSUED,
    nomor="B/500.12/046/403.115/XI/2026",
    tempat="Magetan",
    tanggal=DAY,
    hal="Permintaan Kelengkapan Berkas Aplikasi ANTRIDUK",
    kepada=("Kepala Dinas Kependudukan dan Pencatatan Sipil",),
    di="Magetan",
    sifat="Segera",
    klasifikasi="Terbatas",
    lampiran="1 (satu) berkas",
    isi=(
        (
            "Menanggapi surat Saudara Nomor B/500.12.16.3/118/403.112/2026, setelah diperiksa, dengan hormat kami "
            "sampaikan bahwa berkas berikut belum lengkap:"
        ),
        Daftar(("Surat belum ditandatangani Kepala OPD.", "Narahubung belum ditunjuk.")),
        Rincian((("Disampaikan paling lambat", "8 Desember 2026"), ("Melalui", "loket.contoh.example"))),
        "Demikian untuk menjadi perhatian, atas kerja samanya disampaikan terima kasih.",
    ),
    penandatangan=KADIS,
    tembusan=("Yth. Bupati Magetan (sebagai laporan)",),
)
NOTA_DINAS = NotaDinas(
    kop=KOP,
    sah=ISSUED,
    nomor="B/500.12/047/403.115.3/XI/2026",
    tempat="Magetan",
    tanggal=DAY,
    kepada="Kepala Dinas Komunikasi dan Informatika",
    dari="Kepala Bidang Teknologi Informasi dan Komunikasi",
    hal="Perpanjangan pengerjaan melewati akhir tahun anggaran",
    sifat="Segera",
    klasifikasi="Biasa",
    lampiran="1 (satu) berkas",
    tembusan=("Sekretaris Dinas", "Kepala Seksi Pengembangan Aplikasi"),
    isi=(
        "Pengerjaan aplikasi ANTRIDUK disepakati selesai pada 26 Februari 2027, setelah tahun anggaran berakhir.",
        Daftar(("Pengerjaan dilanjutkan secara swakelola.", "Addendum kesepakatan disiapkan.")),
        "Demikian disampaikan, mohon arahan lebih lanjut.",
    ),
    penandatangan=KABID,
)
DAFTAR_HADIR = DaftarHadir(
    kop=KOP,
    sah=ISSUED,
    nomor="000.1.5/048/403.115/2026",
    tempat="Magetan",
    tanggal=dt.date(2026, 11, 26),
    acara=RAPAT,
    peserta=(
        Hadirin(
            nama=ANALIS.nama,
            nip=ANALIS.nip,
            jabatan="Sistem Analis",
            instansi="Dinas Kominfo",
            keterangan="Hadir",
        ),
        Hadirin(nama="Nur Hidayati", jabatan="Narahubung", instansi="Disdukcapil", keterangan="Hadir"),
        Hadirin(nama="Budi Santoso", jabatan="Operator", instansi="Disdukcapil", keterangan="Tidak hadir"),
    ),
    penandatangan=KASI,
)
LETTERS = {
    "tanda_terima": TANDA_TERIMA,
    "lembar_disposisi": LEMBAR_DISPOSISI,
    "surat_tugas": SURAT_TUGAS,
    "lembar_prioritas": LEMBAR_PRIORITAS,
    "surat_undangan": SURAT_UNDANGAN,
    "surat_dinas": SURAT_DINAS,
    "nota_dinas": NOTA_DINAS,
    "daftar_hadir": DAFTAR_HADIR,
}
