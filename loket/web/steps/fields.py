"""Form fields that only read what was typed. What must be there, and how it must be, are the rules of the data."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from loket.core.text import problem_with
from loket.web.components.fields import DATE_FORMAT, TIME_FORMAT
from loket.web.formats import lowered
from loket.web.steps.dates import read_date, read_time

MOST = 2**63 - 1
"""The largest id that a row can have."""
ADDRESS_LENGTH = 300


class TextField(forms.CharField):
    """`required` only tells the reader; an empty answer is for the data to judge. Hidden characters come back.

    `what` names the field inside a sentence, where its label would not read well.
    """

    def __init__(self, *, what: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.what = what

    def validate(self, value: str) -> None:
        pass

    def run_validators(self, value: str) -> None:
        what = self.what or lowered(str(self.label or "ini"))
        if problem := problem_with(value, what=what, limit=self.limit(value), required=False):
            raise ValidationError(problem)

    def limit(self, value: str) -> int:
        """Length is for the data to judge, which knows the field."""
        return len(value)


class AddressField(TextField):
    """A web address, no longer than its column."""

    widget = forms.URLInput

    def limit(self, value: str) -> int:
        return ADDRESS_LENGTH


class AreaField(TextField):
    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)


class ChoiceField(forms.ChoiceField):
    """One of the offered choices, or nothing yet."""

    default_error_messages = {"invalid_choice": "Pilih salah satu dari pilihan yang tersedia."}

    def __init__(self, *, widget: type[forms.Widget] = forms.RadioSelect, **options: Any) -> None:
        super().__init__(widget=widget, **options)

    def validate(self, value: str) -> None:
        if value and not self.valid_value(value):
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")


class PersonField(ChoiceField):
    """Whether somebody may be chosen is for the data to judge, which asks anew."""

    def valid_value(self, value: Any) -> bool:
        return True


class SelectField(ChoiceField):
    """One of the offered choices from a list that drops down, as in a table."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Select, **options)


class ManyField(forms.MultipleChoiceField):
    """Any of the offered choices."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "invalid_choice": "Pilih hanya dari pilihan yang tersedia.",
        "invalid_list": "Pilih hanya dari pilihan yang tersedia.",
    }

    def validate(self, value: list[str]) -> None:
        if not all(self.valid_value(one) for one in value):
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")


class DateField(TextField):
    """`today` is set by the form; "besok" is reckoned from it."""

    widget = forms.DateInput
    today: date

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "Contoh 26/11/2026, besok, atau kamis")
        super().__init__(**options)

    def clean(self, value: Any) -> date | None:
        written = str(value or "").strip()
        found = read_date(written, self.today)
        if written and found is None:
            raise ValidationError("Tulis tanggal seperti 26/11/2026.", code="invalid")
        return found

    def prepare_value(self, value: Any) -> Any:
        return value.strftime(DATE_FORMAT) if isinstance(value, date) else value


class TimeField(TextField):
    widget = forms.TimeInput

    def clean(self, value: Any) -> time | None:
        written = str(value or "").strip()
        found = read_time(written)
        if written and found is None:
            raise ValidationError("Tulis jam seperti 13.00.", code="invalid")
        return found

    def prepare_value(self, value: Any) -> Any:
        return value.strftime(TIME_FORMAT) if isinstance(value, time) else value


class NumberField(TextField):
    """A whole number of a few digits, with or without a percent sign."""

    def clean(self, value: Any) -> int | None:
        written = str(value or "").strip().removesuffix("%").strip()
        if not written:
            return None
        if not (written.isascii() and written.isdigit() and len(written) < 7):  # noqa: PLR2004 - "a few"
            raise ValidationError("Tulis bilangan bulat, contoh 40.", code="invalid")
        return int(written)


class IdField(TextField):
    """The id of a row; what is none is read as no id, for the data to judge."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int | None:
        return as_id(str(value or ""))


class TickField(forms.BooleanField):
    """Ticked or not; whether it must be is for the data to judge."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def validate(self, value: bool) -> None:
        pass


class SeenField(IdField):
    """The revision that the page showed; without it nobody knows whether the page is still true."""

    def clean(self, value: Any) -> int:
        written = str(value or "")
        if not (written.isascii() and written.isdigit() and len(written) < 10):  # noqa: PLR2004 - fits an int
            raise ValidationError("Halaman ini tidak lengkap. Periksa isian Anda, lalu kirim lagi.")
        return int(written)


class FileField(forms.FileField):
    """The file itself is received before the form is read, so it cannot be missing here."""

    def __init__(self, *, labels: Sequence[str], **options: Any) -> None:
        accept = ",".join(_ACCEPT[label] for label in labels)
        options.setdefault("help_text", f"{', '.join(labels)}; paling besar 20 MB")
        super().__init__(widget=forms.FileInput(attrs={"accept": accept}), **options)

    def clean(self, data: Any, initial: Any = None) -> None:
        return None


_ACCEPT = {
    "PDF": "application/pdf,.pdf",
    "JPEG": "image/jpeg,.jpg,.jpeg",
    "PNG": "image/png,.png",
    "DOCX": ".docx",
    "XLSX": ".xlsx",
}


def as_id(written: str) -> int | None:
    if not (written.isascii() and written.isdigit() and len(written) < 20):  # noqa: PLR2004 - digits of MOST
        return None
    return int(written) if 0 < int(written) <= MOST else None
