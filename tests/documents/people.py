"""Whose names and offices the examples carry."""

import datetime as dt
from zoneinfo import ZoneInfo

from loket.documents import Acara, Kop, Penandatangan, Pengesahan, Perihal, Pihak

ZONE = ZoneInfo("Asia/Jakarta")
DAY = dt.date(2026, 11, 24)
KODE = "7KQ2-M9XD-4TRA"
KOP = Kop(
    pemerintah="Pemerintah Kabupaten Magetan",
    instansi="Dinas Komunikasi dan Informatika",
    alamat="Jalan Contoh Nomor 1 Magetan 63311",
    kontak="Telepon (0351) 000000, laman kominfo.contoh.example, pos-el kominfo@contoh.example",
)
ISSUED = Pengesahan(cara="internal", kode=KODE, alamat=f"https://loket.contoh.example/verifikasi/{KODE}")
KADIS = Penandatangan(
    jabatan=("Kepala Dinas Komunikasi dan Informatika",),
    nama="Hendra Prasetya Wibawa, S.Sos., M.Si.",
    pangkat="Pembina Utama Muda",
    nip="197203151993031004",
    disetujui="24 November 2026 pukul 09.12 WIB",
)
KABID = Penandatangan(
    jabatan=("a.n. Kepala Dinas Komunikasi dan Informatika", "Kepala Bidang TIK"),
    nama="Ratna Kusumaningrum, S.Kom., M.T.",
    pangkat="Pembina",
    nip="198006212005012007",
    disetujui="24 November 2026 pukul 13.40 WIB",
)
KASI = Penandatangan(
    jabatan=("Kepala Seksi Pengembangan Aplikasi",),
    nama="Agung Wicaksono, S.Kom.",
    pangkat="Penata Tingkat I",
    nip="198504092010011015",
    disetujui="24 November 2026 pukul 15.05 WIB",
)
ANALIS = Penandatangan(
    jabatan=("Sistem Analis (Pranata Komputer Ahli Muda)",),
    nama="Dewi Larasati, S.Kom.",
    pangkat="Penata",
    nip="199108172015032003",
    disetujui="24 November 2026 pukul 16.00 WIB",
)
DUKCAPIL = Penandatangan(
    jabatan=("Kepala Dinas Kependudukan dan Pencatatan Sipil",),
    nama="Dra. Endang Wahyuni, M.Si.",
    pangkat="Pembina Utama Muda",
    nip="197001011995032001",
    disetujui="24 November 2026 pukul 16.30 WIB",
)
PERMINTAAN = Perihal(
    nomor="APL-2026-0001",
    aplikasi="Antrean Daring Pelayanan Adminduk (ANTRIDUK)",
    opd="Dinas Kependudukan dan Pencatatan Sipil",
)
OFFICE = Pihak(
    orang=KADIS, instansi="Dinas Komunikasi dan Informatika", alamat="Jalan Contoh Nomor 1 Magetan"
)
AGENCY = Pihak(
    orang=DUKCAPIL,
    instansi="Dinas Kependudukan dan Pencatatan Sipil",
    alamat="Jalan Karya Dharma Nomor 70 Magetan",
)
RAPAT = Acara(
    nama="Technical Meeting Aplikasi ANTRIDUK",
    mulai=dt.datetime(2026, 11, 26, 9, 0, tzinfo=ZONE),
    selesai=dt.datetime(2026, 11, 26, 11, 30, tzinfo=ZONE),
    tempat="Ruang Rapat Dinas Komunikasi dan Informatika",
    tautan="https://rapat.contoh.example/antriduk",
)


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """Give a moment in November 2026."""
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=ZONE)
