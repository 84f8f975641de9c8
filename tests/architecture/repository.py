"""The repository as it is kept: its files, read once."""

import ast
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@cache
def kept(*endings: str) -> tuple[Path, ...]:
    """Every file under version control, or those with an ending."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = (ROOT / line for line in listed.stdout.splitlines())
    return tuple(path for path in paths if path.is_file() and (not endings or path.suffix in endings))


def written(*folders: str) -> tuple[Path, ...]:
    """Every Python file that people write, or those below folders; migrations are written by Django."""
    below = tuple(ROOT / folder for folder in folders) or (ROOT,)
    return tuple(
        path
        for path in kept(".py")
        if "migrations" not in path.parts and any(path.is_relative_to(folder) for folder in below)
    )


@cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def project() -> dict[str, Any]:
    return tomllib.loads(text_of(ROOT / "pyproject.toml"))
