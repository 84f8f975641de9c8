"""How Loket's labels look on a board of GitLab, which paints all that it makes by itself in one colour."""

from collections.abc import Iterator
from dataclasses import dataclass

from loket.core.priority import Level
from loket.integrations.gitlab import taxonomy
from loket.integrations.gitlab.taxonomy import Progress, Taxonomy

_PRIORITIES = {
    Level.MENDESAK: "#c91c00",
    Level.TINGGI: "#d99530",
    Level.SEDANG: "#1f75cb",
    Level.RENDAH: "#89888d",
}
_PROGRESS = {
    Progress.PROSES: "#428fdc",
    Progress.DIJEDA: "#ab6100",
    Progress.SELESAI: "#2da160",
    Progress.DITUTUP: "#535158",
}
_STEP, _OPD = "#6666c4", "#0e7c86"


@dataclass(frozen=True, slots=True)
class Look:
    name: str
    color: str
    description: str


def looks_of(known: Taxonomy) -> tuple[Look, ...]:
    """Of all labels but those of people: GitLab reads the name of nobody who is on no issue there."""
    return tuple(_looks(known))


def _looks(known: Taxonomy) -> Iterator[Look]:
    for level, color in _PRIORITIES.items():
        yield Look(taxonomy.priority(level), color, "Prioritas pelayanan, diisi oleh Loket")
    for state, color in _PROGRESS.items():
        yield Look(taxonomy.progress(state), color, "Status tiket, diisi oleh Loket")
    for key in known.steps:
        yield Look(taxonomy.step(key, known.steps), _STEP, "Langkah SOP yang berjalan, diisi oleh Loket")
    for code in known.opd:
        yield Look(taxonomy.opd(code), _OPD, "OPD pemohon, diisi oleh Loket")
