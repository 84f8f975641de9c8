"""One form field: label above, hint, control, error, and all of it tied together for a screen reader."""

import copy
from dataclasses import dataclass
from typing import Any, Literal, Self

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

from loket.web import formats
from loket.web.components.registry import component

Look = Literal["hidden", "cards", "check", "file", "area", "phone", "text"]

DATE_FORMAT = "%d/%m/%Y"
TIME_FORMAT = "%H.%M"
COUNTRY_CODE = "+62"


class Choice(str):
    """A choice's label with a second line, or with the weight it adds to a score."""

    __slots__ = ("hint", "weight")

    hint: str
    weight: str

    def __new__(cls, label: str, *, hint: str = "", weight: str = "") -> Self:
        made = super().__new__(cls, label)
        made.hint = hint
        made.weight = weight
        return made


@dataclass(frozen=True, slots=True)
class Option:
    """A radio button or checkbox ready to be drawn."""

    id: str
    value: str
    label: str
    selected: bool
    hint: str = ""
    weight: str = ""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that arrived with an earlier attempt and need not be chosen again."""

    id: str
    name: str
    size: int

    @property
    def size_text(self) -> str:
        return formats.size(self.size)


@component("field")
class Field:
    """`echo` is a line below the control, such as "Kamis, 2 hari kerja dari sekarang"."""

    bound: BoundField
    columns: Literal[1, 2, 3] = 1
    hint: str = ""
    echo: str = ""
    prefix: str = ""
    suffix: str = ""
    width: Literal["", "pendek"] = ""
    label_hidden: bool = False
    kept: tuple[KeptFile, ...] = ()
    upload_url: str = ""

    @property
    def look(self) -> Look:
        return look_of(self.bound)

    @property
    def template(self) -> str:
        return f"components/field/{self.look}.html"

    @property
    def is_group(self) -> bool:
        return bool(self.bound.field.widget.use_fieldset)

    @property
    def is_optional(self) -> bool:
        return not self.bound.field.required and self.look not in {"check", "hidden"}

    @property
    def hint_text(self) -> str:
        return self.hint or str(self.bound.help_text)

    @property
    def described_by(self) -> str:
        parts = (("p", self.hint_text), ("g", self.bound.errors), ("b", self.echo), ("a", self.affix))
        return " ".join(f"{self.bound.auto_id}_{mark}" for mark, present in parts if present)

    @property
    def affix(self) -> str:
        return COUNTRY_CODE if self.look == "phone" else self.prefix

    @property
    def control(self) -> str:
        if self.look in {"cards", "file"}:
            return ""
        widget = _prepared(self.bound.field.widget)
        return _with_value(self.bound, widget, self._attributes())

    def _attributes(self) -> dict[str, Any]:
        attributes: dict[str, Any] = {}
        if self.look not in {"check", "hidden"}:
            attributes["class"] = f"isian {self.bound.field.widget.attrs.get('class', '')}".strip()
        if self.described_by and self.look != "hidden":
            attributes["aria-describedby"] = self.described_by
        return attributes

    @property
    def options(self) -> tuple[Option, ...]:
        return tuple(_option(sub.data) for sub in self.bound.subwidgets) if self.look == "cards" else ()

    @property
    def input_type(self) -> str:
        return str(getattr(self.bound.field.widget, "input_type", ""))

    @property
    def accept(self) -> str:
        return str(self.bound.field.widget.attrs.get("accept", ""))

    @property
    def multiple(self) -> bool:
        return (
            bool(getattr(self.bound.field.widget, "allow_multiple_selected", False)) and self.look == "file"
        )


def look_of(bound: BoundField) -> Look:
    widget = bound.field.widget
    looks: tuple[tuple[type | tuple[type, ...], Look], ...] = (
        (forms.HiddenInput, "hidden"),
        ((forms.RadioSelect, forms.CheckboxSelectMultiple), "cards"),
        (forms.CheckboxInput, "check"),
        (forms.FileInput, "file"),
        (forms.TelInput, "phone"),
    )
    return next((look for kind, look in looks if isinstance(widget, kind)), "text")


def _prepared(widget: forms.Widget) -> forms.Widget:
    """Dates and times as Indonesians write them, on the keyboard of a phone that has digits."""
    made = copy.deepcopy(widget)
    if isinstance(made, forms.DateInput | forms.TimeInput):
        made.format = made.format or (DATE_FORMAT if isinstance(made, forms.DateInput) else TIME_FORMAT)
        made.input_type = "text"
        made.attrs = {"inputmode": "numeric", "autocomplete": "off", **made.attrs}
    if isinstance(made, forms.TelInput):
        made.attrs = {"autocomplete": "tel", **made.attrs}
    if isinstance(made, forms.Textarea):
        made.attrs = {**made.attrs, "cols": False}
    return made


def _with_value(bound: BoundField, widget: forms.Widget, attributes: dict[str, Any]) -> SafeString:
    if not isinstance(widget, forms.TelInput):
        return bound.as_widget(widget, attrs=attributes)
    attributes = bound.build_widget_attrs({"id": bound.auto_id, **attributes}, widget)
    number = without_country(str(bound.value() or ""))
    return widget.render(bound.html_name, number, attributes, renderer=bound.form.renderer)


def without_country(number: str) -> str:
    """812-3456-7890 behind the printed +62; what is not such a number stays as it was typed."""
    if not number.startswith(COUNTRY_CODE):
        return number
    return formats.phone(number).removeprefix("0")


def _option(data: dict[str, Any]) -> Option:
    label = data["label"]
    return Option(
        id=data["attrs"].get("id", ""),
        value=str(data["value"]),
        label=str(label),
        selected=bool(data["selected"]),
        hint=getattr(label, "hint", ""),
        weight=getattr(label, "weight", ""),
    )
