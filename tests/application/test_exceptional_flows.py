"""Every row of the table of exceptional flows (DOMAIN 12) has a test of its own, in the order of the table."""

from tests.application import (
    test_exceptions_around_the_work,
    test_exceptions_of_letters,
    test_exceptions_of_people,
    test_exceptions_of_work,
)
from tests.application.exceptional import WALKED

ROWS = {
    test_exceptions_of_letters: (
        "Surat tidak lengkap",
        "Only soft file, letter never comes",
        "Pengirim bukan OPD / tidak berwenang (desa, sekolah, instansi vertikal, LSM)",
        "OPD not eligible / aplikasi umum sudah ada",
        "Duplikat aplikasi yang ada / permintaan kembar",
    ),
    test_exceptions_of_people: (
        "Kadis tidak ada",
        "Kabid/Kasi kosong",
        "SA/PRG mutasi, cuti panjang, sakit",
        "OPD tidak hadir rapat",
        "Rapat tidak menghasilkan keputusan",
        "OPD ragu/PIC berganti",
    ),
    test_exceptions_of_work: (
        "Perubahan ruang lingkup (CR) sesudah SRS disetujui",
        "Reviu SRS/desain ditolak OPD",
        "UAT gagal",
        "Uji keamanan temuan tinggi",
        "BAST tidak ditandatangani OPD",
        "OPD membatalkan",
        "Kominfo menghentikan (kapasitas, regulasi)",
        "Akhir tahun anggaran",
    ),
    test_exceptions_around_the_work: (
        "Pihak ketiga (bukan swakelola)",
        "Perangkat/hosting belum siap",
        "GitLab tidak dapat diakses",
        "WhatsApp gagal",
        "Keadaan kahar (bencana, padam listrik, serangan siber)",
        "Keluhan tentang petugas",
        "Salah input oleh pengguna",
        'Permintaan mendesak di luar SOP ("perintah lisan pimpinan")',
    ),
}
"""The rows of the table, by the module in which they are walked."""


def test_no_row_of_the_table_is_forgotten_and_each_is_walked_once() -> None:
    titles = [title for rows in ROWS.values() for title in rows]

    assert len(titles) == 27
    assert set(WALKED) == set(titles)
    for module, rows in ROWS.items():
        walked = [title for title, name in WALKED.items() if hasattr(module, name)]
        assert walked == list(rows)
