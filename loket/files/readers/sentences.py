"""What the readers say of a file that is the right kind but cannot be used."""

DAMAGED = "Berkas {label} ini rusak atau terpotong. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
LOCKED = "Berkas {label} ini terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."
MACRO = "Dokumen ini mengandung makro. Simpan sebagai DOCX, XLSX, atau PDF tanpa makro, lalu unggah lagi."
BOMB = "Isi berkas {label} ini terlalu besar setelah dibuka. Simpan ulang dengan isi yang lebih sedikit, lalu unggah lagi."
TOO_MANY_PIXELS = "Gambar ini {megapixels} megapiksel. Perkecil menjadi paling banyak {allowed} megapiksel, lalu unggah lagi."
