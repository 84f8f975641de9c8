"""Child processes that never outlive this one."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

LAUNCH = Path(__file__).with_name("launch.py")
PAUSE = 0.01


def loket(*arguments: str) -> list[str]:
    """The command line of another `loket` on the same interpreter."""
    return [sys.executable, "-m", "loket.cli.main", *arguments]


def launched(
    command: Sequence[str | Path],
    *,
    identity: str = "self",
    death_signal: signal.Signals = signal.SIGKILL,
) -> list[str]:
    """`command`, so that it runs as `identity` and receives `death_signal` when this process dies."""
    return [
        *(sys.executable, "-I", "-S", str(LAUNCH)),
        *(str(os.getpid()), str(int(death_signal)), identity),
        *(str(part) for part in command),
    ]


def spawn(
    command: Sequence[str | Path],
    *,
    identity: str = "self",
    death_signal: signal.Signals = signal.SIGTERM,
    env: Mapping[str, str] | None = None,
    stdout: int | None = None,
    stderr: IO[bytes] | None = None,
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own, so that Ctrl-C reaches only the one who decides the order.

    Linux delivers the death signal when the creating thread ends: call this from the main thread.
    """
    return subprocess.Popen(
        launched(command, identity=identity, death_signal=death_signal),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        env=env,
        pass_fds=pass_fds,
        start_new_session=True,
    )


def ended(process: subprocess.Popen[bytes]) -> bool:
    """Say whether a child has ended, and leave it uncollected, so that its number cannot become another process's."""
    if process.returncode is not None:
        return True
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def collect(process: subprocess.Popen[bytes]) -> int:
    """End whatever an ended child has left behind in its session; give its status."""
    if process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def stop(process: subprocess.Popen[bytes], how: signal.Signals, patience: float) -> None:
    """Ask a child to end, wait, and insist."""
    if not ended(process):
        os.kill(process.pid, how)
        end = time.monotonic() + patience
        while not ended(process) and time.monotonic() < end:
            time.sleep(PAUSE)
    collect(process)
