"""Letters and reports: a dataclass in, the bytes of a PDF out."""

from loket.documents.berita_acara import (
    Addendum,
    Bast,
    BeritaAcaraSerahTerimaTugas,
    BeritaAcaraUat,
    Pihak,
    Serahan,
    Skenario,
)
from loket.documents.berkas_perkara import Berkas, BerkasPerkara, Catatan
from loket.documents.daftar_hadir import DaftarHadir, Hadirin
from loket.documents.daftar_naskah import DaftarNaskah
from loket.documents.isi import Daftar, Isi, Rincian, Tabel
from loket.documents.laporan import Bagian, Laporan
from loket.documents.laporan_pendampingan import LaporanPendampingan
from loket.documents.lembar_disposisi import Hop, LembarDisposisi
from loket.documents.lembar_prioritas import Kriteria, LembarPrioritas
from loket.documents.lembar_reviu import LembarReviu, Tanggapan
from loket.documents.nota_dinas import NotaDinas
from loket.documents.notulen import Notulen, TindakLanjut
from loket.documents.parts import Cara, Kop, Penandatangan, Pengesahan
from loket.documents.rendering import Document, Frozen, TemplateFault, freeze, pictures, render, render_frozen
from loket.documents.surat_dinas import Acara, Lampiran, SuratDinas, SuratUndangan
from loket.documents.surat_permintaan import SuratPermintaan
from loket.documents.surat_tugas import Petugas, SuratTugas
from loket.documents.tanda_terima import TandaTerima

__all__ = [
    "Acara",
    "Addendum",
    "Bagian",
    "Bast",
    "BeritaAcaraSerahTerimaTugas",
    "BeritaAcaraUat",
    "Berkas",
    "BerkasPerkara",
    "Cara",
    "Catatan",
    "Daftar",
    "DaftarHadir",
    "DaftarNaskah",
    "Document",
    "Frozen",
    "Hadirin",
    "Hop",
    "Isi",
    "Kop",
    "Kriteria",
    "Lampiran",
    "Laporan",
    "LaporanPendampingan",
    "LembarDisposisi",
    "LembarPrioritas",
    "LembarReviu",
    "NotaDinas",
    "Notulen",
    "Penandatangan",
    "Pengesahan",
    "Petugas",
    "Pihak",
    "Rincian",
    "Serahan",
    "Skenario",
    "SuratDinas",
    "SuratPermintaan",
    "SuratTugas",
    "SuratUndangan",
    "Tabel",
    "TandaTerima",
    "Tanggapan",
    "TemplateFault",
    "TindakLanjut",
    "freeze",
    "pictures",
    "render",
    "render_frozen",
]
