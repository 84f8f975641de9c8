"""The child's side: python -m loket.integrations.esign.inspect_child, with the question and the PDF on its input."""

import json
import os
import resource
import signal
import sys
from base64 import b64decode
from dataclasses import asdict
from datetime import datetime

_ORPHANED = 15  # seconds after its time; a living parent ends the child sooner


def main() -> None:
    question = json.loads(sys.stdin.buffer.readline())
    restrict(*question["limits"])
    pdf = sys.stdin.buffer.read()
    # Only now: what the libraries take while they are loaded is limited too.
    from loket.integrations.esign.checking import inspect  # noqa: PLC0415 - see above
    from loket.integrations.esign.reports import Trust  # noqa: PLC0415 - see above

    trust = Trust(
        roots=tuple(map(b64decode, question["roots"])), crls=tuple(map(b64decode, question["crls"]))
    )
    reports = inspect(pdf, trust, now=datetime.fromisoformat(question["now"]))
    rows = [{**asdict(report), "at": report.at and report.at.isoformat()} for report in reports]
    print(json.dumps(rows))


def restrict(seconds: int, memory: int) -> None:
    """Give up what this process will not need; the alarm ends it even when its parent is gone."""
    os.nice(5)
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(limit)
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (allowed, allowed))
    signal.alarm(seconds + _ORPHANED)


if __name__ == "__main__":
    main()
