"""Keeps a set of child processes running until this one is told to stop."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, Protocol

from loket.cli import children
from loket.cli.problem import Problem

PAUSE = 0.1
FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
PROVED_AFTER = 60.0
HOPELESS_AFTER = 3
STOPS_WITHIN = 15.0
PATIENCE = 120.0


class Stopped(BaseException):
    """Somebody asked this process to stop."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise Stopped once, at the first Ctrl-C or signal; later ones do not disturb the stopping."""
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        for each in signals:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    before = {each: signal.signal(each, stop) for each in signals}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


class Kept(Protocol):
    """What the supervisor keeps running."""

    def tend(self) -> None:
        """Start it again if it has ended."""

    def stop(self) -> None:
        """End it for good."""


class Child:
    """A program that is started again when it ends, later and later when it keeps ending."""

    def __init__(self, name: str, command: Sequence[str], say: Callable[[str], None]) -> None:
        self.name = name
        self.command = command
        self.say = say
        self.failures = 0
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0
        self.due_at = 0.0

    def tend(self) -> None:
        """Start it when it is time; notice when it has ended."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.due_at:
                self.process, self.started_at = children.spawn(self.command), now
        elif children.ended(self.process):
            status = children.collect(self.process)
            self.failures = 1 if now - self.started_at > PROVED_AFTER else self.failures + 1
            delay = min(LONGEST_DELAY, FIRST_DELAY * 2 ** (self.failures - 1))
            self.say(f"The {self.name} ended ({_how(status)}); it starts again in {delay:g} s.")
            self.process, self.due_at = None, now + delay

    def stop(self) -> None:
        """End it in good order, and whatever it has started."""
        if self.process is not None:
            children.stop(self.process, signal.SIGTERM, STOPS_WITHIN)
            self.process = None


def keep(kept: Sequence[Kept]) -> NoReturn:
    """Tend to them for ever."""
    while True:
        for each in kept:
            each.tend()
        time.sleep(PAUSE)


def wait_until(
    ready: Callable[[], bool], kept: Sequence[Kept], child: Child, patience: float = PATIENCE
) -> None:
    """Tend to them until `ready`; a child that cannot even start is no reason to wait."""
    end = time.monotonic() + patience
    while not ready():
        for each in kept:
            each.tend()
        if child.failures >= HOPELESS_AFTER or time.monotonic() > end:
            raise Problem(f"The {child.name} does not start; what is wrong stands above.")
        time.sleep(PAUSE)


def _how(status: int) -> str:
    return f"killed by {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"
