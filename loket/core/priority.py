"""Dokumen prioritas pelayanan: seven scores, one level (DOMAIN 11.3; SOP row 4: "tingkat urgensi")."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    MENDESAK = "mendesak"
    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"

    @property
    def rank(self) -> int:
        """0 is worked on first."""
        return list(Level).index(self)

    @property
    def label(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the sheet; the weights of all add up to 100. `scale` says what 1 to 4 mean."""

    key: str
    nama: str
    weight: int
    scale: tuple[str, str, str, str]


CRITERIA = (
    Criterion(
        "u1",
        "Mandat atau tenggat regulasi",
        25,
        ("Tidak ada", "Ada, lebih dari setahun", "Tahun ini", "Sudah jatuh tempo"),
    ),
    Criterion(
        "u2",
        "Dampak pada pelayanan publik",
        20,
        ("Internal", "Tidak langsung", "Langsung, sebagian", "Langsung, luas"),
    ),
    Criterion(
        "u3",
        "Arahan pimpinan, RPJMD, atau Renstra",
        15,
        ("Tidak ada", "Renstra OPD", "RPJMD", "Arahan Bupati"),
    ),
    Criterion("u4", "Risiko bila ditunda", 15, ("Kecil", "Sedang", "Besar", "Layanan berhenti")),
    Criterion(
        "u5",
        "Jumlah pengguna atau penerima manfaat",
        10,
        ("Di bawah 50", "50-499", "500-4.999", "5.000 atau lebih"),
    ),
    Criterion(
        "u6",
        "Kesiapan OPD: SOP, data, PIC, anggaran",
        10,
        ("Belum", "Sebagian kecil", "Sebagian besar", "Lengkap"),
    ),
    Criterion("u7", "Keterpakaian dan efisiensi", 5, ("Rendah", "Cukup", "Tinggi", "Sangat tinggi")),
)

HARD_DEADLINE_DAYS = 60
"""A fixed date within this many working days lifts a permintaan at least to Tinggi."""


def total(scores: Mapping[str, int]) -> float:
    """Weighted total, 25 to 100. Raises KeyError where a criterion is missing."""
    return sum(criterion.weight * scores[criterion.key] / 4 for criterion in CRITERIA)


def level_for(score: float, *, days_to_deadline: int | None = None) -> Level:
    """Level of a total; `days_to_deadline` counts working days to a date that cannot move, if there is one."""
    if score >= 80:  # noqa: PLR2004 - the bands are the sheet's own
        return Level.MENDESAK
    if score >= 65 or (days_to_deadline is not None and days_to_deadline <= HARD_DEADLINE_DAYS):  # noqa: PLR2004 - see above
        return Level.TINGGI
    return Level.SEDANG if score >= 45 else Level.RENDAH  # noqa: PLR2004 - see above
