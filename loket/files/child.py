"""Hostile files are opened in a process of their own, which has little memory, little time and no secrets."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
SECONDS = 20
"""Processor time for one question; drawing many pages asks for more."""
MEMORY = 1024 * 1024 * 1024
"""Address space in bytes; the largest photo we take needs a third of it."""
_GRACE = 10  # a busy machine gives a process less time than the clock shows


class Died(Exception):
    """The child was stopped by a limit, or crashed; the message is for the log."""


class TooSlow(Died):
    """The clock ran out before the child's processor time did: the machine was busy, the file may be innocent."""


def ask(request: dict[str, Any], *, seconds: int = SECONDS) -> dict[str, Any]:
    """Have the child answer; {"refused": sentence} when it found the file wanting."""
    limits = [str(seconds), str(MEMORY)]
    command = [sys.executable, "-P", "-s", "-m", "loket.files.render_child", json.dumps(request), *limits]
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={"PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8"},
            timeout=seconds + _GRACE,
        )
    except subprocess.TimeoutExpired as error:
        raise TooSlow(f"no answer after {error.timeout} seconds") from error
    if done.returncode != 0:
        last_words = done.stderr.decode(errors="replace").strip()[-500:]
        raise Died(f"exit {done.returncode}: {last_words}")
    reply: dict[str, Any] = json.loads(done.stdout)
    return reply
