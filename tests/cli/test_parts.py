import os
import subprocess
import sys
from pathlib import Path

import pytest

from loket.cli import embedded
from tests.cli.processes import ROOT


def loket(data_dir: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one command on a data directory, with no database but the embedded one unless the environment names one."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env = {**kept, "PYTHONPATH": str(ROOT), "LOKET_DATA_DIR": str(data_dir), **environment}
    command = [sys.executable, "-m", "loket.cli.main", *arguments]
    return subprocess.run(command, env=env, check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory whose database is that of this version."""
    data_dir = tmp_path_factory.mktemp("migrated") / "data"
    ran = loket(data_dir, "migrate")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "  Applying loket.0001_initial... OK\n" in ran.stdout
    return data_dir


def test_a_command_starts_the_database_for_itself_and_stops_it(migrated: Path) -> None:
    ran = loket(migrated, "check")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert embedded.running(migrated) is None


def test_a_command_uses_the_database_that_runs_already(migrated: Path) -> None:
    with embedded.start(migrated, durable=False):
        ran = loket(migrated, "manage", "migrate", "--check")

    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_command_that_needs_the_tables_says_how_to_make_them(data_dir: Path) -> None:
    ran = loket(data_dir, "demo", "load")

    assert (ran.returncode, ran.stderr) == (
        1,
        "loket demo: The database is not that of this version. Run loket migrate first.\n",
    )


def test_a_database_that_does_not_answer_gets_a_sentence(tmp_path: Path) -> None:
    ran = loket(tmp_path, "check", DATABASE_URL="postgresql://127.0.0.1:1/loket")

    assert ran.returncode == 1
    assert ran.stderr.startswith("loket check: The database does not answer: ")
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("part", ("web", "worker"))
def test_a_server_wants_a_database_that_others_can_use_too(tmp_path: Path, part: str) -> None:
    ran = loket(tmp_path, part)

    assert (ran.returncode, ran.stderr) == (
        1,
        f"loket {part}: Set DATABASE_URL to a PostgreSQL server, or run everything on this machine with loket up.\n",
    )


def test_an_environment_that_is_wrong_is_refused_before_anything_starts(tmp_path: Path) -> None:
    ran = loket(tmp_path / "data", "migrate", LOKET_BASE_URI="https://loket.example")

    assert (ran.returncode, ran.stderr) == (
        1,
        "loket migrate: LOKET_BASE_URI is not a setting of Loket. Did you mean LOKET_BASE_URL?\n",
    )
    assert not (tmp_path / "data").exists()


def test_a_root_that_cannot_be_read_is_named(migrated: Path) -> None:
    root = migrated / "esign-roots" / "bsre.pem"
    root.parent.mkdir()
    root.write_bytes(b"bukan sertifikat")

    ran = loket(migrated, "check")

    root.unlink()
    assert (ran.returncode, ran.stderr) == (
        1,
        f"loket check: {root} holds no certificate that can be read.\n",
    )


def test_a_check_that_fails_is_said_and_counted(migrated: Path) -> None:
    ran = loket(migrated, "check", LOKET_BASE_URL="https://loket.example", LOKET_SECRET_KEY=8 * "short")

    assert ran.returncode == 1
    assert "(security.W009)" in ran.stderr
    assert "Traceback" not in ran.stderr
