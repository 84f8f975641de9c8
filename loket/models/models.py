"""Django looks for an app's models here; each lives in the file of its aggregate."""

from loket.models.addendum import Addendum
from loket.models.bast import Bast
from loket.models.diskusi import Comment, Draft, Pesan
from loket.models.dokumen import Dokumen, DokumenVersi, Review, Upload
from loket.models.entry import Entry, Seal, SealedHead
from loket.models.gitlab import (
    GitlabComment,
    GitlabConnection,
    GitlabDelivery,
    GitlabMergeRequest,
    GitlabPosting,
    GitlabStateChange,
)
from loket.models.implementasi import Aplikasi, ProgressNote, Uat
from loket.models.issue_gitlab import IssueGitlab
from loket.models.jeda import Jeda
from loket.models.kahar import Kahar
from loket.models.kantor import Counter, HariLibur, JadwalKerja, Kantor
from loket.models.naskah import AturanNaskah, Naskah, NaskahFile, TandaTangan
from loket.models.opd import Opd
from loket.models.pendampingan import LaporanPendampingan, PendampinganNote
from loket.models.pengerjaan import Pengerjaan
from loket.models.penutupan import Penutupan
from loket.models.periksa import ButirPeriksa
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.perubahan import PerubahanData, PerubahanLingkup, SerahTerimaTugas
from loket.models.rapat import Kehadiran, Kesepakatan, Rapat
from loket.models.sertifikat import Sertifikat
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.models.surat import Disposisi, Surat
from loket.models.tiket import Prioritas, Tiket
from loket.models.token import KeptAnswer, Token
from loket.models.user import Jabatan, PasswordLink, User
from loket.models.usulan import Usulan

__all__ = [
    "Addendum",
    "Aplikasi",
    "AturanNaskah",
    "Bast",
    "ButirPeriksa",
    "Comment",
    "Counter",
    "Disposisi",
    "Dokumen",
    "DokumenVersi",
    "Draft",
    "Entry",
    "GitlabComment",
    "GitlabConnection",
    "GitlabDelivery",
    "GitlabMergeRequest",
    "GitlabPosting",
    "GitlabStateChange",
    "HariLibur",
    "IssueGitlab",
    "Jabatan",
    "JadwalKerja",
    "Jeda",
    "Kahar",
    "Kantor",
    "Kehadiran",
    "KeptAnswer",
    "Kesepakatan",
    "LaporanPendampingan",
    "Naskah",
    "NaskahFile",
    "Opd",
    "PasswordLink",
    "PendampinganNote",
    "Pengerjaan",
    "Penugasan",
    "Penutupan",
    "Permintaan",
    "PerubahanData",
    "PerubahanLingkup",
    "Pesan",
    "Prioritas",
    "ProgressNote",
    "Rapat",
    "Review",
    "Seal",
    "SealedHead",
    "SerahTerimaTugas",
    "Sertifikat",
    "SopDraft",
    "SopRevision",
    "Surat",
    "TandaTangan",
    "Tiket",
    "Token",
    "Uat",
    "Upload",
    "User",
    "Usulan",
]
