"""The demo plays a GitLab where there is none: issues get made, nothing doubles after a restart, nothing is left."""

import re
import signal
import socket
from pathlib import Path

import httpx

from loket import environment
from loket.cli import ports, standin
from tests.cli.installation import PATIENCE, Installation
from tests.cli.processes import eventually

SETTLED = 100
"""Looks at the list, at least 2 seconds, after which nothing more is to come."""


def test_its_settings_replace_what_was_half_said_and_hold_together() -> None:
    environ = {"LOKET_GITLAB_TOKEN_FILE": "/tidak/ada", "LOKET_GITLAB_SIGNING_TOKEN": "whsec_lama"}

    standin.settings(environ, 4321)

    assert {"LOKET_GITLAB_TOKEN_FILE", "LOKET_GITLAB_SIGNING_TOKEN"}.isdisjoint(environ)
    read = environment.read({**environ, "LOKET_SECRET_KEY": "x" * 50})
    assert read.gitlab_url == "http://127.0.0.1:4321"
    assert read.has_gitlab
    assert read.gitlab_webhook_token


def test_it_takes_the_next_port_or_any_that_is_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        other = ports.free_after("127.0.0.1", port - 1)

    assert other != port
    assert ports.free_after("127.0.0.1", port - 1) == port
    assert 0 < ports.free_after("127.0.0.1", ports.LARGEST) <= ports.LARGEST


def test_the_demo_makes_its_issues_once_and_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    installation = Installation(tmp_path / "data", demo=True)
    first, left = _run(installation)
    second, left_again = _run(installation)

    assert first
    assert second == first
    kept = (installation.data_dir / standin.MEMORY).read_text()
    assert kept.count(f"http://127.0.0.1:{installation.port}/permintaan/APL-") == len(first)
    assert left == left_again == []


def test_a_gitlab_that_is_set_wins(tmp_path: Path) -> None:
    installation = Installation(tmp_path / "data", demo=True)
    own = {"LOKET_GITLAB_URL": "http://127.0.0.1:9", "LOKET_GITLAB_TOKEN": "x", "LOKET_GITLAB_PROJECT": "1"}

    with installation.up(**own):
        assert installation.comes_up()
        said, played = installation.said.read_text(), installation.processes("loket.cli.standin")

    assert "Playing a GitLab" not in said
    assert played == []


def _run(installation: Installation) -> tuple[list[str], list[int]]:
    """The issues once nothing is added any more, and what is left after Ctrl-C."""
    with installation.up() as process:
        assert installation.comes_up()
        found = re.search(r"Playing a GitLab at (\S+) ", installation.said.read_text())
        assert found
        assert len(installation.processes("loket.cli.standin")) == 1
        issues: list[list[str]] = [[]]

        def all_are_there() -> bool:
            issues.append(_issues(found[1]))
            return len(issues[-1]) > 5 and len(issues) > SETTLED and issues[-1] == issues[-SETTLED]

        assert eventually(all_are_there, PATIENCE)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        return issues[-1], installation.processes()


def _issues(url: str) -> list[str]:
    page = httpx.get(url, trust_env=False)
    return re.findall(r"#\d+ \[(APL-\d{4}-\d{4})\]", page.text)
