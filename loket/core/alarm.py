"""What the clock may say about a permintaan: reminders, escalations, and ends by time, which it only proposes."""

from collections.abc import Sequence
from enum import StrEnum

from loket.core.role import Role


class Alarm(StrEnum):
    """Stages of a series follow each other (see `SERIES`)."""

    SEPEKAN = "sepekan"
    MENDEKATI = "mendekati"
    LEWAT = "lewat"
    ESKALASI = "eskalasi"
    BELUM_MULAI = "belum_mulai"
    BELUM_MULAI_ATASAN = "belum_mulai_atasan"
    SURAT_ASLI = "surat_asli"
    SURAT_ASLI_LAGI = "surat_asli_lagi"
    USUL_TANGGUHKAN = "usul_tangguhkan"
    KELENGKAPAN = "kelengkapan"
    KELENGKAPAN_LAGI = "kelengkapan_lagi"
    USUL_BATALKAN = "usul_batalkan"
    BAST = "bast"
    BAST_PIMPINAN = "bast_pimpinan"
    JEDA = "jeda"
    PENANGGUHAN = "penangguhan"
    MENUNGGU_OPD = "menunggu_opd"
    MASIH_DIJEDA = "masih_dijeda"
    JEDA_LAMA = "jeda_lama"
    TIDAK_HADIR = "tidak_hadir"
    USUL_BATALKAN_HADIR = "usul_batalkan_hadir"
    AKHIR_TAHUN = "akhir_tahun"

    @property
    def label(self) -> str:
        """Follows "mengingatkan: " where it is plain which step is meant."""
        return self.words("langkah ini", "bagian ini")

    @property
    def kind(self) -> str:
        """The kind of the entry by which it is said."""
        return _KINDS.get(self, "jam.reminded")

    @property
    def is_proposal(self) -> bool:
        return self.kind == "jam.proposed"

    def words(self, langkah: str, bagian: str) -> str:
        return _WORDS[self].format(langkah=langkah, bagian=bagian)


_WORDS = {
    Alarm.SEPEKAN: "lima hari kerja lagi sampai batas {langkah}",
    Alarm.MENDEKATI: "{langkah} jatuh tempo pada hari kerja berikutnya",
    Alarm.LEWAT: "batas {langkah} sudah lewat",
    Alarm.ESKALASI: "batas {langkah} sudah lewat lebih dari satu hari kerja",
    Alarm.BELUM_MULAI: "{bagian} belum mulai dikerjakan",
    Alarm.BELUM_MULAI_ATASAN: "{bagian} belum mulai dikerjakan selama tiga hari kerja",
    Alarm.SURAT_ASLI: "surat asli belum tercatat diterima",
    Alarm.SURAT_ASLI_LAGI: "surat asli belum tercatat diterima, dan permintaan akan diusulkan ditangguhkan",
    Alarm.USUL_TANGGUHKAN: "tangguhkan permintaan, karena surat asli belum diterima",
    Alarm.KELENGKAPAN: "surat permintaan belum dilengkapi",
    Alarm.KELENGKAPAN_LAGI: "surat permintaan belum dilengkapi, dan permintaan akan diusulkan dibatalkan",
    Alarm.USUL_BATALKAN: "batalkan permintaan, karena surat tidak dilengkapi",
    Alarm.BAST: "berita acara serah terima belum disetujui",
    Alarm.BAST_PIMPINAN: "berita acara serah terima belum disetujui OPD selama sepuluh hari kerja",
    Alarm.JEDA: "perkiraan akhir jeda sudah lewat",
    Alarm.PENANGGUHAN: "perkiraan akhir penangguhan sudah lewat",
    Alarm.MENUNGGU_OPD: "yang ditunggu dari OPD belum diterima, dan permintaan masih dijeda",
    Alarm.MASIH_DIJEDA: "permintaan masih dijeda tanpa perkiraan kapan dilanjutkan",
    Alarm.JEDA_LAMA: "permintaan sudah dijeda sepuluh hari kerja tanpa perkiraan kapan dilanjutkan",
    Alarm.TIDAK_HADIR: "OPD belum menyatakan siap rapat, dan permintaan akan diusulkan dibatalkan",
    Alarm.USUL_BATALKAN_HADIR: "batalkan permintaan, karena OPD tidak menghadiri technical meeting",
    Alarm.AKHIR_TAHUN: "pengerjaan dapat melewati akhir tahun anggaran",
}
_KINDS = {
    **dict.fromkeys(
        (Alarm.ESKALASI, Alarm.BELUM_MULAI_ATASAN, Alarm.BAST_PIMPINAN, Alarm.JEDA_LAMA), "jam.escalated"
    ),
    **dict.fromkeys((Alarm.SURAT_ASLI_LAGI, Alarm.KELENGKAPAN_LAGI, Alarm.TIDAK_HADIR), "jam.announced"),
    **dict.fromkeys((Alarm.USUL_TANGGUHKAN, Alarm.USUL_BATALKAN, Alarm.USUL_BATALKAN_HADIR), "jam.proposed"),
}

SERIES: tuple[tuple[Alarm, ...], ...] = (
    (Alarm.SEPEKAN, Alarm.MENDEKATI, Alarm.LEWAT, Alarm.ESKALASI),
    (Alarm.BELUM_MULAI, Alarm.BELUM_MULAI_ATASAN),
    (Alarm.SURAT_ASLI, Alarm.SURAT_ASLI_LAGI, Alarm.USUL_TANGGUHKAN),
    (Alarm.KELENGKAPAN, Alarm.KELENGKAPAN_LAGI, Alarm.USUL_BATALKAN),
    (Alarm.BAST, Alarm.BAST_PIMPINAN),
    (Alarm.JEDA,),
    (Alarm.PENANGGUHAN,),
    (Alarm.MENUNGGU_OPD, Alarm.MASIH_DIJEDA, Alarm.JEDA_LAMA),
    (Alarm.TIDAK_HADIR, Alarm.USUL_BATALKAN_HADIR),
    (Alarm.AKHIR_TAHUN,),
)
"""Where several stages of a series are due, only the latest is told: nobody needs three letters on one morning."""

_SUPERIOR = {
    Role.OPD: Role.KEPALA_SEKSI,
    Role.SISTEM_ANALIS: Role.KEPALA_SEKSI,
    Role.PROGRAMMER: Role.KEPALA_SEKSI,
    Role.KEPALA_SEKSI: Role.KEPALA_BIDANG,
    Role.KEPALA_BIDANG: Role.KEPALA_DINAS,
}
_BESIDE_THE_HEAD = (Role.KEPALA_BIDANG, Role.TATA_USAHA)
"""Above the head of the office there is nobody; these can see to it that a Plh. is named (DOMAIN 12)."""
_TEAM = (Role.SISTEM_ANALIS, Role.PROGRAMMER)
_TOLD = {
    Alarm.SURAT_ASLI: (Role.OPD, Role.TATA_USAHA),
    Alarm.SURAT_ASLI_LAGI: (Role.OPD, Role.TATA_USAHA, *_TEAM),
    **dict.fromkeys((Alarm.KELENGKAPAN, Alarm.BAST), (Role.OPD,)),
    **dict.fromkeys((Alarm.KELENGKAPAN_LAGI, Alarm.TIDAK_HADIR), (Role.OPD, *_TEAM)),
    Alarm.BAST_PIMPINAN: (Role.KEPALA_SEKSI, Role.KEPALA_DINAS),
    Alarm.JEDA: (*_TEAM, Role.KEPALA_SEKSI),
    Alarm.MENUNGGU_OPD: (Role.OPD, *_TEAM),
    Alarm.MASIH_DIJEDA: _TEAM,
    Alarm.JEDA_LAMA: (Role.KEPALA_SEKSI,),
    Alarm.PENANGGUHAN: (Role.KEPALA_SEKSI, Role.KEPALA_DINAS),
    Alarm.AKHIR_TAHUN: (Role.KEPALA_SEKSI, Role.KEPALA_BIDANG),
    **dict.fromkeys((alarm for alarm in Alarm if alarm.is_proposal), (Role.KEPALA_SEKSI,)),
}


def superiors_of(roles: Sequence[Role]) -> tuple[Role, ...]:
    """The next level above those whose turn it is; none above the head of the office."""
    return tuple(dict.fromkeys(_SUPERIOR[role] for role in roles if role in _SUPERIOR))


def told_to(alarm: Alarm, turn: Sequence[Role]) -> tuple[Role, ...]:
    """Who hears of it; roles of a team and of an OPD are bound to the permintaan."""
    if alarm in _TOLD:
        return _TOLD[alarm]
    if alarm in {Alarm.ESKALASI, Alarm.BELUM_MULAI_ATASAN}:
        return superiors_of(turn)
    if alarm is Alarm.BELUM_MULAI and Role.KEPALA_DINAS in turn:
        return (Role.KEPALA_DINAS, *_BESIDE_THE_HEAD)
    return tuple(role for role in turn if role is not Role.TATA_USAHA)
