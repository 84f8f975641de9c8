"""Each package that is named has its reason, and only those."""

import re

from tests.architecture.repository import ROOT, project, text_of

_ROW = re.compile(r"^\| ([a-z][\w.-]*)(?:[ (][^|]*)?\|", re.MULTILINE)


def _named(requirements: list[str]) -> list[str]:
    return sorted(re.split(r"[\[<>=; ]", requirement, maxsplit=1)[0] for requirement in requirements)


def _explained(heading: str) -> list[str]:
    """The first column of the table under a heading."""
    section = text_of(ROOT / "docs" / "dependencies.md").split(f"## {heading}\n")[1].split("\n## ")[0]
    return sorted(name for name in _ROW.findall(section) if name != "package")


def test_every_package_that_runs_is_explained_and_none_besides() -> None:
    assert _explained("Runtime") == _named(project()["project"]["dependencies"])


def test_so_is_every_package_that_helps_developing() -> None:
    assert _explained("Development") == _named(project()["dependency-groups"]["dev"])


def test_every_package_has_a_reason_and_a_licence() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text_of(ROOT / "docs" / "dependencies.md").splitlines()
        if _ROW.match(line)
    ]

    assert [row[0] for row in rows if len(row) < 3 or not row[1] or not row[2]] == []
