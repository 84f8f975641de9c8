"""Langkah 3: who works on it; everybody's open load is shown, the least burdened are chosen beforehand."""

from typing import Any

from loket.application.steps.s03_penunjukan import JOBDESK, Data
from loket.core.role import Role
from loket.queries.step_people import Candidate, candidates
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.fields import AreaField, ChoiceField, ManyField, as_id
from loket.web.steps.people import with_bars
from loket.web.steps.registry import form_for

_FIELDS = {Role.SISTEM_ANALIS: "analyst_ids", Role.PROGRAMMER: "programmer_ids"}


@form_for("penunjukan", "penunjukan")
class PenunjukanForm(StepForm):
    template = "steps/forms/penunjukan.html"
    RESULTS = {"ditunjuk": "Tim ditetapkan."}

    analyst_ids = ManyField(label="Sistem analis", help_text="Urut dari beban paling ringan.")
    lead_id = ChoiceField(
        label="Ketua tim", required=False, help_text="Pilih bila sistem analis lebih dari satu."
    )
    programmer_ids = ManyField(label="Programmer", help_text="Urut dari beban paling ringan.")

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        self.people = candidates(_FIELDS, desk.now, desk.today, with_loads=self.typed is None)
        least = {role: next((str(one.id) for one in self.people if one.role is role), "") for role in _FIELDS}
        analyst = least[Role.SISTEM_ANALIS]
        return {
            "analyst_ids": [analyst],
            "lead_id": analyst,
            "programmer_ids": [least[Role.PROGRAMMER]],
        }

    def prepare(self) -> None:
        self._offer()
        for one in self.people:
            self.fields[_jobdesk(one)] = AreaField(
                label=f"{one.nama}, {one.role.label.lower()}",
                what=f"jobdesk {one.nama}",
                initial=JOBDESK[one.role],
                required=False,
            )

    def dress(self) -> None:
        if self.typed is not None:
            self.people = candidates(_FIELDS, self.desk.now, self.desk.today)
            self._offer()

    def _offer(self) -> None:
        for role, name in _FIELDS.items():
            self.fields[name].choices = with_bars(self._holding(role))  # type: ignore[attr-defined]  # a choice field
        analysts = self._holding(Role.SISTEM_ANALIS)
        self.fields["lead_id"].choices = [(str(one.id), one.nama) for one in analysts]  # type: ignore[attr-defined]  # a choice field

    @property
    def jobdesks(self) -> list[Any]:
        return [self[_jobdesk(one)] for one in self.people]

    @property
    def jobdesks_are_wrong(self) -> bool:
        return any(bound.errors for bound in self.jobdesks)

    def to_data(self) -> Data:
        analysts = self._chosen(Role.SISTEM_ANALIS)
        programmers = self._chosen(Role.PROGRAMMER)
        chosen = {
            *((one, Role.SISTEM_ANALIS) for one in analysts),
            *((one, Role.PROGRAMMER) for one in programmers),
        }
        return Data(
            analyst_ids=analysts,
            # A single analyst leads, whoever was marked before the choice was changed.
            lead_id=analysts[0] if len(analysts) == 1 else as_id(self.text("lead_id")),
            programmer_ids=programmers,
            jobdesk={
                (one.id, one.role): self.text(_jobdesk(one))
                for one in self.people
                if (one.id, one.role) in chosen
            },
        )

    def _holding(self, role: Role) -> list[Candidate]:
        return [one for one in self.people if one.role is role]

    def _chosen(self, role: Role) -> tuple[int, ...]:
        return tuple(int(value) for value in self.value(_FIELDS[role]) or ())


def _jobdesk(one: Candidate) -> str:
    return f"jobdesk_{one.id}_{one.role}"
