"""What one has to read at once is short."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.architecture.repository import ROOT, kept, name_of, text_of, tree_of, written

FILE, FUNCTION, TEMPLATE, STEP = 300, 40, 60, 80
MEDIAN = 60

LONGER_STEPS = {
    "loket/application/steps/s06_rapat_teknis.py": "the list of attendees and the four outputs of the meeting",
    "loket/application/steps/s10_serah_terima.py": "the facts of the BAST, and two signatures",
    "loket/web/steps/s05_undangan.py": "the next free slot, and the warning of a clash",
    "loket/web/steps/s06_rapat_teknis.py": "two lists of rows beside the form",
}
"""Step modules with more lines of code than others, and why."""


def _lines_of_code(path: Path) -> int:
    """Lines that are neither blank nor comment, docstring or import."""
    beside: set[int] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import | ast.ImportFrom) or _is_docstring(node):
            beside.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))  # type: ignore[attr-defined]  # both have a place
    lines = enumerate(text_of(path).splitlines(), 1)
    return sum(
        1 for at, line in lines if line.strip() and not line.strip().startswith("#") and at not in beside
    )


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_longer_than_can_be_kept_in_mind() -> None:
    too_long = {name_of(path): len(text_of(path).splitlines()) for path in written()}

    assert {name: lines for name, lines in too_long.items() if lines > FILE} == {}


def test_half_of_the_files_are_read_at_a_glance() -> None:
    assert median(_lines_of_code(path) for path in written("loket")) <= MEDIAN


def test_no_function_is_longer_than_a_page() -> None:
    too_long = [
        (name_of(path), name, lines)
        for path in written()
        for name, lines in _functions(path)
        if lines > FUNCTION
    ]

    assert too_long == []


def test_no_template_is_longer_than_a_page_and_a_half() -> None:
    lengths = {name_of(path): len(text_of(path).splitlines()) for path in kept(".html")}

    assert {name: lines for name, lines in lengths.items() if lines > TEMPLATE} == {}


def test_a_step_is_a_page_unless_it_says_why() -> None:
    steps = [path for path in written("loket/application/steps", "loket/web/steps") if path.name[0] == "s"]
    longer = {name_of(path) for path in steps if _lines_of_code(path) > STEP}

    assert longer == set(LONGER_STEPS)
    assert all((ROOT / name).is_file() for name in LONGER_STEPS)
