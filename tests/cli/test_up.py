import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from loket.cli import embedded
from tests.cli.installation import PATIENCE, Installation
from tests.cli.processes import eventually


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation that has run once and was stopped by Ctrl-C; the next start is a quick one."""
    installation = Installation(tmp_path_factory.mktemp("installation") / "data")
    with installation.up() as process:
        assert installation.comes_up()
        assert installation.answers()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        installation.last_words = installation.said.read_text().splitlines()
        installation.left_over = installation.processes()
    return installation


@pytest.fixture(scope="module")
def running(stopped: Installation) -> Iterator[Installation]:
    with stopped.up() as process:
        assert stopped.comes_up()
        yield stopped
        process.kill()
        process.wait()
        # The last test of all: nothing outlives a supervisor that could not say goodbye.
        assert eventually(lambda: stopped.processes() == [], PATIENCE)


def test_everything_on_one_machine_says_what_it_does_and_stops_without_a_trace(stopped: Installation) -> None:
    assert stopped.left_over == []
    assert stopped.last_words == [
        f"Starting PostgreSQL in {stopped.data_dir}/postgres.",
        "Preparing the database.",
        "Starting the web server and the worker.",
        "",
        f"Loket is ready at http://127.0.0.1:{stopped.port}",
        "The first account of an office: loket manage createadmin",
        "Ctrl-C stops everything.",
        "Stopping.",
        "Everything has stopped.",
    ]


def test_whatever_is_killed_comes_back(running: Installation) -> None:
    parts = ("loket.cli.main web", "loket.cli.main worker", "bin/postgres -D")
    killed = [running.processes(part)[0] for part in parts]
    for process in killed:
        os.kill(process, signal.SIGKILL)

    def all_are_back() -> bool:
        return all(set(running.processes(part)) - set(killed) for part in parts)

    assert eventually(all_are_back, PATIENCE)
    assert eventually(running.answers, PATIENCE)
    url = embedded.running(running.data_dir)
    assert url is not None
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM django_migrations").fetchone() == (True,)


def test_a_process_that_serves_is_replaced_when_it_is_killed(running: Installation) -> None:
    serving = running.processes("loket.cli.main web")[-1]
    os.kill(serving, signal.SIGKILL)

    assert eventually(lambda: serving not in running.processes())
    assert eventually(running.answers, PATIENCE)


def test_a_second_one_is_refused_with_a_sentence(running: Installation) -> None:
    same_port = running.run()
    assert same_port[0] == 1
    assert same_port[1].startswith(f"loket up: Port {running.port} is taken by another program.")

    assert Installation(running.data_dir).run() == (
        1,
        f"loket up: Another loket runs on {running.data_dir}. Stop it, or use another data directory with --data.\n",
    )


def test_demo_accounts_are_refused_where_the_office_is_public(tmp_path: Path) -> None:
    assert Installation(tmp_path).run("--demo", LOKET_BASE_URL="https://loket.example") == (
        1,
        "loket up: --demo makes accounts whose password everybody knows: not where LOKET_BASE_URL is on https.\n",
    )


def test_a_database_that_cannot_be_prepared_stops_the_start(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"postgresql://127.0.0.1:{nobody.getsockname()[1]}/loket"

        status, said = Installation(tmp_path).run(DATABASE_URL=url)

    assert status == 1
    assert said.splitlines()[0].startswith("loket up: The database does not answer: ")
    assert (
        said.splitlines()[-1] == "loket up: The database could not be prepared; what is wrong stands above."
    )
