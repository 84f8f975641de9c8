"""What a person enters for a bagian: typed, and checked before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from loket.core.calendar import CalendarNotFilled
from loket.core.calendar_plan import spelt
from loket.core.facts import Facts
from loket.core.role import Role
from loket.core.text import LONG, SHORT, problem_with
from loket.core.zone import ZONE

T = TypeVar("T")


class Problems(dict[str, list[str]]):
    """Sentences by field; empty when all is well."""

    def add(self, field: str, sentence: str | None) -> None:
        if sentence and sentence not in self.get(field, ()):
            self.setdefault(field, []).append(sentence)

    def unless(self, condition: object, field: str, sentence: str) -> None:
        self.add(field, None if condition else sentence)

    def text(self, field: str, value: str, what: str, *, limit: int = SHORT, required: bool = True) -> None:
        self.add(field, problem_with(value, what=what, limit=limit, required=required))

    def long_text(self, field: str, value: str, what: str, *, required: bool = True) -> None:
        self.text(field, value, what, limit=LONG, required=required)

    def choice(self, field: str, value: str, allowed: Iterable[str], what: str) -> None:
        self.unless(value in set(allowed), field, f"Pilih {what}.")

    def known_date(self, field: str, day: date, facts: Facts) -> None:
        """A date that the clocks can reckon with: inside the filled years of the calendar.

        Where the date is refused already, the calendar is not what needs to be put right.
        """
        calendar = facts.calendar
        if field not in self and calendar is not None and not calendar.first <= day <= calendar.last:
            self.add(field, str(CalendarNotFilled(day.year)))

    def not_before(self, field: str, day: date, earliest: date | datetime | None, what: str) -> None:
        """A date that cannot lie before something that has happened; `what` says both."""
        first = local_date(earliest) if isinstance(earliest, datetime) else earliest
        if first is not None and day < first:
            self.add(field, f"{what}, {spelt(first)}.")

    def working_date(self, field: str, day: date | None, facts: Facts, what: str) -> None:
        """A date people will keep: a working day inside the filled calendar."""
        if day is None or facts.calendar is None:
            self.unless(day, field, f"Isi {what}.")
            return
        try:
            open_that_day = facts.calendar.is_working_day(day)
        except CalendarNotFilled as unfilled:
            self.add(field, str(unfilled))
            return
        holiday = facts.calendar.holiday_on(day)
        why = f"pada hari libur ({holiday.name})" if holiday else "di luar hari kerja"
        self.unless(open_that_day, field, f"{what.capitalize()} jatuh {why}. Pilih hari kerja.")

    def upload(
        self, field: str, upload_id: int | None, facts: Facts, labels: Iterable[str], what: str
    ) -> None:
        """A file of a wanted type that this person uploaded, or that the permintaan already has."""
        found = facts.uploads.get(upload_id) if upload_id is not None else None
        if found is None or not (found.attached or found.uploaded_by == facts.actor_id):
            self.add(field, f"Unggah {what}.")
        else:
            names = " atau ".join(labels)
            self.unless(found.label in labels, field, f"Unggah {what} sebagai {names}, bukan {found.label}.")

    def person(self, field: str, user_id: int | None, facts: Facts, role: Role) -> None:
        held = facts.people.get(user_id, frozenset()) if user_id is not None else frozenset()
        self.unless(role in held, field, f"Pilih {role.label} yang masih bertugas.")


class StepData(Protocol):
    """`people` and `uploads` name the ids, `requests` the numbers of other permintaan, whose facts `check` needs."""

    def people(self) -> Iterable[int]: ...
    def uploads(self) -> Iterable[int]: ...
    def requests(self) -> Iterable[str]: ...
    def check(self, facts: Facts, now: datetime) -> Problems: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A base for data: it names nothing unless it says so."""

    def people(self) -> Iterable[int]:
        return ()

    def uploads(self) -> Iterable[int]:
        return ()

    def requests(self) -> Iterable[str]:
        return ()


def local_date(moment: datetime) -> date:
    """The office's date at an instant; at the very ends of Python's calendar, the date as it is written."""
    try:
        return moment.astimezone(ZONE).date()
    except OverflowError:
        return moment.date()


def present(value: T | None) -> T:
    """Give what `check` has found to be there. Raises TypeError where nobody has checked."""
    if value is None:
        raise TypeError("a value is missing that should have been checked")
    return value


def given(*ids: int | None) -> tuple[int, ...]:
    return tuple(value for value in ids if value is not None)
