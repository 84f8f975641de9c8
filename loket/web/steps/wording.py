"""Words for what the SOP file names: conditions, and what happens after sending."""

from collections.abc import Iterable

from loket.core.guards import GUARDS
from loket.core.process import next_position
from loket.core.role import Role
from loket.core.sop import Bagian, Sop
from loket.queries.step_rows import Standing
from loket.web.components.tasks import Evidence
from loket.web.formats import lowered

GUARD_NAMES = {
    "surat_tercatat": "Surat permintaan tercatat",
    "surat_asli_diterima": "Surat asli diterima",
    "tim_lengkap": "Tim lengkap: sistem analis dan programmer",
    "tiket_terbuka": "Tiket permintaan dibuka",
    "undangan_terkirim": "Undangan technical meeting terkirim",
    "kesepakatan_tercatat": "Kesepakatan technical meeting tercatat",
    "dokumen_analisis_diajukan": "Dokumen spesifikasi kebutuhan diajukan",
    "dokumen_analisis_direviu": "Dokumen spesifikasi kebutuhan direviu Kepala Seksi",
    "dokumen_analisis_disetujui": "Dokumen spesifikasi kebutuhan disetujui OPD",
    "dokumen_desain_diajukan": "Dokumen desain diajukan",
    "dokumen_desain_direviu": "Dokumen desain direviu Kepala Seksi",
    "dokumen_desain_disetujui": "Dokumen desain disetujui OPD",
    "aplikasi_siap_uji": "Aplikasi siap diuji",
    "ruang_lingkup_tetap": "Tidak ada perubahan ruang lingkup yang belum selesai",
    "aplikasi_diterima": "Aplikasi diterima OPD dalam uji penerimaan",
    "bast_disiapkan": "Berita acara serah terima disiapkan",
    "bast_ditandatangani_dinas": "Berita acara disetujui Kepala Dinas",
    "bast_sah": "Berita acara disetujui kedua pihak",
    "status_gitlab_diubah": "Status pembuatan aplikasi diubah",
    "laporan_diajukan": "Laporan pendampingan diajukan",
    "laporan_disetujui": "Laporan pendampingan disetujui Kepala Seksi",
}


def to_do(part: Bagian) -> str:
    """The task of a permintaan that exists: its letter was sent once, so it can only be completed."""
    return "Lengkapi surat permintaan aplikasi" if part.step == "surat" else part.tindakan


def evidence_of(guards: dict[str, bool]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(GUARD_NAMES[name], "" if met else GUARDS[name].reason, done=met)
        for name, met in guards.items()
    )


def answer_of(standing: Standing) -> tuple[Evidence, ...]:
    """GitLab's answer, where it is waited for."""
    awaited = standing.facts.awaited
    if awaited is None:
        return ()
    lacking = " ".join(awaited.verdict.unmet) or "Belum ada; catatan dapat menggantikannya."
    return (Evidence("Jawaban GitLab", lacking),)


def after_sending(sop: Sop, step: str, bagian: str, outcome: str) -> str:
    """Whose turn it will be, in the words of the SOP."""
    part = sop.bagian(step, bagian)
    position = next_position(sop, step, bagian, outcome or next(iter(part.outcomes)))
    if position.is_end:
        return "Setelah Anda mengirim, pelayanan selesai."
    following = sop.bagian(position.step, position.bagian)
    return f"Setelah Anda mengirim, giliran {role_names(following.pelaksana)}: {lowered(to_do(following))}."


def role_names(roles: Iterable[Role]) -> str:
    """Tata usaha registers letters for an OPD, but it is the OPD's turn."""
    names = [role.label for role in roles if role is not Role.TATA_USAHA]
    return " atau ".join(names) or Role.TATA_USAHA.label
