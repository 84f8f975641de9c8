"""Letters and reports: a dataclass in, the bytes of a PDF out."""

from loket.documents.isi import Daftar, Isi, Rincian, Tabel
from loket.documents.laporan import Bagian, Laporan
from loket.documents.parts import Kop, Penandatangan
from loket.documents.rendering import TemplateFault, render
from loket.documents.surat_permintaan import SuratPermintaan

__all__ = [
    "Bagian",
    "Daftar",
    "Isi",
    "Kop",
    "Laporan",
    "Penandatangan",
    "Rincian",
    "SuratPermintaan",
    "Tabel",
    "TemplateFault",
    "render",
]
