"""The named conditions that the SOP file may ask for: pure predicates over facts, each with the reason when it fails."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from loket.core.facts import Facts
from loket.core.role import Role
from loket.core.verdict import Verdict, unless


@dataclass(frozen=True, slots=True)
class Guard:
    """`milestone`: the state is reached by an entry of the record (see `kinds`), rather than read off the team."""

    holds: Callable[[Facts], bool]
    reason: str
    milestone: bool = True

    def ask(self, facts: Facts) -> Verdict:
        return unless(self.holds(facts), self.reason)


def _reached(name: str, reason: str) -> Guard:
    return Guard(lambda facts: name in facts.reached, reason)


def _team_is_complete(facts: Facts) -> bool:
    roles = {role for _, role in facts.team}
    return {Role.SISTEM_ANALIS, Role.PROGRAMMER} <= roles


_REASONS = {
    "surat_tercatat": "Surat permintaan belum tercatat lengkap.",
    "surat_asli_diterima": (
        "Surat asli belum diterima. Minta Tata Usaha mencatat surat fisik, atau memastikan TTE pada surat elektronik."
    ),
    "tiket_terbuka": "Tiket permintaan belum dibuka pada langkah 4.",
    "undangan_terkirim": "Undangan technical meeting untuk sesi ini belum dikirim.",
    "kesepakatan_tercatat": "Kesepakatan technical meeting belum lengkap.",
    "dokumen_analisis_diajukan": "Dokumen spesifikasi kebutuhan belum diajukan.",
    "dokumen_analisis_direviu": "Dokumen spesifikasi kebutuhan belum direviu Kepala Seksi.",
    "dokumen_analisis_disetujui": "Dokumen spesifikasi kebutuhan belum disetujui OPD.",
    "dokumen_desain_diajukan": "Dokumen desain belum diajukan.",
    "dokumen_desain_direviu": "Dokumen desain belum direviu Kepala Seksi.",
    "dokumen_desain_disetujui": "Dokumen desain belum disetujui OPD.",
    "aplikasi_siap_uji": "Aplikasi belum dinyatakan siap diuji.",
    "aplikasi_diterima": "Aplikasi belum diterima OPD dalam uji penerimaan.",
    "bast_disiapkan": "Berita acara serah terima belum disiapkan Kepala Seksi.",
    "bast_ditandatangani_dinas": "Berita acara serah terima belum disetujui Kepala Dinas.",
    "bast_sah": "Berita acara serah terima belum disetujui kedua pihak.",
    "status_gitlab_diubah": "Status pembuatan aplikasi pada tiket belum diubah.",
    "laporan_diajukan": "Laporan pendampingan belum diajukan.",
    "laporan_disetujui": "Laporan pendampingan belum disetujui Kepala Seksi.",
}

GUARDS: Mapping[str, Guard] = {
    **{name: _reached(name, reason) for name, reason in _REASONS.items()},
    "tim_lengkap": Guard(
        _team_is_complete,
        "Tim belum lengkap. Kepala Seksi perlu menunjuk sistem analis dan programmer.",
        milestone=False,
    ),
    "ruang_lingkup_tetap": Guard(
        lambda facts: not facts.scope,
        "Perubahan ruang lingkup belum diputuskan, atau belum masuk ke dokumen spesifikasi.",
        milestone=False,
    ),
}
