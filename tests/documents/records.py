"""Minutes, reports and registers, every field filled."""

import datetime as dt
from dataclasses import replace

from loket.documents import (
    BarisNaskah,
    BarisSurat,
    BerkasPerkara,
    ButirReviu,
    Daftar,
    DaftarNaskah,
    DaftarSurat,
    IsiBerkas,
    JejakLangkah,
    Kegiatan,
    LaporanPendampingan,
    LembarReviu,
    Notulen,
    Pembahasan,
    TindakLanjut,
)
from tests.documents.people import (
    AGENCY,
    ANALIS,
    DAY,
    DUKCAPIL,
    ISSUED,
    KADIS,
    KASI,
    KOP,
    PERMINTAAN,
    RAPAT,
    at,
)

SHA256 = "9f2c4b7e81d05a36c1e8f94027bd6a5533c0e1f7a84d92b6075e3c1f8a9d4e20"
NOTULEN = Notulen(
    kop=KOP,
    sah=ISSUED,
    nomor="000.1.5/049/403.115/2026",
    tempat="Magetan",
    tanggal=dt.date(2026, 11, 26),
    acara=RAPAT,
    pimpinan=KASI,
    notulis=ANALIS,
    jumlah_peserta=5,
    peserta=(KASI.nama, ANALIS.nama, "Nur Hidayati", "Budi Santoso", "Intan Permatasari, S.Tr.Kom."),
    agenda=("Alur pelayanan antrean", "Kebutuhan dan penyedia perangkat", "Waktu pengerjaan"),
    pembahasan=(
        Pembahasan(
            agenda="Alur pelayanan antrean",
            isi=(
                "Warga mengambil nomor melalui gawai atau mesin di ruang tunggu.",
                Daftar(("Loket 1-4: KTP",)),
            ),
        ),
        Pembahasan(agenda="Kebutuhan dan penyedia perangkat", isi=("Mesin antrean disediakan OPD.",)),
    ),
    kesimpulan=("Kebutuhan disetujui sebagaimana daftar terlampir.", "Permintaan dilanjutkan ke analisis."),
    kesepakatan=(
        ("Penyedia perangkat lunak", "Dinas Kominfo"),
        ("Waktu pengerjaan", "1 Desember 2026 s.d. 26 Februari 2027"),
        ("Penanggung jawab pemeliharaan", "Dinas Kominfo (Seksi Pengembangan Aplikasi)"),
    ),
    tindak_lanjut=(
        TindakLanjut(apa="Mengirim contoh formulir", siapa="Nur Hidayati", kapan="30 November 2026"),
        TindakLanjut(apa="Menyusun spesifikasi kebutuhan", siapa="Dewi Larasati", kapan="17 Desember 2026"),
    ),
    penutup="Rapat ditutup pada pukul 11.30 WIB.",
)
LEMBAR_REVIU = LembarReviu(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/050/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    permintaan=PERMINTAAN,
    dokumen="Dokumen Spesifikasi Kebutuhan Aplikasi",
    versi="0.2",
    putaran=2,
    sha256=SHA256,
    butir=(
        ButirReviu(kode="AN-05", uraian="Matriks peran dan hak akses", hasil="Sesuai", catatan="Lengkap"),
        ButirReviu(
            kode="AN-06",
            uraian="Kebutuhan fungsional",
            hasil="Perlu perbaikan",
            catatan="KF-007 belum terukur",
        ),
    ),
    catatan=("Lengkapi kriteria penerimaan KF-007.", "Cantumkan sumber data kependudukan."),
    kesimpulan="Diterima dengan perbaikan; tidak perlu reviu ulang.",
    peninjau=(KASI, ANALIS),
)
LAPORAN_PENDAMPINGAN = LaporanPendampingan(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/053/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    tentang="Pendampingan Aplikasi ANTRIDUK",
    umum="Aplikasi ANTRIDUK diserahkan pada 24 November 2026.",
    maksud_dan_tujuan="Memastikan petugas dapat memakai aplikasi secara mandiri.",
    ruang_lingkup="Pelatihan, perbaikan kecil, dan pemantauan.",
    dasar=("SOP-DISKOMINFO-001", "BAST Nomor 500.12/052/403.115/2026"),
    kegiatan=(
        Kegiatan(
            tanggal=dt.date(2026, 12, 1),
            uraian="Pelatihan 12 petugas loket",
            hasil="Semua dapat memanggil antrean",
        ),
        Kegiatan(tanggal=dt.date(2026, 12, 8), uraian="Pemantauan hari sibuk", hasil="Tanpa gangguan"),
    ),
    hasil=("Waktu tunggu rata-rata turun dari 47 menjadi 18 menit.",),
    simpulan="Aplikasi siap dipakai tanpa pendampingan harian.",
    saran="Menambah satu layar panggilan di ruang tunggu timur.",
    penutup="Demikian laporan ini dibuat sebagai pertanggungjawaban.",
    penandatangan=ANALIS,
    menyetujui=(replace(KASI, peran="Menyetujui"), replace(DUKCAPIL, peran="Mengetahui")),
    lampiran=("Foto kegiatan", "Daftar hadir pelatihan"),
)
BERKAS_PERKARA = BerkasPerkara(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/057/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    permintaan=PERMINTAAN,
    keadaan="Berjalan, langkah 7 Analisis",
    per=at(24, 16, 45),
    keterangan=(
        ("Prioritas", "Tinggi"),
        ("Narahubung", "Nur Hidayati"),
        ("Tim", "Dewi Larasati, Intan Permatasari"),
    ),
    isi=(
        IsiBerkas(
            uraian="Surat permintaan",
            tanggal=dt.date(2026, 11, 23),
            nomor="B/500.12.16.3/118/403.112/2026",
            penanda_tangan=DUKCAPIL.nama,
            halaman=2,
            sha256=SHA256,
            berkas="01-surat-permintaan.pdf",
        ),
        IsiBerkas(
            uraian="Lembar disposisi",
            tanggal=DAY,
            nomor="0412/2026",
            penanda_tangan=KADIS.nama,
            halaman=1,
            sha256=SHA256[::-1],
            berkas="02-lembar-disposisi.pdf",
        ),
    ),
    langkah=(
        JejakLangkah(
            ke="1",
            uraian="Menerima surat permintaan",
            pelaksana="Sri Wahyuni",
            tersedia=at(24, 8, 0),
            mulai=at(24, 8, 5),
            selesai=at(24, 8, 15),
        ),
        JejakLangkah(
            ke="7 (ulang 2)",
            uraian="Analisis aplikasi baru",
            pelaksana=ANALIS.nama,
            tersedia=at(24, 14, 0),
            mulai=at(24, 14, 30),
        ),
    ),
)
DAFTAR_NASKAH = DaftarNaskah(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/058/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    judul="Buku Agenda Surat Keluar Tahun 2026",
    per=at(24, 16, 45),
    saringan="Jenis surat dinas dan undangan, November 2026",
    baris=tuple(
        BarisNaskah(
            urut=number,
            tanggal=dt.date(2026, 11, 2 + number),
            nomor=f"B/500.12/{number:03}/403.115/XI/2026",
            jenis=("Surat undangan", "Surat dinas")[number % 2],
            tujuan=AGENCY.instansi,
            hal=f"Permintaan kelengkapan berkas aplikasi {number}",
            penanda_tangan=KADIS.nama,
            keadaan=("Berlaku", "Dibatalkan")[number % 5 == 0],
        )
        for number in range(1, 13)
    ),
)
DAFTAR_SURAT = DaftarSurat(
    kop=KOP,
    sah=ISSUED,
    nomor="500.12/059/403.115/2026",
    tempat="Magetan",
    tanggal=DAY,
    judul="Buku Agenda Surat Masuk Tahun 2026",
    per=at(24, 16, 45),
    saringan="November 2026",
    baris=tuple(
        BarisSurat(
            agenda=f"{number}/2026",
            diterima=dt.date(2026, 11, 2 + number),
            asal=AGENCY.instansi,
            nomor=f"B/500.12/{number:03}/403.112/2026",
            tanggal=dt.date(2026, 11, 1 + number),
            hal=f"Permintaan pengadaan aplikasi antrean {number}",
            sifat=("Biasa", "Sangat segera")[number % 5 == 0],
            diteruskan=KADIS.nama,
            permintaan=f"APL-2026-{number:04}",
        )
        for number in range(1, 13)
    ),
)
RECORDS = {
    "notulen": NOTULEN,
    "lembar_reviu": LEMBAR_REVIU,
    "laporan_pendampingan": LAPORAN_PENDAMPINGAN,
    "berkas_perkara": BERKAS_PERKARA,
    "daftar_naskah": DAFTAR_NASKAH,
    "daftar_surat": DAFTAR_SURAT,
}
