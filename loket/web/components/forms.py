"""Forms around their fields: the form itself, repeated rows, the list of errors, the bar that sends."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.forms import BaseForm, BaseFormSet, BoundField

from loket.web.components.registry import component

if TYPE_CHECKING:
    FormSet = BaseFormSet[Any]
else:
    FormSet = BaseFormSet  # generic only for the type checker


@component("form", body=True)
class Form:
    """A form that works without JavaScript; with `draft_url` it is saved while it is written."""

    action: str = ""
    method: Literal["post", "get"] = "post"
    draft_url: str = ""
    upload: bool = False
    label: str = ""
    id: str = ""
    saved_at: str = ""
    bare: bool = False


@component("send_bar", body=True)
class SendBar:
    """The buttons that finish a form; on a phone they stay in reach of the thumb."""

    note: str = ""


@component("rows")
class Rows:
    """A formset as a table, on a phone as cards."""

    formset: FormSet
    title: str
    add_text: str = "Tambah baris"
    hint: str = ""

    @property
    def id(self) -> str:
        return rows_id(self.formset)

    @property
    def columns(self) -> tuple[BoundField, ...]:
        return tuple(bound for bound in self.formset.empty_form.visible_fields() if bound.name != "DELETE")


@dataclass(frozen=True, slots=True)
class FormError:
    """One line of the list of errors; without target the sentence is about the whole form."""

    text: str
    target: str = ""


@component("error_summary")
class ErrorSummary:
    errors: tuple[FormError, ...]


def errors_of(*sources: BaseForm | FormSet) -> tuple[FormError, ...]:
    found: list[FormError] = []
    for source in sources:
        if isinstance(source, BaseFormSet):
            found += [FormError(str(text), rows_id(source)) for text in source.non_form_errors()]
            found += errors_of(*source.forms)
        else:
            found += _form_errors(source)
    return tuple(found)


def _form_errors(form: BaseForm) -> list[FormError]:
    found = [FormError(str(text)) for text in form.non_field_errors()]
    for bound in form:
        target = "" if bound.is_hidden else first_control_id(bound)
        found += [FormError(str(text), target) for text in bound.errors]
    return found


def rows_id(formset: FormSet) -> str:
    return f"{formset.prefix}-baris"


def first_control_id(bound: BoundField) -> str:
    """A group of choices has no control with the field's own id; its first choice can take the focus."""
    return f"{bound.auto_id}_0" if bound.field.widget.use_fieldset else str(bound.auto_id)
