"""Where the cluster of a data directory lies, which programs run it, and as whom."""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from loket.cli.embedded import binaries, copies, identity, sockets
from loket.cli.embedded.binaries import Binaries
from loket.cli.problem import Problem
from loket.environment import embedded_database_url

SHARED = Path("/var/lib/loket")


@dataclass(frozen=True, slots=True)
class Place:
    """One cluster with everything that is needed to run it."""

    base: Path
    binaries: Binaries
    identity: str
    socket: Path

    @property
    def data(self) -> Path:
        return self.base / "data"

    @property
    def log(self) -> Path:
        return self.base / "log"

    @property
    def url(self) -> str:
        return embedded_database_url(self.socket)


def find(data_dir: Path) -> Place:
    """Find the place of this data directory's cluster, and prepare one where there is none."""
    link = data_dir / "postgres"
    try:
        link.mkdir(mode=0o700, exist_ok=True)
        base = link.resolve()
        owner = _owner(base / "data")
    except OSError as problem:
        raise Problem(f"The database cannot be kept in {link}: {problem.strerror}.") from None
    programs = binaries.find(_major(base / "data"))
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise Problem(
                f"The database in {base} belongs to another account. Run loket as that one, or use --data."
            )
        runs_as = identity.SELF
    elif owner:
        runs_as = identity.of_owner(owner)
        programs = _reachable(programs, runs_as, base)
    elif identity.works(identity.NAMESPACE, base, programs):
        runs_as = identity.NAMESPACE
    elif owner is None:
        runs_as = identity.account()
        base = _shelter(link)
        programs = _reachable(programs, runs_as, base)
    else:
        raise Problem(
            f"The database in {base} was made by root inside a user namespace, which this system refuses now. "
            "Allow user namespaces (sysctl user.max_user_namespaces), or use another --data."
        )
    return Place(base, programs, runs_as, sockets.directory(base, runs_as))


def _owner(data: Path) -> int | None:
    return data.stat().st_uid if data.exists() else None


def _major(data: Path) -> int | None:
    """The version that made the cluster; None where there is no cluster yet."""
    try:
        return int((data / "PG_VERSION").read_text(encoding="ascii"))
    except FileNotFoundError:
        if data.exists() and any(data.iterdir()):
            raise Problem(f"{data} holds something that is not a PostgreSQL cluster. Move it away.") from None
        return None
    except (OSError, ValueError):
        raise Problem(f"{data}/PG_VERSION cannot be read as a version of PostgreSQL.") from None


def _shelter(link: Path) -> Path:
    """Make a directory that an account without rights can reach; the data directory keeps a link to it."""
    if link.is_symlink():
        return link.resolve()
    SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
    base = Path(tempfile.mkdtemp(prefix="postgres-", dir=SHARED))
    base.chmod(0o755)
    shutil.rmtree(link)
    link.symlink_to(base)
    return base


def _reachable(programs: Binaries, runs_as: str, base: Path) -> Binaries:
    """The programs themselves, or a copy of them for an account that cannot reach them."""
    if identity.works(runs_as, base, programs):
        return programs
    if programs.from_wheel:
        programs = copies.copied(programs, SHARED)
        if identity.works(runs_as, base, programs):
            return programs
    raise Problem(f"The account {runs_as} cannot run {programs.program('postgres')} in {base}.")
