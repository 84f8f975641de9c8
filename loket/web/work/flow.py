"""The SOP's flow with this permintaan in it: the stepper, and the swimlane with standard and real times."""

from datetime import datetime

from loket.core.clock import MINUTE, Colour, Figures
from loket.core.facts import Status
from loket.core.lanes import lanes_of
from loket.core.sop import Standard, Step, Unit
from loket.core.zone import ZONE
from loket.models.pengerjaan import Pengerjaan
from loket.queries.one_permintaan import Whole
from loket.web import formats
from loket.web.components import swimlane
from loket.web.components.progress import Phase, Progress, StepDot, Stepper
from loket.web.components.swimlane import Cell, State, Swimlane
from loket.web.step_time import figures_of
from loket.web.work import proof
from loket.web.work.deadlines import worked_between

STANDARD, TOOK, PROOF = "Waktu baku", "Realisasi", "Bukti"
NOT_FILLED = "Kalender belum diisi"


def is_late(whole: Whole, now: datetime) -> bool:
    due_at = whole.permintaan.due_at
    return Status(whole.permintaan.status).is_open and due_at is not None and due_at < now


def stepper_of(whole: Whole, now: datetime) -> Stepper:
    sop, here = whole.standing.sop, whole.standing.step_in_hand
    following = [step.nama for step in sop.steps.values() if here and step.ke == here.ke + 1]
    is_open = Status(whole.permintaan.status).is_open
    return Stepper(
        phases=tuple(
            Phase(name, tuple(StepDot(step.ke, step.nama, _dot(whole, step)) for step in map(sop.step, keys)))
            for name, keys in sop.fase.items()
        ),
        overdue=is_late(whole, now),
        now=here.nama if here and is_open else "",
        next=following[0] if following else "",
    )


def swimlane_of(whole: Whole, now: datetime) -> Swimlane:
    steps = list(whole.standing.sop.steps.values())
    rows = [
        swimlane.Row(
            ke=step.ke,
            kegiatan=step.nama if step.kegiatan.endswith(":") else step.kegiatan,
            lanes=lanes_of(whole.standing.sop, step),
            is_start=step is steps[0],
            is_end=step is steps[-1],
            state=_state(whole, step),
            cells=_cells(whole, step, now),
        )
        for step in steps
    ]
    return swimlane.draw(rows, columns=(STANDARD, TOOK, PROOF), overdue=is_late(whole, now))


def _state(whole: Whole, step: Step) -> State:
    here = whole.standing.step_in_hand
    if here is None or step.ke < here.ke:
        return "sudah"
    current = step.ke == here.ke and Status(whole.permintaan.status).is_open
    return "kini" if current else ""


def _dot(whole: Whole, step: Step) -> Progress:
    """Where it ended before the end of the road, it stopped."""
    stopped = step is whole.standing.step_in_hand and not Status(whole.permintaan.status).is_open
    return "henti" if stopped else _state(whole, step)


def _cells(whole: Whole, step: Step, now: datetime) -> tuple[Cell, ...]:
    run = whole.standing.last_run_of(step.key)
    return (
        Cell(step.standard.text, STANDARD, detail=_agreed(run)),
        _took(whole, step, run, now),
        proof.cell_of(whole, step, PROOF, is_current=_state(whole, step) == "kini"),
    )


def _agreed(run: Pengerjaan | None) -> str:
    return f"Sampai {formats.short_date(run.agreed)}" if run and run.agreed else ""


def _took(whole: Whole, step: Step, run: Pengerjaan | None, now: datetime) -> Cell:
    """What the run took, or has taken so far; steps that lie ahead again show nothing."""
    if run is None or not _state(whole, step):
        return Cell("", TOOK)
    figures = figures_of(whole.standing, run.run(), step.key, now)
    if figures is None:
        return Cell(NOT_FILLED, TOOK)
    if run.done_at is None:
        return _running(whole, step, run, figures, now)
    colour = Colour(run.colour) if run.colour else figures.colour
    return Cell(
        formats.capital(length_of(figures, step.standard)),
        TOOK,
        strong=True,
        tone="",
        extra=f"(+{_over(figures, step.standard)})" if colour is Colour.YELLOW else "",
        alert=f"Lewat {_over(figures, step.standard)}".strip() if colour is Colour.RED else "",
        detail=f"Menunggu {waited(figures)}. {short_moment(run.done_at)}",
    )


def _running(whole: Whole, step: Step, run: Pengerjaan, figures: Figures, now: datetime) -> Cell:
    begun = run.started_at is not None
    late = is_late(whole, now) and whole.permintaan.due_at
    length = worked_between(late, now, whole.standing.calendar) if late else ""
    return Cell(
        f"Berjalan {length_of(figures, step.standard)}" if begun else "Belum dimulai",
        TOOK,
        strong=True,
        tone="gawat" if late else "",
        alert=f"Lewat {length}" if length else "",
        detail=f"Menunggu {waited(figures)}",
    )


def length_of(figures: Figures, standard: Standard) -> str:
    """In the unit in which the step is measured."""
    if standard.unit is Unit.MENIT_KERJA:
        return formats.minutes(figures.working_minutes)
    return formats.working_days(figures.days) if figures.days else "kurang dari 1 hari"


def waited(figures: Figures) -> str:
    return formats.working_time(figures.waiting_minutes)


def short_moment(moment: datetime) -> str:
    """20 Apr, 09.34."""
    local = moment.astimezone(ZONE)
    return f"{local.day} {formats.SHORT_MONTHS[local.month - 1]}, {formats.clock(local)}"


def _over(figures: Figures, standard: Standard) -> str:
    """How much more than the standard, where that is a number."""
    if standard.value is None:
        return "tanggal yang disepakati"
    if standard.unit is Unit.MENIT_KERJA:
        return formats.minutes(-(-(figures.working - standard.value * MINUTE) // MINUTE))
    return formats.working_days(figures.days - standard.value)
