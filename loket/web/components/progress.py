"""How far a permintaan has come through the twelve steps."""

from dataclasses import dataclass
from typing import Literal

from loket.web import formats
from loket.web.components.registry import component


@component("segments")
class Segments:
    """A bar of twelve; `current` 0 is before the first, 13 is after the last."""

    current: int
    overdue: bool = False
    wide: bool = False
    label: str = ""

    @property
    def words(self) -> str:
        return self.label or segment_words(self.current)


def segment_words(current: int, total: int = 12) -> str:
    if current > total:
        return f"{total} langkah selesai"
    return f"Langkah {current} dari {total}" if current else "Belum mulai"


Progress = Literal["", "sudah", "kini", "henti"]


@dataclass(frozen=True, slots=True)
class StepDot:
    ke: int
    label: str
    state: Progress = ""


@dataclass(frozen=True, slots=True)
class Phase:
    name: str
    steps: tuple[StepDot, ...]

    @property
    def is_current(self) -> bool:
        return any(step.state in {"kini", "henti"} for step in self.steps)


@component("stepper")
class Stepper:
    """Four phases on a wide screen; on a phone the bar and one sentence. "henti" is where a permintaan ended early."""

    phases: tuple[Phase, ...]
    overdue: bool = False
    now: str = ""
    next: str = ""

    @property
    def current(self) -> int:
        steps = [step for phase in self.phases for step in phase.steps]
        if all(step.state == "sudah" for step in steps):
            return len(steps) + 1
        return next((step.ke for step in steps if step.state in {"kini", "henti"}), 0)

    @property
    def words(self) -> str:
        stopped = any(step.state == "henti" for phase in self.phases for step in phase.steps)
        words = segment_words(self.current)
        return f"Berhenti di {formats.lowered(words)}" if stopped else words

    @property
    def phase_name(self) -> str:
        return next((phase.name for phase in self.phases if phase.is_current), "")
