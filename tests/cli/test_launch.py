import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from loket.cli import children
from loket.cli.embedded import binaries, identity
from tests.cli.processes import ROOT, eventually, python

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")


def launched(runs_as: str, *command: str, parent: int | None = None) -> subprocess.CompletedProcess[str]:
    """Launch as `children.launched` does, but by import, so that its lines are counted."""
    code = "import sys; from loket.cli.launch import main; main(*sys.argv[1:])"
    arguments = (str(parent or os.getpid()), "15", runs_as, *command)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, check=False, cwd=ROOT, text=True
    )


def test_a_program_takes_the_place_of_the_launcher() -> None:
    ran = launched("self", "/bin/echo", "started")

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "started\n", "")


def test_a_program_whose_parent_is_gone_already_does_not_start() -> None:
    ran = launched("self", "/bin/echo", "started", parent=os.getppid())

    assert (ran.returncode, ran.stdout) == (126, "")


def test_a_program_that_is_not_there_says_so() -> None:
    ran = launched("self", "/no/such/program")

    assert (ran.returncode, ran.stderr) == (126, "/no/such/program: [Errno 2] No such file or directory\n")


@only_root
def test_in_a_namespace_root_and_its_files_have_an_ordinary_number(tmp_path: Path) -> None:
    if not identity.works(identity.NAMESPACE, tmp_path, binaries.find()):
        pytest.skip("this system refuses user namespaces")

    ran = launched("namespace", "/bin/sh", "-c", f"id -u; stat -c %u {tmp_path}; touch {tmp_path}/file")

    numbers = ran.stdout.split()
    assert numbers[0] == numbers[1] != "0"
    assert (tmp_path / "file").stat().st_uid == 0


@only_root
def test_as_another_account_nothing_of_root_is_left() -> None:
    nobody = pwd.getpwnam("nobody")

    ran = launched(f"{nobody.pw_uid}:{nobody.pw_gid}", "/bin/sh", "-c", "id -u; id -G; pwd")

    assert ran.stdout.split() == [str(nobody.pw_uid), str(nobody.pw_gid), "/"]


@pytest.mark.parametrize("started", ("spawn(command)", "subprocess.Popen(children.launched(command))"))
def test_a_child_ends_when_the_one_who_started_it_is_killed(tmp_path: Path, started: str) -> None:
    sign = tmp_path / "child"
    code = (
        "import subprocess, sys, time\n"
        "from loket.cli import children\n"
        "from loket.cli.children import spawn\n"
        "command = ['/bin/sh', '-c', 'echo $$ > \"$1\"; exec sleep 60', 'sh', sys.argv[1]]\n"
        f"process = {started}\n"
        "time.sleep(60)\n"
    )
    with python(code, sign) as parent:
        assert eventually(lambda: sign.exists() and sign.read_text().endswith("\n"))
        child = Path(f"/proc/{int(sign.read_text())}")
        assert child.exists()

        parent.kill()

        assert eventually(lambda: not child.exists() or ") Z " in (child / "stat").read_text())


def test_a_child_that_has_ended_keeps_its_number_until_it_is_collected() -> None:
    process = children.spawn(["/bin/sh", "-c", "exit 3"])

    assert eventually(lambda: children.ended(process))
    assert Path(f"/proc/{process.pid}").exists()
    assert children.collect(process) == 3
    assert not Path(f"/proc/{process.pid}").exists()
    assert (children.ended(process), children.collect(process)) == (True, 3)
