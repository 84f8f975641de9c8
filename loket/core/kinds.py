"""Everything the record can say: one closed list, each with its sentence and what it makes true."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Kind:
    """`sentence` follows the actor's name in the timeline; `reached` and `lost` are milestones (see `guards`)."""

    sentence: str
    reached: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    public: bool = True
    icon: str = "check"


def _kind(
    sentence: str, *, reached: str = "", lost: str = "", public: bool = True, icon: str = "check"
) -> Kind:
    return Kind(sentence, frozenset(reached.split()), frozenset(lost.split()), public, icon)


PERMINTAAN_KINDS: Mapping[str, Kind] = {
    "step.started": _kind("mulai mengerjakan", public=False, icon="play"),
    "surat.submitted": _kind("mengirim surat permintaan", reached="surat_tercatat", icon="send"),
    "surat.corrected": _kind("melengkapi surat permintaan", reached="surat_tercatat", icon="send"),
    "surat.replaced": _kind(
        "mengirim surat pengganti", reached="surat_tercatat", lost="surat_asli_diterima", icon="send"
    ),
    "surat_asli.received": _kind(
        "mencatat surat asli diterima", reached="surat_asli_diterima", icon="file-check"
    ),
    "disposisi.given": _kind("mendisposisikan surat", icon="stamp"),
    "disposisi.returned": _kind("mengembalikan surat untuk dilengkapi", lost="surat_tercatat", icon="undo-2"),
    "tim.appointed": _kind("menunjuk sistem analis dan programmer", icon="users"),
    "prioritas.set": _kind(
        "menetapkan prioritas dan membuka tiket", reached="tiket_terbuka", icon="chevrons-up"
    ),
    "undangan.sent": _kind("mengundang OPD ke technical meeting", reached="undangan_terkirim", icon="mail"),
    "rapat.concluded": _kind(
        "menyelesaikan technical meeting dengan kesepakatan",
        reached="kesepakatan_tercatat",
        lost="undangan_terkirim",
        icon="handshake",
    ),
    "rapat.continued": _kind(
        "mencatat technical meeting, dilanjutkan ke sesi berikutnya", lost="undangan_terkirim", icon="repeat"
    ),
    "rapat.missed": _kind(
        "mencatat OPD tidak hadir pada technical meeting", lost="undangan_terkirim", icon="calendar-x"
    ),
    "analisis.submitted": _kind(
        "mengajukan dokumen spesifikasi kebutuhan", reached="dokumen_analisis_diajukan", icon="file-text"
    ),
    "analisis.reviewed": _kind(
        "menyetujui reviu dokumen spesifikasi kebutuhan", reached="dokumen_analisis_direviu"
    ),
    "analisis.approved": _kind(
        "menyetujui dokumen spesifikasi kebutuhan", reached="dokumen_analisis_disetujui", icon="badge-check"
    ),
    "analisis.returned": _kind(
        "mengembalikan dokumen spesifikasi kebutuhan dengan catatan",
        lost="dokumen_analisis_diajukan dokumen_analisis_direviu",
        icon="undo-2",
    ),
    "desain.submitted": _kind(
        "mengajukan dokumen desain", reached="dokumen_desain_diajukan", icon="file-text"
    ),
    "desain.reviewed": _kind("menyetujui reviu dokumen desain", reached="dokumen_desain_direviu"),
    "desain.approved": _kind(
        "menyetujui dokumen desain", reached="dokumen_desain_disetujui", icon="badge-check"
    ),
    "desain.returned": _kind(
        "mengembalikan dokumen desain dengan catatan",
        lost="dokumen_desain_diajukan dokumen_desain_direviu",
        icon="undo-2",
    ),
    "implementasi.progressed": _kind("melaporkan kemajuan pembuatan aplikasi", icon="activity"),
    "implementasi.ready": _kind(
        "menyatakan aplikasi siap diuji", reached="aplikasi_siap_uji", icon="flask-conical"
    ),
    "uat.accepted": _kind("menerima hasil uji aplikasi", reached="aplikasi_diterima", icon="badge-check"),
    "uat.accepted_with_notes": _kind(
        "menerima hasil uji aplikasi dengan catatan", reached="aplikasi_diterima", icon="badge-check"
    ),
    "uat.rejected": _kind("menolak hasil uji aplikasi", lost="aplikasi_siap_uji", icon="undo-2"),
    "bast.prepared": _kind("menyiapkan berita acara serah terima", reached="bast_disiapkan", icon="file-pen"),
    "bast.signed_by_dinas": _kind(
        "menyetujui berita acara serah terima atas nama Dinas Kominfo",
        reached="bast_ditandatangani_dinas",
        icon="pen-line",
    ),
    "bast.signed_by_opd": _kind(
        "menyetujui berita acara serah terima atas nama OPD", reached="bast_sah", icon="handshake"
    ),
    "bast.returned": _kind(
        "mengembalikan berita acara serah terima",
        lost="bast_disiapkan bast_ditandatangani_dinas",
        icon="undo-2",
    ),
    "status_gitlab.changed": _kind(
        "mengubah status pembuatan aplikasi pada tiket", reached="status_gitlab_diubah", icon="git-branch"
    ),
    "status_gitlab.requested": _kind("meminta GitLab mengubah status", icon="git-branch"),
    "status_gitlab.confirmed": _kind(
        "memastikan status di GitLab sudah berubah", reached="status_gitlab_diubah", icon="git-branch"
    ),
    "issue.created": _kind("membuat issue di GitLab", public=False, icon="git-branch"),
    "issue.closed": _kind("menutup issue di GitLab", public=False, icon="git-branch"),
    "issue.resumed": _kind(
        "mencatat issue terbuka lagi untuk permintaan yang dikembalikan", public=False, icon="git-branch"
    ),
    "issue.finished": _kind("mencatat pekerjaan ditandai selesai di GitLab", public=False, icon="git-branch"),
    "issue.reopened": _kind("mencatat issue dibuka kembali di GitLab", public=False, icon="git-branch"),
    "issue.lost": _kind("mencatat issue tidak ada lagi di GitLab", public=False, icon="git-branch"),
    "issue.moved": _kind(
        "mencatat issue dipindahkan ke proyek lain di GitLab", public=False, icon="git-branch"
    ),
    "pendampingan.logged": _kind("mencatat kegiatan pendampingan", icon="life-buoy"),
    "pendampingan.reported": _kind(
        "mengajukan laporan pendampingan", reached="laporan_diajukan", icon="file-text"
    ),
    "pendampingan.approved": _kind(
        "menyetujui laporan pendampingan", reached="laporan_disetujui", icon="badge-check"
    ),
    "pendampingan.returned": _kind(
        "mengembalikan laporan pendampingan", lost="laporan_diajukan laporan_disetujui", icon="undo-2"
    ),
    "pendampingan.confirmed": _kind("menyatakan pendampingan selesai", icon="circle-check"),
    "permintaan.paused": _kind("menjeda permintaan", icon="hourglass"),
    "permintaan.resumed": _kind("melanjutkan permintaan", icon="play"),
    "permintaan.suspended": _kind("menangguhkan permintaan", icon="hourglass"),
    "permintaan.spared": _kind("tidak menghitung waktu keadaan kahar", icon="hourglass"),
    "jam.reminded": _kind("mengingatkan", public=False, icon="clock"),
    "jam.escalated": _kind("memberi tahu atasan", public=False, icon="octagon-alert"),
    "jam.announced": _kind("memberi tahu OPD tentang usulan yang akan datang", icon="clock"),
    "jam.proposed": _kind("menyampaikan usulan kepada Kepala Seksi", icon="hourglass"),
    "usulan.declined": _kind("menolak usulan Loket", icon="undo-2"),
    "kesepakatan.extended": _kind("memperpanjang waktu yang disepakati", icon="calendar-plus"),
    "batas.moved": _kind("menyesuaikan batas dengan kalender kerja", public=False, icon="calendar-clock"),
    "permintaan.returned": _kind("mengembalikan permintaan ke langkah sebelumnya", icon="undo-2"),
    "tim.changed": _kind("mengganti anggota tim", icon="users"),
    "pic.changed": _kind("mengganti narahubung", icon="user"),
    "data.corrected": _kind("memperbaiki data permintaan", icon="pencil"),
    "lingkup.proposed": _kind("mengajukan perubahan ruang lingkup", icon="file-pen"),
    "lingkup.approved": _kind("menyetujui perubahan ruang lingkup", icon="badge-check"),
    "lingkup.declined": _kind("menolak perubahan ruang lingkup", icon="circle-x"),
    "lingkup.applied": _kind("memperbarui dokumen menurut perubahan ruang lingkup", icon="file-text"),
    "permintaan.merged": _kind("menggabungkan permintaan ke permintaan lain", icon="git-merge"),
    "permintaan.joined": _kind("menerima gabungan permintaan lain", icon="git-merge"),
    "permintaan.rejected": _kind("menolak permintaan", icon="circle-x"),
    "permintaan.redirected": _kind("mengalihkan permintaan", icon="corner-up-right"),
    "permintaan.cancelled": _kind("membatalkan permintaan", icon="circle-x"),
    "permintaan.withdrawn": _kind("menarik permintaan", icon="circle-x"),
    "naskah.drafted": _kind("menyiapkan konsep naskah dinas", public=False, icon="file-pen"),
    "naskah.issued": _kind("menerbitkan naskah dinas", icon="file-text"),
    "naskah.signed": _kind("menandatangani naskah dinas", icon="pen-line"),
    "naskah.voided": _kind("membatalkan naskah dinas", icon="circle-x"),
    "diskusi.posted": _kind("menulis tanggapan", icon="message-square"),
    "diskusi.posted_internally": _kind("menulis catatan internal", public=False, icon="lock"),
}

KANTOR_KINDS: Mapping[str, Kind] = {
    "akun.created": _kind("membuat akun"),
    "akun.changed": _kind("mengubah data akun"),
    "akun.disabled": _kind("menonaktifkan akun"),
    "akun.enabled": _kind("mengaktifkan akun"),
    "akun.link_issued": _kind("menerbitkan tautan atur sandi"),
    "akun.password_set": _kind("mengatur sandi sendiri"),
    "jabatan.given": _kind("menetapkan jabatan"),
    "jabatan.ended": _kind("mengakhiri jabatan"),
    "naskah.settings_changed": _kind("mengubah pengaturan naskah dinas"),
    "papan.limits_changed": _kind("mengubah batas papan"),
    "sertifikat.issued": _kind("membuat sertifikat internal"),
    "naskah.not_made": _kind("belum dapat membuat naskah dinas"),
    "sertifikat.revoked": _kind("mencabut sertifikat internal"),
    "token.created": _kind("membuat token API"),
    "token.revoked": _kind("mencabut token API"),
    "gitlab.paused": _kind("menjeda sinkronisasi GitLab"),
    "gitlab.resumed": _kind("melanjutkan sinkronisasi GitLab"),
    "gitlab.repaired": _kind("memperbaiki perbedaan dengan GitLab"),
    "gitlab.retried": _kind("mengulang pekerjaan GitLab yang gagal"),
    "gitlab.warned": _kind("memperingatkan tentang sambungan GitLab"),
    "opd.created": _kind("menambah OPD"),
    "opd.changed": _kind("mengubah data OPD"),
    "kalender.holiday_added": _kind("menambah hari libur"),
    "kalender.holiday_changed": _kind("mengubah keterangan hari libur"),
    "kalender.holiday_removed": _kind("menghapus hari libur"),
    "kahar.declared": _kind("menyatakan keadaan kahar"),
    "kahar.ended": _kind("menyatakan keadaan kahar berakhir"),
    "kalender.year_completed": _kind("menyatakan kalender setahun lengkap"),
    "kalender.schedule_added": _kind("menambah jadwal kerja"),
    "kalender.schedule_removed": _kind("menghapus jadwal kerja"),
    "batas.recomputed": _kind("menyesuaikan batas permintaan dengan kalender kerja"),
    "pemeriksaan.differed": _kind("menemukan selisih antara data dan catatan"),
    "sop.drafted": _kind("menyusun rancangan revisi SOP"),
    "sop.draft_discarded": _kind("membuang rancangan revisi SOP"),
    "sop.released": _kind("menetapkan revisi SOP"),
}

KINDS: Mapping[str, Kind] = {**PERMINTAAN_KINDS, **KANTOR_KINDS}

_STEPS = {
    "tim": "penunjukan",
    "rapat": "rapat_teknis",
    "uat": "implementasi",
    "bast": "serah_terima",
}
"""Where the first word of a kind is not the key of its step."""


@cache
def milestones_of(step: str) -> frozenset[str]:
    """What the entries of a step make true, and a return to before it takes back."""
    words = ((name.partition(".")[0], kind) for name, kind in PERMINTAAN_KINDS.items())
    return frozenset().union(*(kind.reached for word, kind in words if _STEPS.get(word, word) == step))
