"""Examine a PDF from anybody in a process of its own, which has little memory, little time and no secrets."""

import json
import subprocess
import sys
from base64 import b64encode
from datetime import datetime
from pathlib import Path

from loket.integrations.esign.reports import Flaw, SignatureReport, Trust

SECONDS = 20
"""Processor time; a letter with two signatures needs less than one."""
MEMORY = 1024 * 1024 * 1024
_GRACE = 10  # a busy machine gives a process less time than the clock shows
_ROOT = Path(__file__).parents[3]


def inspect_apart(
    pdf: bytes, trust: Trust, *, now: datetime, seconds: int = SECONDS
) -> tuple[SignatureReport, ...]:
    """Report as `inspect` does; a file that takes more than it may is reported as one unreadable signature."""
    question = {
        "roots": [b64encode(root).decode() for root in trust.roots],
        "crls": [b64encode(crl).decode() for crl in trust.crls],
        "now": now.isoformat(),
        "limits": [seconds, MEMORY],
    }
    command = [sys.executable, "-P", "-s", "-m", "loket.integrations.esign.inspect_child"]
    try:
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


def _report(row: dict[str, str | None]) -> SignatureReport:
    at, flaw = row.pop("at"), row.pop("flaw")
    return SignatureReport(
        at=datetime.fromisoformat(at) if at else None,
        flaw=Flaw(flaw) if flaw else None,
        **row,  # type: ignore[arg-type]  # each is a field of the report, written by the child
    )
