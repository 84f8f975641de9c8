"""Examine a PDF from anybody in a process of its own, which has little memory, little time and no secrets."""

import fcntl
import json
import os
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from loket.integrations.esign.reports import Flaw, SignatureReport, Trust

SECONDS = 5
"""Processor time; a letter with two signatures needs less than one."""
MEMORY = 1024 * 1024 * 1024
TRIES = 20
"""To begin while another file is examined: for a second or so."""
_GRACE = 2  # a busy machine gives a process less time than the clock shows
_PAUSE = 0.05
_ROOT = Path(__file__).parents[3]


class Busy(Exception):
    """Another file is being examined, and more than one at a time would stop everybody's pages."""


def inspect_apart(
    pdf: bytes, trust: Trust, *, turn: Path, now: datetime, seconds: int = SECONDS
) -> tuple[SignatureReport, ...]:
    """Report as `inspect` does; a file that takes more than it may is reported as one unreadable signature.

    `turn` is the file whose lock lets one examination run on this machine. Raises Busy.
    """
    question = {
        "roots": [b64encode(root).decode() for root in trust.roots],
        "crls": [b64encode(crl).decode() for crl in trust.crls],
        "now": now.isoformat(),
        "limits": [seconds, MEMORY],
    }
    command = [sys.executable, "-P", "-s", "-m", "loket.integrations.esign.inspect_child"]
    try:
        with _one_at_a_time(turn):
            done = subprocess.run(
                command,
                check=True,
                capture_output=True,
                input=json.dumps(question).encode() + b"\n" + pdf,
                env={"PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8"},
                timeout=seconds + _GRACE,
            )
    except subprocess.SubprocessError:
        return (SignatureReport(field="", flaw=Flaw.UNREADABLE),)
    return tuple(_report(row) for row in json.loads(done.stdout))


@contextmanager
def _one_at_a_time(turn: Path) -> Iterator[None]:
    """The lock is the process's own: it is free again even when this process is killed."""
    turn.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(turn, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not any(_locked(descriptor) for _ in range(TRIES)):
            raise Busy
        yield
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        time.sleep(_PAUSE)
        return False
    return True


def _report(row: dict[str, str | None]) -> SignatureReport:
    at, flaw = row.pop("at"), row.pop("flaw")
    return SignatureReport(
        at=datetime.fromisoformat(at) if at else None,
        flaw=Flaw(flaw) if flaw else None,
        **row,  # type: ignore[arg-type]  # each is a field of the report, written by the child
    )
