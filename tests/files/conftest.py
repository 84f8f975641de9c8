"""The readers in the test's own process: quicker, and their lines count as covered."""

from typing import Any

import pytest

from loket.files import child
from loket.files.problems import FileProblem
from loket.files.render_child import answer


@pytest.fixture
def readers_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only for files that cannot hurt: nothing limits memory or time here."""

    def ask(request: dict[str, Any], *, seconds: int = child.SECONDS) -> dict[str, Any]:
        assert seconds >= child.SECONDS
        try:
            return answer(request)
        except FileProblem as problem:
            return {"refused": problem.sentence}

    monkeypatch.setattr(child, "ask", ask)
