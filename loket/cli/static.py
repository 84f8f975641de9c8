"""Style sheets, scripts and images, gathered once for each version of them."""

import hashlib
import os
import subprocess
from importlib import metadata
from pathlib import Path

from loket import environment
from loket.cli import children
from loket.cli.problem import Problem

LOKET = Path(__file__).parents[1]
WHAT_COUNTS = ("settings.py", "web/bundling.py", "web/static/**/*")
PACKAGES = ("django", "django-allauth", "django-htmx", "whitenoise")


def collect() -> None:
    """Gather them where the web server looks, unless those that are there are the same."""
    data_dir = environment.read(os.environ).data_dir
    stamp, state = data_dir / "static" / "stamp", _state()
    if stamp.exists() and stamp.read_text(encoding="ascii") == state:
        return
    gather = children.loket("manage", "collectstatic", "--no-input", "--verbosity", "0")
    if subprocess.run(children.launched(gather), check=False).returncode != 0:
        raise Problem("The style sheets and scripts could not be gathered; what is wrong stands above.")
    stamp.write_text(state, encoding="ascii")


def _state() -> str:
    state = hashlib.sha256()
    for package in PACKAGES:
        state.update(f"{package} {metadata.version(package)}\n".encode())
    for path in sorted(path for pattern in WHAT_COUNTS for path in LOKET.glob(pattern)):
        found = path.stat()
        state.update(f"{path.relative_to(LOKET)} {found.st_size} {found.st_mtime_ns}\n".encode())
    return state.hexdigest()
