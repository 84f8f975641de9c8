"""Imports go one way: the contracts hold, and each of them bites."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT, project, written

PLANTED = {
    "Imports go one way": ("loket/models/opd.py", "import loket.application.perform"),
    "The core imports only Python": ("loket/core/zone.py", "import django"),
    "Integrations, documents and files know no Django": ("loket/files/sizes.py", "import django"),
    "Steps do not import each other": (
        "loket/application/steps/s07_analisis.py",
        "import loket.application.steps.s08_desain",
    ),
    "Web and api write through application": ("loket/web/request.py", "import loket.integrations"),
}
"""For each contract a line that breaks it, and where somebody might write that."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The code alone, with the contracts, where it can be spoilt."""
    for path in written("loket"):
        place = tmp_path / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    integrations = tmp_path / "loket" / "integrations" / "__init__.py"
    integrations.parent.mkdir(exist_ok=True)
    integrations.touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _verdicts(directory: Path) -> Mapping[str, str]:
    """What import-linter says of each contract there."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(directory), "COLUMNS": "200"}
    said = subprocess.run(
        command, cwd=directory, env=environment, capture_output=True, text=True, check=False
    )
    summary = [line.strip().rpartition(" ") for line in said.stdout.splitlines()]
    return {name: verdict for name, _, verdict in summary if verdict in {"KEPT", "BROKEN"}}


def test_every_contract_is_kept_and_every_contract_bites(copy: Path) -> None:
    contracts = [contract["name"] for contract in project()["tool"]["importlinter"]["contracts"]]
    kept = _verdicts(copy)
    for place, line in PLANTED.values():
        with (copy / place).open("a") as file:
            file.write(f"\n{line}\n")

    broken = _verdicts(copy)

    assert kept == dict.fromkeys(contracts, "KEPT")
    assert broken == dict.fromkeys(contracts, "BROKEN")
    assert list(PLANTED) == contracts
