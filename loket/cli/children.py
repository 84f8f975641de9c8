"""Child processes that never outlive this one."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

LAUNCH = Path(__file__).with_name("launch.py")


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


def stop(process: subprocess.Popen[bytes], how: signal.Signals, patience: float) -> None:
    """Ask a child to end, wait, and end what is left of its session."""
    if process.poll() is None:
        process.send_signal(how)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    sweep(process)
    process.wait()


def sweep(process: subprocess.Popen[bytes]) -> None:
    """Kill whatever a child has left behind in its session."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
