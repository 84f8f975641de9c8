"""The `loket` command: finds the part that was asked for, and turns what goes wrong into a sentence."""

import os
import sys
import tomllib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module, metadata
from pathlib import Path

from loket.cli.problem import Problem
from loket.environment import InvalidEnvironment

USAGE = 2
INTERRUPTED = 130


class Needs(Enum):
    """What is made ready before a command runs."""

    NOTHING = auto()
    DATABASE = auto()
    MIGRATED = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `loket`; its module is imported only when it is asked for."""

    does: str
    needs: Needs = Needs.NOTHING


COMMANDS = {
    "up": Command("run everything on this machine; Ctrl-C stops it"),
    "web": Command("serve the pages and the API"),
    "worker": Command("do the jobs of the queue"),
    "migrate": Command("bring the database to this version", Needs.DATABASE),
    "check": Command("say whether this installation is sound", Needs.MIGRATED),
    "demo": Command("load demo data, or advance a permintaan", Needs.MIGRATED),
    "sop": Command("list, show, check or print the SOP, or write it as BPMN"),
    "clock": Command("reckon in working time"),
    "token": Command("make an API token for an account, printed once", Needs.MIGRATED),
    "verify": Command("prove the record and the stored files", Needs.MIGRATED),
    "manage": Command("run one of Django's own commands, or createadmin", Needs.DATABASE),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status."""
    name, *rest = list(sys.argv[1:] if argv is None else argv) or ["--help"]
    if name in ("-h", "--help", "help"):
        print(_help())
        return 0
    if name == "--version":
        print(f"Loket {version()}")
        return 0
    if name not in COMMANDS:
        print(f"loket has no command {name!r}.\n\n{_help()}", file=sys.stderr)
        return USAGE
    try:
        return _run(name, rest)
    except (Problem, InvalidEnvironment) as problem:
        print(f"loket {name}: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(name: str, argv: list[str]) -> int:
    command = COMMANDS[name]
    with ExitStack() as stack:
        if command.needs is not Needs.NOTHING and not {"-h", "--help"} & set(argv):
            database = import_module("loket.cli.database")
            stack.enter_context(database.available(migrated=command.needs is Needs.MIGRATED))
        status: int = import_module(f"loket.cli.{name}").run(argv)
        return status


def _help() -> str:
    lines = [f"  {name:<8} {command.does}" for name, command in COMMANDS.items()]
    return "\n".join(
        ("usage: loket COMMAND [ARGUMENT ...]", "", *lines, "", "loket COMMAND --help says more.")
    )


def version() -> str:
    """The version of what is installed, or of the source tree that runs without installation."""
    try:
        return metadata.version("loket")
    except metadata.PackageNotFoundError:
        project = Path(__file__).parents[2] / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loket.settings")
    sys.exit(main())
