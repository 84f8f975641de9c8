"""What somebody typed who may not send it: given back to read and to copy, with nothing to press."""

from collections.abc import Iterator

from django import forms
from django.forms import BoundField

from loket.queries.step_rows import uploads_shown
from loket.web.components.facts import Fact
from loket.web.steps.base import PlainForm, StepForm
from loket.web.steps.fields import as_id
from loket.web.steps.rows import RowSet


def typed_in_step(form: StepForm) -> tuple[Fact, ...]:
    """The fields, the file that came along, and the rows."""
    desk = form.desk
    if desk.actor.opd_id is None:  # the names to choose from are for the office
        form.dress()
    facts = list(typed_in(form))
    ids = [value for value in map(as_id, form.file_ids()) if value]
    kept = uploads_shown(ids, desk.standing.permintaan, desk.actor)
    facts += (Fact(str(form["berkas"].label), upload.name) for upload in kept)
    for rows in form.rows:
        facts += _in_rows(rows)
    return tuple(facts)


def typed_in(form: PlainForm) -> tuple[Fact, ...]:
    return tuple(Fact(str(bound.label), text) for bound, text in _texts(form))


def _in_rows(rows: RowSet) -> Iterator[Fact]:
    """One fact for each row; what is wrong with the list itself is said, as rows may then be missing."""
    for number, row in enumerate(rows.forms, 1):
        lines = [f"{bound.label}: {text}" for bound, text in _texts(row) if bound.name != "DELETE"]
        if lines:
            yield Fact(f"{rows.title} {number}", "\n".join(lines))
    for sentence in rows.non_form_errors():
        yield Fact(rows.title, str(sentence))


def _texts(form: forms.BaseForm) -> Iterator[tuple[BoundField, str]]:
    """What is in each field that has a label; one without is a button."""
    for bound in form.visible_fields():
        text = _text(bound) if bound.field.label else ""
        if text:
            yield bound, text


def _text(bound: BoundField) -> str:
    value, field = bound.value(), bound.field
    if isinstance(field.widget, forms.PasswordInput):
        return ""
    if isinstance(field, forms.BooleanField):
        return "Ya" if value else ""
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in field.choices}  # type: ignore[misc, union-attr]  # pairs, once the field is made
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(str(one), str(one)) for one in chosen if one)
    return "" if value is None or isinstance(field, forms.FileField) else str(value)
