"""Repeated rows of a form, such as a list of those present; an empty row is no row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.forms import BaseForm, BaseFormSet
from django.forms.utils import ErrorDict
from django.http import QueryDict

MOST = 60
ADD = "tambah"
"""The button that asks for one more row, with the prefix of the rows as its value."""


if TYPE_CHECKING:
    Base = BaseFormSet[BaseForm]
else:
    Base = BaseFormSet  # generic only for the type checker


class RowForm(forms.Form):
    """One row; `TITLE` names the list."""

    TITLE: ClassVar[str]

    def show_without_judging(self) -> None:
        self._errors = ErrorDict()


class RowSet(Base):
    """`values` gives the rows that hold something."""

    default_error_messages = {
        "missing_management_form": "Daftar ini tidak terbaca. Periksa isinya, lalu kirim lagi.",
        "too_many_forms": "Daftar ini paling banyak %(num)d baris. Kurangi barisnya, lalu kirim lagi.",
    }

    @property
    def title(self) -> str:
        return cast("type[RowForm]", self.form).TITLE

    def complain(self, sentences: Sequence[str]) -> None:
        self.non_form_errors().extend(dict.fromkeys(sentences))

    def show_without_judging(self) -> None:
        self._errors: list[ErrorDict] = []
        self._non_form_errors = self.error_class(error_class="nonform")
        for form in self.forms:
            if isinstance(form, RowForm):
                form.show_without_judging()

    def values(self) -> Iterator[Mapping[str, Any]]:
        for form in self.forms:
            cleaned = getattr(form, "cleaned_data", {})
            written = any(value for name, value in cleaned.items() if name in self.required_of(form))
            if written and not cleaned.get("DELETE"):
                yield cleaned

    @staticmethod
    def required_of(form: BaseForm) -> set[str]:
        """A row counts when something was typed into it; a ticked box or a preset choice alone is nothing."""
        return {name for name, field in form.fields.items() if isinstance(field, forms.CharField)}


def row_set(
    form: type[RowForm],
    prefix: str,
    data: QueryDict | None,
    *,
    initial: Sequence[Mapping[str, Any]] = (),
    spare: int = 1,
) -> RowSet:
    """Rows as typed, or the initial ones and a spare; one more where the add button was pressed."""
    factory = forms.formset_factory(
        form,
        formset=RowSet,
        extra=spare,
        can_delete=True,
        max_num=MOST,
        absolute_max=MOST,
    )
    made = factory(data, prefix=prefix, initial=None if data else [dict(row) for row in initial])
    return cast("RowSet", made)


def with_another_row(data: QueryDict) -> QueryDict:
    """The same answers with one more empty row where the button asked for it."""
    grown = data.copy()
    name = f"{data.get(ADD, '')}-TOTAL_FORMS"
    total = data.get(name, "")
    if total.isascii() and total.isdigit() and int(total[:4]) < MOST:
        grown[name] = str(int(total[:4]) + 1)
    return grown
