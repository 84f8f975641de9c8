"""Langkah 4: seven scores; the level follows from them unless the section head says why not."""

from typing import Any

from loket.application.steps.s04_prioritas import SCORES, Data
from loket.core.priority import CRITERIA, Criterion, Level, total
from loket.web import formats
from loket.web.components.fields import Choice
from loket.web.steps.base import StepForm
from loket.web.steps.fields import AreaField, ChoiceField, DateField, as_id
from loket.web.steps.registry import form_for

BANDS = ((80, "Mendesak"), (65, "Tinggi"), (45, "Sedang"), (0, "Rendah"))
AS_COMPUTED = ""
_MOST = max(SCORES)


@form_for("prioritas", "prioritas")
class PrioritasForm(StepForm):
    template = "steps/forms/prioritas.html"
    RESULTS = {"ditetapkan": "Prioritas ditetapkan dan tiket dibuka."}
    bands = BANDS

    deadline = DateField(
        label="Tenggat yang tidak dapat digeser",
        required=False,
        help_text="Tenggat sampai 60 hari kerja menaikkan prioritas paling sedikit menjadi Tinggi.",
    )
    decided = ChoiceField(
        label="Tingkat prioritas",
        required=False,
        choices=[
            (AS_COMPUTED, "Sesuai hasil perhitungan"),
            *((level.value, level.label) for level in Level),
        ],
    )
    reason = AreaField(label="Alasan", help_text="Wajib bila berbeda dari hasil perhitungan.", required=False)

    def prepare(self) -> None:
        for criterion in CRITERIA:
            self.fields[criterion.key] = ChoiceField(label=criterion.nama, choices=_scale(criterion))

    @property
    def criteria(self) -> list[Any]:
        return [self[criterion.key] for criterion in CRITERIA]

    @property
    def score(self) -> str:
        """The sum of what is chosen so far, for a reader without a script."""
        scores = {criterion.key: as_id(str(self[criterion.key].value() or "")) for criterion in CRITERIA}
        complete = {key: score for key, score in scores.items() if score and score in SCORES}
        return formats.number(total(complete)) if len(complete) == len(CRITERIA) else ""

    @property
    def is_overridden(self) -> bool:
        return bool(self["decided"].value() or self["reason"].value() or self["reason"].errors)

    def to_data(self) -> Data:
        scores = {criterion.key: as_id(self.text(criterion.key)) for criterion in CRITERIA}
        return Data(
            scores={key: score for key, score in scores.items() if score is not None},
            deadline=self.value("deadline"),
            decided=self.text("decided"),
            reason=self.text("reason"),
        )


def _scale(criterion: Criterion) -> list[tuple[str, Choice]]:
    return [
        (str(score), Choice(words, weight=f"{criterion.weight * score / _MOST:g}"))
        for score, words in zip(SCORES, criterion.scale, strict=True)
    ]
