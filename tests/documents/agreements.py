"""What two parties sign, every field filled."""

import datetime as dt
from dataclasses import replace

from loket.documents import (
    Addendum,
    Bast,
    BeritaAcaraSerahTerimaTugas,
    BeritaAcaraUat,
    Perubahan,
    Pihak,
    Saksi,
    Serahan,
    Skenario,
)
from tests.documents.people import AGENCY, ANALIS, DAY, ISSUED, KADIS, KASI, KOP, OFFICE, PERMINTAAN

BERITA_ACARA_UAT = BeritaAcaraUat(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/051/403.115/2026",
    nomor_kedua="400.12/77/403.112/2026",
    tempat="Dinas Kependudukan dan Pencatatan Sipil",
    tanggal=DAY,
    pihak_kesatu=OFFICE,
    pihak_kedua=AGENCY,
    permintaan=PERMINTAAN,
    versi="1.0.0-rc2",
    putaran=2,
    skenario=(
        Skenario(kode="S-01", uraian="Warga mengambil nomor antrean", hasil="Lulus"),
        Skenario(kode="S-02", uraian="Petugas memanggil antrean", hasil="Lulus", catatan="Suara diperjelas"),
        Skenario(kode="S-03", uraian="Rekap harian", hasil="Gagal", catatan="Kolom jam kosong"),
    ),
    bukti="laporan-uji-antriduk-rc2.pdf",
    sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    catatan=("Rekap harian diperbaiki paling lambat 4 Desember 2026.",),
    kesimpulan="diterima dengan catatan",
)
GOODS = (
    Serahan(uraian="Aplikasi ANTRIDUK versi 1.0.0", jumlah="1 (satu) aplikasi", keterangan="Baik, terpasang"),
    Serahan(uraian="Manual pengguna dan manual admin", jumlah="2 (dua) berkas", keterangan="PDF"),
    Serahan(uraian="Kode sumber", jumlah="1 (satu) repositori", keterangan="Akses baca bagi OPD"),
)
BAST = Bast(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/052/403.115/2026",
    nomor_kedua="400.12/78/403.112/2026",
    tempat="Pendopo Surya Graha",
    tanggal=DAY,
    pihak_kesatu=OFFICE,
    pihak_kedua=AGENCY,
    aplikasi="Antrian Daring Adminduk",
    versi="1.0.0",
    alamat_aplikasi="https://antriduk.contoh.example",
    pemelihara="Dinas Komunikasi dan Informatika",
    pendampingan_sampai=dt.date(2027, 2, 26),
    tanda_rilis="v1.0.0",
    rincian=GOODS,
    ketentuan_lain=("pelatihan operator dilaksanakan satu kali lagi pada Januari 2027.",),
    lampiran=("Berita Acara UAT Nomor 500.12/051/403.115/2026", "Dokumen desain versi 1.0"),
    saksi=(
        Saksi(nama=KASI.nama, jabatan="Kepala Seksi"),
        Saksi(nama="Nur Hidayati", jabatan="Narahubung OPD"),
    ),
    mengetahui=replace(
        KADIS, jabatan=("Sekretaris Daerah",), nama="Drs. Contoh Nama, M.M.", peran="Mengetahui"
    ),
)
ADDENDUM = Addendum(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/054/403.115/2026",
    nomor_kedua="400.12/79/403.112/2026",
    tempat="Magetan",
    tanggal=DAY,
    pihak_kesatu=OFFICE,
    pihak_kedua=AGENCY,
    permintaan=PERMINTAAN,
    atas="kesepakatan rapat teknis 26 November 2026",
    perubahan=(
        Perubahan(pokok="Akhir pengerjaan", semula="26 Februari 2027", menjadi="31 Maret 2027"),
        Perubahan(pokok="Ruang lingkup", semula="Antrean KTP", menjadi="Antrean KTP dan kartu keluarga"),
    ),
    alasan="Data antrean lama perlu dipindahkan lebih dahulu.",
)
SERAH_TERIMA_TUGAS = BeritaAcaraSerahTerimaTugas(
    kop=KOP,
    sah=ISSUED,
    nomor="800.1/055/403.115/2026",
    nomor_kedua="800.1/056/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    pihak_kesatu=Pihak(orang=ANALIS, instansi="Dinas Komunikasi dan Informatika", alamat="Seksi Aplikasi"),
    pihak_kedua=Pihak(
        orang=replace(
            ANALIS, nama="Fajar Nugroho, S.T.", nip="199305022019031006", pangkat="Penata Muda Tk. I"
        ),
        instansi="Dinas Komunikasi dan Informatika",
        alamat="Seksi Aplikasi",
    ),
    permintaan=PERMINTAAN,
    tugas="Sistem Analis",
    alasan="Mutasi ke Badan Perencanaan Pembangunan Daerah",
    keadaan="Spesifikasi disetujui; desain 60 persen.",
    serahan=GOODS[1:],
    akses=("Repositori GitLab (peran Developer)", "Server uji"),
    mengetahui=KASI,
)
AGREEMENTS = {
    "berita_acara_uat": BERITA_ACARA_UAT,
    "bast": BAST,
    "addendum": ADDENDUM,
    "serah_terima_tugas": SERAH_TERIMA_TUGAS,
}
