"""A change of scope as people read it."""

from loket.core.role import Role
from loket.models.perubahan import PerubahanLingkup
from loket.web import formats
from loket.web.components.facts import Fact


def facts_of(change: PerubahanLingkup) -> tuple[Fact, ...]:
    days = formats.working_days(change.hari) if change.hari else "Tanggal tidak berubah"
    return (
        Fact("Perubahan", change.uraian),
        Fact("Alasan", change.alasan),
        Fact("Tambahan usaha", f"{change.usaha} persen"),
        Fact("Tambahan waktu", days),
        Fact("Anggaran", "Perlu tambahan anggaran" if change.perlu_anggaran else "Tidak berubah"),
        Fact("Dampak pada risiko", change.risiko),
        Fact("Dampak pada keamanan", change.keamanan),
        Fact("Diputuskan oleh", Role(change.diputus).label),
    )
