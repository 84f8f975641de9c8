"""Time is an argument below the edge: nothing there reads a clock, and the linter keeps it so."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.repository import name_of, project, tree_of, written

BELOW = ("core", "sop", "files", "documents", "integrations", "models", "application", "queries")
READS = {
    *("now", "today", "utcnow", "localtime", "gmtime", "time_ns", "monotonic"),
    *("perf_counter", "localdate"),
}
EDGE = {"loket/{web,api,jobs,cli}/**", "tests/**", "bench/**"}
BANNED = {
    "django.utils.timezone.now",
    "datetime.datetime.now",
    "django.db.models.signals",
    "django.forms.ModelForm",
}

MONOTONIC = {
    "loket/files/child.py": "a subprocess is given up after a while",
    "loket/integrations/gitlab/connection.py": "an answer that trickles is given up after a while",
    "loket/integrations/esign/service.py": "an answer that trickles is given up after a while",
}
"""Where a stopwatch, not the time of day, is read below the edge."""


def _readings(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READS:
            yield f"{name_of(path)}:{node.lineno} {node.func.attr}"


def test_nothing_below_the_edge_reads_a_clock() -> None:
    found = [
        reading for folder in BELOW for path in written(f"loket/{folder}") for reading in _readings(path)
    ]

    assert [reading for reading in found if reading.split(":")[0] not in MONOTONIC] == []


def test_the_linter_bans_what_would_read_it() -> None:
    lint = project()["tool"]["ruff"]["lint"]

    assert set(lint["flake8-tidy-imports"]["banned-api"]) >= BANNED
    assert "TID251" not in lint["ignore"]
    assert lint["select"] == ["ALL"]


def test_only_the_edge_is_excepted() -> None:
    ignores = project()["tool"]["ruff"]["lint"]["per-file-ignores"]

    assert {place for place, rules in ignores.items() if "TID251" in rules} == EDGE
