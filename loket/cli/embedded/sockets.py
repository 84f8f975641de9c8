"""The directory of the server's socket, whose path PostgreSQL limits to 107 bytes."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

from loket.cli.embedded import identity

LIMIT = 107
NAME = ".s.PGSQL.5432"


def directory(base: Path, runs_as: str) -> Path:
    """`base`/socket, or where that path is too long a short directory to which it is a link."""
    wanted = base / "socket"
    if _fits(wanted):
        if wanted.is_symlink():
            wanted.unlink()
        identity.hand_over(wanted, runs_as)
        return wanted
    if wanted.is_symlink() and _is_private(wanted.readlink()):
        return wanted.readlink()
    short = Path(tempfile.mkdtemp(prefix="loket-", dir=_short_parent(runs_as)))
    identity.hand_over(short, runs_as)
    if wanted.is_dir() and not wanted.is_symlink():
        shutil.rmtree(wanted)
    wanted.unlink(missing_ok=True)
    wanted.symlink_to(short)
    return short


def current(base: Path) -> Path:
    """Where a running server of `base` listens."""
    wanted = base / "socket"
    return wanted.readlink() if wanted.is_symlink() else wanted


def remove(base: Path) -> None:
    """Leave nothing outside the data directory."""
    wanted = base / "socket"
    if wanted.is_symlink():
        if _is_private(wanted.readlink()):
            shutil.rmtree(wanted.readlink())
        wanted.unlink()


def _fits(path: Path) -> bool:
    # libpq takes a comma for the end of one host and the start of another.
    return len(os.fsencode(path / NAME)) < LIMIT and "," not in str(path)


def _short_parent(runs_as: str) -> Path:
    candidates = [Path(tempfile.gettempdir())]
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if runs_as == identity.SELF and runtime.is_absolute() and os.access(runtime, os.W_OK):
        candidates.insert(0, runtime)
    return next((parent for parent in candidates if _fits(parent / "loket-12345678")), Path("/tmp"))  # noqa: S108 - mkdtemp makes the private part


def _is_private(path: Path) -> bool:
    """True unless the directory is gone or somebody else has made one of that name."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    return (
        stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) & 0o077 == 0 and os.access(path, os.W_OK)
    )
