"""Which form takes what a bagian asks for."""

from collections.abc import Callable
from typing import TypeVar

from loket.web.steps.base import StepForm

FORMS: dict[tuple[str, str], type[StepForm]] = {}

F = TypeVar("F", bound=type[StepForm])


def form_for(step: str, *parts: str) -> Callable[[F], F]:
    """Register the form of one or more bagian of a step."""

    def register(form: F) -> F:
        FORMS.update({(step, bagian): form for bagian in parts})
        return form

    return register
