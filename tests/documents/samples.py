"""Documents as an office would make them."""

import datetime as dt
from zoneinfo import ZoneInfo

from loket.documents import Bagian, Daftar, Kop, Laporan, Penandatangan, Rincian, SuratPermintaan, Tabel

MADE_AT = dt.datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Asia/Jakarta"))

KOP = Kop(
    pemerintah="Pemerintah Kabupaten Magetan",
    instansi="Dinas Kependudukan dan Pencatatan Sipil",
    alamat="Jalan Karya Dharma Nomor 70 Magetan 63319",
    kontak="Telepon (0351) 000000, pos-el dukcapil@contoh.example",
)
KEPALA = Penandatangan(
    jabatan=("Kepala Dinas Kependudukan dan Pencatatan Sipil",),
    nama="Dra. Endang Wahyuni, M.Si.",
    pangkat="Pembina Utama Muda",
    nip="19700101 199503 2 001",
)
OPENING = (
    "Setiap hari kami melayani rata-rata 240 orang di loket yang masih memakai nomor antrean kertas.",
    "Sehubungan dengan hal tersebut, kami mohon bantuan pembuatan aplikasi dengan rincian sebagai berikut:",
)
RINCIAN = Rincian(
    (
        ("Nama aplikasi", "Antrean Dukcapil"),
        ("Layanan yang didukung", "Penerbitan KTP elektronik dan kartu keluarga"),
        ("Pengguna", "12 petugas loket dan warga Kabupaten Magetan"),
        ("Waktu yang diharapkan", "Maret 2027"),
    )
)
CLOSING = (
    "Untuk koordinasi lebih lanjut, kami menunjuk Sdr. Budi Santoso, S.Kom. sebagai narahubung.",
    "Demikian permohonan kami. Atas perhatian dan kerja sama Saudara, kami sampaikan terima kasih.",
)
SURAT = SuratPermintaan(
    kop=KOP,
    nomor="400.12/1123/403.118/2026",
    sifat="Segera",
    lampiran="1 (satu) berkas",
    hal="Permohonan pembuatan aplikasi antrean pelayanan administrasi kependudukan",
    tempat="Magetan",
    tanggal=dt.date(2026, 11, 24),
    kepada="Kepala Dinas Komunikasi dan Informatika Kabupaten Magetan",
    di="Magetan",
    isi=(*OPENING, RINCIAN, *CLOSING),
    penandatangan=KEPALA,
    tembusan=("Bupati Magetan (sebagai laporan)", "Sekretaris Daerah Kabupaten Magetan"),
)
LAPORAN = Laporan(
    jenis="Spesifikasi kebutuhan perangkat lunak",
    judul="Antrean Dukcapil",
    subjudul="Aplikasi antrean pelayanan administrasi kependudukan",
    kop=KOP,
    keterangan=(
        ("Nomor permintaan", "APL-2026-0041"),
        ("Versi", "1.0"),
        ("Disusun oleh", "Rina Kartika, S.Kom. (Sistem Analis)"),
    ),
    bagian=(
        Bagian(
            judul="Pendahuluan",
            isi=(
                "Dokumen ini mencatat kebutuhan yang disepakati dalam rapat teknis pada Selasa, 17 November 2026.",
                Daftar(
                    ("Petugas memanggil antrean dari komputer loket.", "Warga mengambil nomor dari gawai.")
                ),
            ),
        ),
        Bagian(
            judul="Kebutuhan",
            bagian=(
                Bagian(
                    judul="Kebutuhan fungsional",
                    isi=(
                        Tabel(
                            kolom=("No.", "Kebutuhan", "Prioritas"),
                            baris=tuple(
                                (str(n), f"Petugas dapat membuka loket {n}.", "Wajib") for n in range(1, 9)
                            ),
                            lebar=(1, 7, 2),
                        ),
                    ),
                ),
                Bagian(judul="Kebutuhan nonfungsional", isi=("Halaman terbuka dalam 2 detik.",)),
            ),
        ),
    ),
    tempat="Magetan",
    tanggal=dt.date(2026, 11, 24),
    penandatangan=(
        Penandatangan(peran="Pihak Kesatu", jabatan=("Sistem Analis",), nama="Rina Kartika, S.Kom.", nip="1"),
        Penandatangan(peran="Pihak Kedua", jabatan=("Narahubung OPD",), nama="Budi Santoso, S.Kom."),
    ),
)
