"""Letters and reports: a dataclass in, the bytes of a PDF out."""

from loket.documents.addendum import Addendum, Perubahan
from loket.documents.bast import Bast, Saksi, Serahan
from loket.documents.berita_acara_uat import BeritaAcaraUat, Skenario
from loket.documents.berkas_perkara import BerkasPerkara, IsiBerkas, JejakLangkah
from loket.documents.daftar_hadir import DaftarHadir, Hadirin
from loket.documents.daftar_naskah import BarisNaskah, DaftarNaskah
from loket.documents.daftar_surat import BarisSurat, DaftarSurat
from loket.documents.isi import Daftar, Isi, Rincian, Tabel
from loket.documents.laporan import Bagian, Laporan
from loket.documents.laporan_pendampingan import Kegiatan, LaporanPendampingan
from loket.documents.lembar_disposisi import Hop, LembarDisposisi, Pilihan
from loket.documents.lembar_prioritas import Kriteria, LembarPrioritas
from loket.documents.lembar_reviu import ButirReviu, LembarReviu
from loket.documents.naskah import Acara, Dokumen, Perihal, Pihak
from loket.documents.nota_dinas import NotaDinas
from loket.documents.notulen import Notulen, Pembahasan, TindakLanjut
from loket.documents.parts import BASAH, KONSEP, TERCATAT, Cara, Kertas, Kop, Penandatangan, Pengesahan
from loket.documents.picturing import pictures
from loket.documents.rendering import Frozen, TemplateFault, freeze, render, render_frozen
from loket.documents.serah_terima_tugas import BeritaAcaraSerahTerimaTugas
from loket.documents.surat_dinas import SuratDinas
from loket.documents.surat_permintaan import SuratPermintaan
from loket.documents.surat_tugas import Petugas, SuratTugas
from loket.documents.surat_undangan import SuratUndangan, Undangan
from loket.documents.tanda_terima import TandaTerima

__all__ = [
    "BASAH",
    "KONSEP",
    "TERCATAT",
    "Acara",
    "Addendum",
    "Bagian",
    "BarisNaskah",
    "BarisSurat",
    "Bast",
    "BeritaAcaraSerahTerimaTugas",
    "BeritaAcaraUat",
    "BerkasPerkara",
    "ButirReviu",
    "Cara",
    "Daftar",
    "DaftarHadir",
    "DaftarNaskah",
    "DaftarSurat",
    "Dokumen",
    "Frozen",
    "Hadirin",
    "Hop",
    "Isi",
    "IsiBerkas",
    "JejakLangkah",
    "Kegiatan",
    "Kertas",
    "Kop",
    "Kriteria",
    "Laporan",
    "LaporanPendampingan",
    "LembarDisposisi",
    "LembarPrioritas",
    "LembarReviu",
    "NotaDinas",
    "Notulen",
    "Pembahasan",
    "Penandatangan",
    "Pengesahan",
    "Perihal",
    "Perubahan",
    "Petugas",
    "Pihak",
    "Pilihan",
    "Rincian",
    "Saksi",
    "Serahan",
    "Skenario",
    "SuratDinas",
    "SuratPermintaan",
    "SuratTugas",
    "SuratUndangan",
    "Tabel",
    "TandaTerima",
    "TemplateFault",
    "TindakLanjut",
    "Undangan",
    "freeze",
    "pictures",
    "render",
    "render_frozen",
]
