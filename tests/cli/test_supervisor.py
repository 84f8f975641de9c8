import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from loket.cli import children
from loket.cli.problem import Problem
from loket.cli.supervisor import Child, Stopped, keep, stoppable, wait_until
from tests.cli.processes import eventually


def program(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def tended(child: Child) -> Callable[[], bool]:
    """Tend to it, and say whether it runs."""

    def tend() -> bool:
        child.tend()
        return child.process is not None and child.process.poll() is None

    return tend


def test_a_child_that_is_killed_is_started_again_and_that_is_said() -> None:
    said: list[str] = []
    child = Child("worker", program("import time; time.sleep(60)"), said.append)
    try:
        assert tended(child)()
        assert child.process is not None
        first = child.process
        first.kill()
        first.wait()

        assert eventually(tended(child))
        assert child.process.pid != first.pid
        assert said == ["The worker ended (killed by SIGKILL); it starts again in 0.5 s."]
    finally:
        child.stop()
    assert child.process is None


def test_a_child_that_keeps_ending_is_started_later_and_later_until_there_is_no_hope() -> None:
    said: list[str] = []
    child = Child("web server", program("raise SystemExit(3)"), said.append)

    with pytest.raises(Problem) as refused:
        wait_until(lambda: False, [child], child)

    assert str(refused.value) == "The web server does not start; what is wrong stands above."
    assert said == [
        f"The web server ended (exit status 3); it starts again in {delay} s." for delay in ("0.5", "1", "2")
    ]


def test_a_child_that_runs_but_never_gets_ready_is_not_waited_for_for_ever() -> None:
    child = Child("web server", program("import time; time.sleep(60)"), print)
    try:
        with pytest.raises(Problem):
            wait_until(lambda: False, [child], child, patience=0.3)
    finally:
        child.stop()


def test_waiting_ends_when_the_child_is_ready(tmp_path: Path) -> None:
    sign = tmp_path / "ready"
    child = Child("web server", program(f"open({str(sign)!r}, 'w'); import time; time.sleep(60)"), print)
    try:
        wait_until(sign.exists, [child], child)
        assert tended(child)()
    finally:
        child.stop()


def test_a_child_that_ran_long_enough_starts_again_at_once_as_after_its_first_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("loket.cli.supervisor.PROVED_AFTER", -1.0)
    said: list[str] = []
    child = Child("worker", program("raise SystemExit(3)"), said.append)
    child.failures = 9

    assert eventually(lambda: not tended(child)() and said)

    assert said == ["The worker ended (exit status 3); it starts again in 0.5 s."]
    child.stop()


def test_stopping_a_child_ends_what_it_has_started_even_when_neither_listens() -> None:
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    parent = program(
        f"import subprocess, sys; {deaf} child = subprocess.Popen([sys.executable, '-c', {deaf + 'time.sleep(60)'!r}]);"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    process = children.spawn(parent, stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        grandchild = int(process.stdout.readline())

    children.stop(process, signal.SIGTERM, patience=0.2)

    assert process.returncode == -signal.SIGKILL
    assert eventually(lambda: not _lives(grandchild))


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_the_first_signal_stops_and_the_second_does_not_disturb_the_stopping() -> None:
    before = signal.getsignal(signal.SIGINT)
    tidied: list[str] = []

    def stop_twice() -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(5)
        finally:
            os.kill(os.getpid(), signal.SIGINT)
            tidied.append("everything")

    with pytest.raises(Stopped), stoppable():
        stop_twice()

    assert tidied == ["everything"]
    assert signal.getsignal(signal.SIGINT) == before


def test_what_is_kept_is_tended_until_the_signal() -> None:
    class Impatient:
        times = 0

        def tend(self) -> None:
            self.times += 1
            if self.times == 2:
                os.kill(os.getpid(), signal.SIGHUP)

        def stop(self) -> None:
            raise AssertionError("the owner stops it")

    kept = Impatient()
    with pytest.raises(Stopped), stoppable():
        keep([kept])

    assert kept.times == 2
