"""What every form of a step shares: it is read from a desk, cleans what was typed, and decides nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from loket.application.data import StepData, local_date
from loket.core.actor import Actor
from loket.core.calendar import Calendar, CalendarNotFilled
from loket.queries.step_rows import Standing
from loket.web import formats
from loket.web.components.fields import KeptFile
from loket.web.request import Request
from loket.web.steps.fields import DateField, SeenField, TextField
from loket.web.steps.rows import RowSet

OWN = ("seen", "bagian")
"""Fields of the page, not of the person; they are in no draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A bagian of a permintaan before one person at one moment."""

    standing: Standing
    step: str
    bagian: str
    actor: Actor
    now: datetime

    @property
    def today(self) -> date:
        return local_date(self.now)

    @property
    def calendar(self) -> Calendar:
        return self.standing.calendar


class PlainForm(forms.Form):
    """A form that reads dates as they are said today, and says back how it understood them."""

    def __init__(
        self, data: QueryDict | None = None, *, now: datetime, calendar: Calendar, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.now, self.calendar = now, calendar
        self.kept: tuple[KeptFile, ...] = ()
        today = local_date(now)
        for field in self.fields.values():
            if isinstance(field, DateField):
                field.today = today

    def date_of(self, name: str) -> date | None:
        """The date that a field shows, if it can be read."""
        shown = self[name].value()
        if isinstance(shown, date):
            return shown
        try:
            found = self.fields[name].clean(shown)
        except forms.ValidationError:
            return None
        return found if isinstance(found, date) else None

    def refresh(self, revision: int) -> None:
        """Let the next attempt speak of the permintaan as it stands now."""
        if isinstance(self.data, QueryDict):
            self.data["seen"] = str(revision)

    @property
    def echoes(self) -> dict[str, str]:
        """Every date as Loket has understood it, by field."""
        return {
            name: _echo(self.date_of(name), self.calendar, self.now)
            for name, field in self.fields.items()
            if isinstance(field, DateField)
        }


class StepForm(PlainForm):
    """`PLACES` says in which field of the form a problem with a field of the data is shown."""

    seen = SeenField(widget=forms.HiddenInput)
    bagian = TextField(widget=forms.HiddenInput)

    template: ClassVar[str]
    PLACES: ClassVar[Mapping[str, str]] = {}
    RESULTS: ClassVar[Mapping[str, str]] = {}
    """What is said after sending, by outcome."""
    MAIN: ClassVar[str] = ""
    """The outcome that the note below the form speaks of; else the first that the SOP names."""
    takes_file: ClassVar[bool] = False
    keeps_drafts: ClassVar[bool] = True
    """Whether what is typed may be kept before it is sent; a passphrase never is."""
    shows_the_record: ClassVar[bool] = False
    """Whether what was recorded in the step is in the form itself."""
    reads: ClassVar[str] = ""
    """The kind of document that stands beside the form."""

    def __init__(self, desk: Desk, data: QueryDict | None = None) -> None:
        self.desk, self.typed = desk, data
        shown = {"seen": desk.standing.permintaan.revision, "bagian": desk.bagian}
        initial = {**shown, **self.initial_of(desk)}
        super().__init__(data, now=desk.now, calendar=desk.calendar, initial=initial)
        self.rows: tuple[RowSet, ...] = ()
        self.prepare()

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        """What the form begins with where nothing has been typed yet."""
        return {}

    def prepare(self) -> None:
        """Offer the choices of this desk, and build the rows."""

    def sign_first(self, request: Request) -> None:
        """What must be done before the transaction of the step, and may refuse it."""

    def dress(self) -> None:
        """Add what only a reader needs, such as how much is on a desk."""

    def to_data(self) -> StepData:
        raise NotImplementedError

    def file_ids(self) -> Sequence[str]:
        """The uploads that the form shows as kept; as text, as they came."""
        return [str(value) for value in [self["berkas_id"].value()] if value] if self.takes_file else []

    def everything_is_read(self) -> bool:
        """Whether every field and row could be read."""
        rows = [row_set.is_valid() for row_set in self.rows]
        return self.is_valid() and all(rows)

    def value(self, name: str) -> Any:
        """What was read from a field, None where it could not be read."""
        return self.cleaned_data.get(name)

    def text(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")

    def place(self, problems: Mapping[str, list[str]]) -> None:
        """Put the sentences of the data at their fields; a field that could not be read has its own already."""
        for data_field, sentences in problems.items():
            name = self.place_of(data_field)
            row_set = next((rows for rows in self.rows if rows.prefix == name), None)
            if row_set is not None:
                row_set.complain(sentences)
            elif name not in self.fields or self.fields[name].widget.is_hidden:
                self.add_error(None, sentences)
            elif not self.errors.get(name):
                self.add_error(name, sentences)

    def place_of(self, data_field: str) -> str:
        return self.PLACES.get(data_field, data_field)

    def result(self, outcome: str, next_people: Mapping[int, str]) -> str:
        """One sentence about what has just been done; `next_people` may act now, by id."""
        return self.RESULTS[outcome]

    def may_draft(self, name: str) -> bool:
        """Whether a draft of this form may hold what was typed under a name."""
        in_rows = any(name.startswith(f"{row_set.prefix}-") for row_set in self.rows)
        return in_rows or (name in self.fields and name not in OWN)

    def left_over(self, outcome: str) -> QueryDict | None:
        """What was typed for another outcome than the one that was sent; it stays as a draft."""
        return None

    def with_proposal(self, typed: QueryDict) -> QueryDict:
        """What was typed, with what Loket proposes; most forms propose nothing."""
        return typed

    def needs_a_second_look(self) -> bool:
        """Whether to ask once more before sending; the form then says why."""
        return False

    def show_without_judging(self) -> None:
        """A draft is shown as it was typed; nobody has sent it yet."""
        self._errors = ErrorDict()
        for row_set in self.rows:
            row_set.show_without_judging()


def _echo(day: date | None, calendar: Calendar, now: datetime) -> str:
    if day is None:
        return ""
    named = formats.full_date(day)
    try:
        days = calendar.days_until(now, day)
    except CalendarNotFilled:
        return named
    return f"{named}, {formats.working_days(days)} dari sekarang" if days else named
