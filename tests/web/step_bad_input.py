"""What people and attackers type into the forms of the steps, and the sentence that each of them gets."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.files.samples import pdf

NUL, BIDI, ENDLESS = "Nama\x00aplikasi", "Nama\u202eaplikasi", "a" * 100_000

BAD: list[tuple[str, str, dict[str, Any], str]] = [
    ("disposisi", "kepala_dinas", {"ke": "kemana saja"}, "Pilih tujuan disposisi."),
    ("disposisi", "kepala_dinas", {"ke": "sampai_di_seksi:\x00"}, "Pilih Kepala Seksi"),
    (
        "disposisi",
        "kepala_dinas",
        {"ke": "sampai_di_seksi:999999"},
        "Pilih Kepala Seksi Pengembangan Aplikasi yang masih bertugas.",
    ),
    ("disposisi", "kepala_dinas", {"sifat": "x" * 300}, "Pilih salah satu dari pilihan yang tersedia."),
    ("disposisi", "kepala_dinas", {"instruksi": []}, "Pilih instruksi."),
    ("disposisi", "kepala_dinas", {"instruksi": ["bakar"]}, "Pilih hanya dari pilihan yang tersedia."),
    (
        "disposisi",
        "kepala_dinas",
        {"catatan": ENDLESS},
        "Isian catatan 100.000 karakter. Ringkas menjadi paling banyak 5.000 karakter.",
    ),
    ("disposisi", "kepala_dinas", {"outcome": "dikembalikan"}, "Isi kekurangan yang perlu dilengkapi OPD."),
    ("penunjukan", "penunjukan", {"analyst_ids": []}, "Pilih paling sedikit satu sistem analis."),
    (
        "penunjukan",
        "penunjukan",
        {"programmer_ids": ["1; DROP TABLE"]},
        "Pilih hanya dari pilihan yang tersedia.",
    ),
    ("prioritas", "prioritas", {"u1": "9"}, "Pilih salah satu dari pilihan yang tersedia."),
    ("prioritas", "prioritas", {"u1": []}, "Beri nilai 1 sampai 4 untuk: Mandat atau tenggat regulasi."),
    ("prioritas", "prioritas", {"deadline": "kemarin"}, "Tulis tanggal seperti 26/11/2026."),
    (
        "prioritas",
        "prioritas",
        {"decided": "rendah"},
        "Jelaskan alasan menetapkan prioritas selain Tinggi, hasil perhitungan.",
    ),
    (
        "undangan",
        "undangan",
        {"tanggal": "7/3/2026"},
        "Tanggal rapat jatuh di luar hari kerja. Pilih hari kerja.",
    ),
    ("undangan", "undangan", {"tanggal": "19/3/2026"}, "Tanggal rapat jatuh pada hari libur ("),
    ("undangan", "undangan", {"tanggal": "2/2/2026"}, "Rapat harus dijadwalkan setelah saat ini."),
    ("undangan", "undangan", {"tanggal": "1/3/2099"}, "Kalender kerja tahun 2099 belum diisi"),
    ("undangan", "undangan", {"jam_mulai": "25.00"}, "Tulis jam seperti 13.00."),
    ("undangan", "undangan", {"jam_mulai": ""}, "Isi tanggal dan jam mulai rapat."),
    ("undangan", "undangan", {"jam_selesai": "08.00"}, "Jam selesai harus setelah jam mulai."),
    (
        "undangan",
        "undangan",
        {"tautan": "https://rapat.example/\x00"},
        "Isian tautan rapat daring mengandung karakter tersembunyi.",
    ),
    (
        "undangan",
        "undangan",
        {"tautan": "https://rapat.example/" + "a" * 400},
        "Isian tautan rapat daring 422 karakter.",
    ),
    (
        "undangan",
        "undangan",
        {"tautan": "javascript:alert(1)"},
        "Tulis tautan rapat lengkap, diawali https://.",
    ),
    (
        "undangan",
        "undangan",
        {"kanal": "telepon"},
        "Isi catatan telepon: siapa yang dihubungi, jam, dan jawabannya.",
    ),
    (
        "undangan",
        "undangan",
        {"kanal": "surat", "nomor_surat": "???"},
        "Nomor surat hanya berisi huruf, angka, titik",
    ),
    ("undangan", "undangan", {"peserta_ids": []}, "Pilih paling sedikit satu peserta dari Dinas Kominfo."),
    ("rapat_teknis", "rapat_teknis", {"tanggal": "2/1/2001"}, "Kalender kerja tahun 2001 belum diisi"),
    (
        "rapat_teknis",
        "rapat_teknis",
        {"items-0-nama": "", "items-1-nama": ""},
        "Catat penyedia perangkat lunak dan perangkat keras, satu per baris.",
    ),
    (
        "rapat_teknis",
        "rapat_teknis",
        {"items-0-pihak": "tetangga"},
        "Pilih salah satu dari pilihan yang tersedia.",
    ),
    (
        "rapat_teknis",
        "rapat_teknis",
        {"attendees-0-nama": BIDI},
        "Isian nama mengandung karakter tersembunyi.",
    ),
    (
        "rapat_teknis",
        "rapat_teknis",
        {"attendees-TOTAL_FORMS": "x"},
        "Daftar ini tidak terbaca. Periksa isinya, lalu kirim lagi.",
    ),
    (
        "rapat_teknis",
        "rapat_teknis",
        {"alasan_lanjutan": NUL},
        "Isian yang masih perlu dibahas mengandung karakter tersembunyi.",
    ),
    ("rapat_teknis", "rapat_teknis", {"keputusan": "bubar"}, "Pilih keputusan rapat."),
    (
        "rapat_teknis",
        "rapat_teknis",
        {"implementasi_until": "1/4/2026"},
        "Tanggal selesai harus setelah tanggal mulai.",
    ),
    ("analisis", "susun", {"berkas": None}, "Unggah dokumen."),
    (
        "analisis",
        "susun",
        {"berkas": SimpleUploadedFile("a.pdf", b"")},
        "Berkas ini kosong (0 byte). Pilih berkas yang berisi.",
    ),
    (
        "analisis",
        "susun",
        {"berkas": SimpleUploadedFile("a.docx", pdf())},
        "Nama berkas berakhiran .docx, tetapi isinya PDF.",
    ),
    ("analisis", "susun", {"versi": ENDLESS}, "Isian versi dokumen, misalnya 1.0 100.000 karakter."),
    ("analisis", "susun", {"berkas": None, "berkas_id": "9" * 40}, "Unggah dokumen."),
    ("analisis", "susun", {"berkas": None, "berkas_id": "'; --"}, "Unggah dokumen."),
    ("analisis", "reviu", {"outcome": "dikembalikan"}, "Isi catatan tentang yang perlu diperbaiki."),
    ("analisis", "reviu", {"outcome": "disetujui"}, "Pilih keputusan."),
    (
        "implementasi",
        "bangun",
        {"outcome": "kemajuan", "percent": "101"},
        "Isi kemajuan antara 0 dan 100 persen.",
    ),
    (
        "implementasi",
        "bangun",
        {"outcome": "kemajuan", "percent": "separuh"},
        "Tulis bilangan bulat, contoh 40.",
    ),
    (
        "implementasi",
        "bangun",
        {"repository": "gitlab"},
        "Tulis alamat repositori lengkap, diawali https://.",
    ),
    ("implementasi", "uat", {"outcome": "ditolak"}, "Isi catatan hasil uji."),
    (
        "serah_terima",
        "siapkan",
        {"pendampingan_until": "1/2/2026"},
        "Akhir pendampingan harus setelah hari ini",
    ),
    (
        "serah_terima",
        "ttd_dinas",
        {"is_agreed": []},
        "Nyatakan bahwa Anda sudah membaca dan menyetujui isinya.",
    ),
    (
        "pendampingan",
        "laporan",
        {"outcome": "kegiatan", "held_on": "31/12/2026"},
        "Isi tanggal kegiatan, paling akhir hari ini.",
    ),
    ("pendampingan", "konfirmasi", {"outcome": "dikembalikan"}, "Isi yang perlu diperbaiki."),
]
"""Step, bagian, the changes to good answers (None: not sent), and how the sentence begins."""
