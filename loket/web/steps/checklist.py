"""Lists of items, each with an answer and a remark: the checklists of steps 7 to 9, and the scenarios of a test."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.forms import BoundField

from loket.application.checklist import CLOSED, OPEN, Answer
from loket.application.data import present
from loket.models.periksa import ButirPeriksa
from loket.queries.step_rows import checked_items
from loket.sop.related import Butir, RelatedSop, checklist_of
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.fields import ChoiceField, SelectField, TextField


class RemarkField(TextField):
    """Whatever is wrong with it is said by the data, which names the item."""

    def run_validators(self, value: str) -> None:
        pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    title: str
    status: BoundField
    keterangan: BoundField
    is_mandatory: bool = False

    @property
    def is_closed(self) -> bool:
        return self.status.value() in CLOSED


class AnswersForm(StepForm):
    """A form that asks for an answer and a remark on each item of a list; `key` tells the fields of an item apart."""

    def ask(self, key: str, answer: ChoiceField, *, remark: str) -> None:
        self.fields[f"status_{key}"] = answer
        self.fields[f"keterangan_{key}"] = RemarkField(label=remark, required=False)

    def row(self, key: str, title: str, *, is_mandatory: bool = False) -> Row:
        return Row(
            title=title,
            status=self[f"status_{key}"],
            keterangan=self[f"keterangan_{key}"],
            is_mandatory=is_mandatory,
        )

    def answer(self, key: str) -> Answer:
        return Answer(status=self.text(f"status_{key}"), keterangan=self.text(f"keterangan_{key}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """`later` are the items that a decision of the same step closes."""

    sop: RelatedSop
    rows: tuple[Row, ...]

    @property
    def summary(self) -> str:
        mandatory = [row.is_closed for row in self.rows if row.is_mandatory]
        return f"Daftar periksa: {sum(mandatory)} dari {len(mandatory)} butir wajib selesai"

    @property
    def is_wrong(self) -> bool:
        return any(row.status.errors or row.keterangan.errors for row in self.rows)

    @property
    def closed(self) -> str:
        """The statuses that count, for the script that counts on."""
        return " ".join(sorted(CLOSED))

    @property
    def later(self) -> tuple[Butir, ...]:
        return tuple(butir for butir in self.sop.butir if butir.bagian)


class ChecklistForm(AnswersForm):
    """A form with the checklist of its step; it begins with what was handed in last."""

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        if self.typed is not None:
            return {}
        found = checked_items(desk.standing.permintaan, [butir.kode for butir in self._sop.butir])
        return {name: value for row in found for name, value in _initial(row).items()}

    def prepare(self) -> None:
        for butir in self._sop.asked:
            kode = butir.kode
            status = SelectField(label=f"Status {kode}", choices=ButirPeriksa.Status.choices)
            self.ask(kode, status, remark=f"Bukti atau alasan {kode}")

    @property
    def _sop(self) -> RelatedSop:
        return present(checklist_of(self.desk.step))

    @property
    def checklist(self) -> Checklist:
        rows = (
            self.row(butir.kode, f"{butir.kode} {butir.kegiatan}", is_mandatory=butir.wajib)
            for butir in self._sop.asked
        )
        return Checklist(sop=self._sop, rows=tuple(rows))

    def answers(self) -> Mapping[str, Answer]:
        answers = {butir.kode: self.answer(butir.kode) for butir in self._sop.asked}
        return {
            kode: answer if answer.status else replace(answer, status=OPEN.status)
            for kode, answer in answers.items()
        }


def _initial(row: ButirPeriksa) -> dict[str, str]:
    return {f"status_{row.kode}": row.status, f"keterangan_{row.kode}": row.keterangan}
