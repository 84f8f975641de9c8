import subprocess
import sys
from pathlib import Path

import pytest

from loket.cli import main as cli
from loket.cli.main import COMMANDS, main
from loket.cli.problem import Problem
from loket.environment import InvalidEnvironment


class Part:
    """Stands in for the module of a command."""

    def __init__(self, raises: BaseException | None = None) -> None:
        self.raises = raises
        self.argv: list[str] | None = None

    def run(self, argv: list[str]) -> int:
        self.argv = argv
        if self.raises:
            raise self.raises
        return 7


def standing_in(monkeypatch: pytest.MonkeyPatch, part: Part) -> Part:
    monkeypatch.setattr(
        cli,
        "import_module",
        {"loket.cli.clock": part, "loket.cli.sop": part, "loket.cli.migrate": part}.__getitem__,
    )
    return part


@pytest.mark.parametrize("argv", ((), ("--help",), ("-h",), ("help",)))
def test_help_lists_every_command(argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 0

    said = capsys.readouterr().out
    assert [line.split()[0] for line in said.splitlines() if line.startswith("  ")] == list(COMMANDS)


def test_an_unknown_command_gets_the_list_and_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clok"]) == 2

    said = capsys.readouterr()
    assert (said.out, said.err.splitlines()[0]) == ("", "loket has no command 'clok'.")
    assert "reckon in working time" in said.err


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0

    project = Path(__file__).parents[2].joinpath("pyproject.toml").read_text()
    assert f'\nversion = "{capsys.readouterr().out.removeprefix("Loket ").strip()}"\n' in project


def test_a_command_gets_its_arguments_and_gives_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    part = standing_in(monkeypatch, Part())

    assert (main(["clock", "add", "--minutes", "3"]), part.argv) == (7, ["add", "--minutes", "3"])


@pytest.mark.parametrize("problem", (Problem("The house burns."), InvalidEnvironment("The house burns.")))
def test_what_goes_wrong_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], problem: Exception
) -> None:
    standing_in(monkeypatch, Part(problem))

    assert main(["sop"]) == 1
    assert capsys.readouterr().err == "loket sop: The house burns.\n"


def test_ctrl_c_ends_a_command_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    standing_in(monkeypatch, Part(KeyboardInterrupt()))

    assert main(["sop"]) == 130


def test_the_help_of_a_command_needs_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nowhere.invalid/loket")
    part = standing_in(monkeypatch, Part())

    assert (main(["migrate", "--help"]), part.argv) == (7, ["--help"])


def test_working_time_is_reckoned_without_django() -> None:
    code = "import sys; from loket.cli.main import main; main(['clock', '--help']); sys.exit('django' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, cwd=Path(__file__).parents[2]
    )

    assert (ran.returncode, ran.stderr) == (0, b"")
