"""Sending a form of the office: read, judged, done; or shown again with every sentence at its field."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from loket.application.errors import Invalid
from loket.web.components.feedback import Confirm
from loket.web.components.navigation import Crumb
from loket.web.request import Request

OK, UNPROCESSABLE = 200, 422


def accepted(form: forms.Form, act: Callable[[], Any], judge: Callable[[], Mapping[str, list[str]]]) -> bool:
    """Whether it was done. `judge` says what else is wrong where a field could not even be read."""
    if not form.is_bound:
        return False
    if not form.is_valid():
        place(form, judge())
        return False
    try:
        act()
    except Invalid as invalid:
        place(form, invalid.problems)
        return False
    return True


def place(form: forms.Form, problems: Mapping[str, list[str]]) -> None:
    """Put each sentence at its field; one that has a sentence of its own keeps it."""
    for name, sentences in problems.items():
        if name not in form.fields:
            form.add_error(None, sentences)
        elif not form.errors.get(name):
            form.add_error(name, sentences)


def shown(request: Request, template: str, form: forms.Form, context: Mapping[str, Any]) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else OK
    return render(request, template, {"form": form, **context}, status=status)


def attempted(request: Request, act: Callable[[], Any]) -> tuple[bool, tuple[str, ...]]:
    """Whether a confirmed act was done, and the sentences that say why it was not."""
    if request.method != "POST":
        return False, ()
    try:
        act()
    except Invalid as invalid:
        return False, sentences_of(invalid)
    return True, ()


def sentences_of(invalid: Invalid) -> tuple[str, ...]:
    return tuple(text for texts in invalid.problems.values() for text in texts)


def asked(
    request: Request,
    question: Confirm,
    trail: tuple[Crumb, ...],
    problems: tuple[str, ...],
    **more: object,
) -> HttpResponse:
    """The page that asks before an act; `more` is what it shows beside the question."""
    context = {"question": question, "crumbs": trail, "problems": problems, "moved": None, **more}
    return render(request, "office/yakin.html", context, status=UNPROCESSABLE if problems else OK)
