"""Every word of the code that is a word of the procedure is explained."""

import re
from collections.abc import Iterable

import pytest
from django.apps import apps

from loket.application.acts import ACTS
from loket.application.notices import RECIPIENTS
from loket.core.facts import Status
from loket.core.guards import GUARDS
from loket.core.kinds import KINDS
from loket.core.priority import Level
from loket.core.role import Role
from loket.sop.definition import shipped
from tests.architecture.repository import ROOT, text_of


def _code_names() -> set[str]:
    """Everything that the glossary gives as a name in the code."""
    return set(re.findall(r"`([^`]+)`", text_of(ROOT / "docs" / "glossary.md")))


def _bagian() -> Iterable[str]:
    """A step with one part names it like the step."""
    return (
        f"{step.key}.{bagian}" if len(step.bagian) > 1 else step.key
        for step in shipped().steps.values()
        for bagian in step.bagian
    )


WORDS: dict[str, Iterable[str]] = {
    "models": [model.__name__ for model in apps.get_app_config("loket").get_models()],
    "roles": list(Role),
    "steps": list(shipped().steps),
    "bagian": list(_bagian()),
    "guards": list(GUARDS),
    "kinds of entry": list(KINDS),
    "acts": list(ACTS),
    "effects": list(RECIPIENTS),
    "statuses": list(Status),
    "levels": list(Level),
}


@pytest.mark.parametrize("what", tuple(WORDS))
def test_the_glossary_holds_all_of_them(what: str) -> None:
    words = {str(word) for word in WORDS[what]}

    assert words
    assert words - _code_names() == set()


def test_every_row_of_the_glossary_has_all_its_columns() -> None:
    rows = [line for line in text_of(ROOT / "docs" / "glossary.md").splitlines() if line.startswith("|")]

    assert [row for row in rows if row.replace("\\|", "").count("|") != 7] == []
