import os
import signal
from pathlib import Path

import psycopg
import pytest

from loket.cli import embedded
from loket.cli.embedded import leftovers
from loket.cli.embedded.place import Place
from loket.cli.embedded.server import ATTEMPTS, Server
from loket.cli.problem import Problem
from tests.cli.processes import eventually, supervisor


@pytest.fixture
def test(request: pytest.FixtureRequest) -> str:
    """Whose rows these are: the database is that of all tests."""
    return str(request.node.nodeid)


def write(url: str, test: str, number: int) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS written (test text, n int)")
        connection.execute("INSERT INTO written VALUES (%s, %s)", (test, number))


def numbers(url: str, test: str) -> list[int]:
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT n FROM written WHERE test = %s ORDER BY n", (test,))
        return [row[0] for row in found]


def numbers_after_a_start(data_dir: Path, test: str) -> list[int]:
    with embedded.start(data_dir, durable=False) as url:
        return numbers(url, test)


def continuing(monkeypatch: pytest.MonkeyPatch, process: int) -> None:
    """Let a stopped process go on once it has been asked to end; until then it cannot end by itself."""
    monkeypatch.setattr(leftovers, "ENDS_BY_ITSELF", 0.2)
    ask = leftovers._ask_to_end

    def ask_and_continue(place: Place) -> None:
        ask(place)
        os.kill(process, signal.SIGCONT)

    monkeypatch.setattr(leftovers, "_ask_to_end", ask_and_continue)


def test_a_killed_postmaster_is_started_again_with_every_row_that_was_acknowledged(
    data_dir: Path, test: str
) -> None:
    with embedded.serve(data_dir) as server:
        for number in range(3):
            write(server.url, test, number)
            assert server.process is not None
            os.kill(server.process.pid, signal.SIGKILL)
            assert eventually(lambda: not server.alive())
            server.start()
        assert numbers(server.url, test) == [0, 1, 2]


def test_a_server_that_is_killed_while_it_starts_is_tried_again_but_not_for_ever(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kills = [1]
    answers = Server._answers

    def killed_before_it_answers(server: Server) -> bool:
        if not kills[0]:
            return answers(server)
        if server.process is not None and server.alive():
            kills[0] -= 1
            os.kill(server.process.pid, signal.SIGKILL)
            assert eventually(lambda: not server.alive())
        return False

    monkeypatch.setattr(Server, "_answers", killed_before_it_answers)
    with embedded.serve(data_dir, durable=False) as server:
        assert server.alive()
    kills[0] = ATTEMPTS
    with pytest.raises(Problem) as refused, embedded.start(data_dir, durable=False):
        pass

    assert (
        str(refused.value)
        == f"PostgreSQL was killed {ATTEMPTS} times while it started in {data_dir}/postgres."
    )


def test_the_server_ends_when_its_supervisor_is_killed(data_dir: Path, test: str) -> None:
    data = data_dir / "postgres" / "data"
    with supervisor(data_dir) as (process, postmaster, url):
        write(url, test, 1)
        assert postmaster in leftovers.members(data)
        process.kill()
        process.wait()

        assert eventually(lambda: leftovers.members(data) == [])
    assert numbers_after_a_start(data_dir, test) == [1]


def test_all_killed_at_once_leave_nothing_that_keeps_the_next_start_out(data_dir: Path, test: str) -> None:
    with supervisor(data_dir) as (process, postmaster, url):
        write(url, test, 1)
        process.kill()
        os.kill(postmaster, signal.SIGKILL)
        process.wait()

        assert numbers_after_a_start(data_dir, test) == [1]


@pytest.mark.parametrize("said", ("{mine}\n", "", "rubbish\n"))
def test_a_file_that_names_a_foreign_process_neither_blocks_the_start_nor_harms_it(
    data_dir: Path, said: str
) -> None:
    (data_dir / "postgres" / "socket").mkdir(mode=0o700, exist_ok=True)
    for name in ("data/postmaster.pid", "socket/.s.PGSQL.5432.lock"):
        (data_dir / "postgres" / name).write_text(said.format(mine=os.getppid()))

    with embedded.start(data_dir, durable=False) as url, psycopg.connect(url):
        assert Path(f"/proc/{os.getppid()}").exists()


def test_a_server_that_outlives_its_supervisor_is_asked_to_end(
    data_dir: Path, test: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with supervisor(data_dir) as (process, postmaster, url):
        write(url, test, 1)
        os.kill(postmaster, signal.SIGSTOP)
        process.kill()
        process.wait()
        continuing(monkeypatch, postmaster)

        assert numbers_after_a_start(data_dir, test) == [1]


def test_backends_that_outlive_their_postmaster_are_ended(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with supervisor(data_dir) as (process, postmaster, url), psycopg.connect(url) as connection:
        backend = connection.info.backend_pid
        os.kill(backend, signal.SIGSTOP)
        process.kill()
        os.kill(postmaster, signal.SIGKILL)
        process.wait()
        assert eventually(lambda: postmaster not in leftovers.members(data_dir / "postgres/data"))
        assert backend in leftovers.members(data_dir / "postgres/data")
        continuing(monkeypatch, backend)

        with embedded.start(data_dir, durable=False):
            assert backend not in leftovers.members(data_dir / "postgres/data")


def test_leftovers_that_do_not_end_are_named(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "ENDS_BY_ITSELF", 0.1)
    monkeypatch.setattr(leftovers, "ENDS_WHEN_ASKED", 0.1)
    with supervisor(data_dir) as (process, postmaster, _):
        os.kill(postmaster, signal.SIGSTOP)
        process.kill()
        process.wait()
        try:
            with pytest.raises(Problem) as refused, embedded.start(data_dir, durable=False):
                pass
        finally:
            os.kill(postmaster, signal.SIGCONT)

        assert str(refused.value).startswith(
            f"An earlier PostgreSQL does not end in {data_dir}/postgres/data (process "
        )
        assert eventually(lambda: leftovers.members(data_dir / "postgres/data") == [])
