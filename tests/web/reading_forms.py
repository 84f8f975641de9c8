"""Reads a page as a browser without scripts does: its forms, with what each would send."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

Answers = dict[str, list[str]]


@dataclass
class PageForm:
    action: str
    answers: Answers = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def add(self, name: str, value: str) -> None:
        self.answers.setdefault(name, []).append(value)


def forms_on(response: Any) -> list[PageForm]:
    reader = _Reader()
    reader.feed(response.content.decode())
    return reader.forms


def form_at(response: Any, action: str) -> PageForm:
    """The only form of the page that posts to this address."""
    (found,) = [form for form in forms_on(response) if form.action == action]
    return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._open: PageForm | None = None
        self._in_template = 0
        self._area: str | None = None
        self._button: tuple[str, str] | None = None
        self._select: str | None = None
        self._text = ""

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in given}
        if tag == "template":
            self._in_template += 1
        if tag == "form":
            self._open = PageForm(attributes.get("action", ""))
            self.forms.append(self._open)
        if self._open is None or self._in_template:
            return
        name = attributes.get("name", "")
        if tag == "input" and name:
            self._input(self._open, name, attributes)
        if tag == "textarea":
            self._area, self._text = name, ""
        if tag == "select":
            self._select = name
        if tag == "option" and self._select:
            value = attributes.get("value", "")
            self._open.choices.setdefault(self._select, []).append(value)
            if "selected" in attributes:
                self._open.add(self._select, value)
        if tag == "button":
            self._button, self._text = (name, attributes.get("value", "")), ""

    def _input(self, form: PageForm, name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "text")
        if kind == "file":
            form.files.append(name)
        elif kind in {"radio", "checkbox"}:
            value = attributes.get("value", "on")
            form.choices.setdefault(name, []).append(value)
            if "checked" in attributes:
                form.add(name, value)
        else:
            form.add(name, attributes.get("value", ""))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._in_template -= 1
        if self._open is None or self._in_template:
            return
        form = self._open
        if tag == "form":
            self._open = None
        if tag == "textarea" and self._area:
            form.add(self._area, self._text.removeprefix("\n"))
            self._area = None
        if tag == "select" and self._select:
            if self._select not in form.answers:
                form.add(self._select, form.choices[self._select][0])
            self._select = None
        if tag == "button" and self._button:
            form.buttons.append((*self._button, " ".join(self._text.split())))
            self._button = None
