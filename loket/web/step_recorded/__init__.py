"""What was recorded in a step, as a reader wants it."""

from collections.abc import Callable, Mapping

from loket.models.permintaan import Permintaan
from loket.web.step_recorded import agreements, building, changes, handover, letters, planning
from loket.web.step_recorded.section import Section

RECORDED: Mapping[str, Callable[[Permintaan], tuple[Section, ...]]] = {
    "surat": letters.surat,
    "disposisi": letters.disposisi,
    "penunjukan": planning.penunjukan,
    "prioritas": planning.prioritas,
    "undangan": agreements.undangan,
    "rapat_teknis": agreements.rapat_teknis,
    "analisis": building.analisis,
    "desain": building.desain,
    "implementasi": building.implementasi,
    "serah_terima": handover.serah_terima,
    "status_gitlab": handover.status_gitlab,
    "pendampingan": handover.pendampingan,
}
BESIDE: Mapping[str, Callable[[Permintaan], tuple[Section, ...]]] = {
    "surat": changes.corrections,
    "penunjukan": changes.handovers,
    "analisis": changes.scopes,
}
"""What was changed later of what a step had settled."""


def recorded(permintaan: Permintaan, step: str) -> tuple[Section, ...]:
    """Sections of a step, none while nothing was recorded in it."""
    beside = BESIDE.get(step)
    return (*RECORDED[step](permintaan), *(beside(permintaan) if beside else ()))
