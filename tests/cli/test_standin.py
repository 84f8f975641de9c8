"""The demo plays a GitLab where there is none: issues get made, nothing doubles after a restart, nothing is left."""

import re
import signal
import socket
from typing import NamedTuple

import httpx
import pytest

from loket import environment
from loket.cli import ports, standin
from tests.cli.installation import PATIENCE, Installation
from tests.cli.processes import eventually

SETTLED = 100
"""Looks at the list, at least 2 seconds, after which nothing more is to come."""


class Played(NamedTuple):
    """A demo office that ran twice; of each run its issues, and what was left after Ctrl-C."""

    installation: Installation
    first: tuple[list[str], list[int]]
    second: tuple[list[str], list[int]]


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


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """One office for all tests: to load its demo and to make its issues is nearly all that they cost."""
    installation = Installation(tmp_path_factory.mktemp("kantor") / "data", demo=True)
    return Played(installation, _run(installation), _run(installation))


def test_the_demo_makes_its_issues_once_and_ctrl_c_leaves_nothing(played: Played) -> None:
    (first, left), (second, left_again) = played.first, played.second

    assert first
    assert second == first
    kept = (played.installation.data_dir / standin.MEMORY).read_text()
    assert kept.count(f"http://127.0.0.1:{played.installation.port}/permintaan/APL-") == len(first)
    assert left == left_again == []


def test_a_gitlab_that_is_set_wins(played: Played) -> None:
    """Even where one was played before."""
    installation = played.installation
    own = {"LOKET_GITLAB_URL": "http://127.0.0.1:9", "LOKET_GITLAB_TOKEN": "x", "LOKET_GITLAB_PROJECT": "1"}

    with installation.up(**own):
        assert installation.comes_up()
        said, players = installation.said.read_text(), installation.processes("loket.cli.standin")

    assert "Playing a GitLab" not in said
    assert players == []


def _run(installation: Installation) -> tuple[list[str], list[int]]:
    """The issues once nothing is added any more, and what is left after Ctrl-C."""
    with installation.up() as process:
        assert installation.comes_up()
        found = re.search(r"Playing a GitLab at (\S+) ", installation.said.read_text())
        assert found
        assert len(installation.processes("loket.cli.standin")) == 1
        issues: list[list[str]] = [[]]
        # One client for all looks: each makes its TLS context anew, which costs more than the look.
        with httpx.Client(base_url=found[1], trust_env=False) as gitlab:

            def all_are_there() -> bool:
                issues.append(_issues(gitlab))
                return len(issues[-1]) > 5 and len(issues) > SETTLED and issues[-1] == issues[-SETTLED]

            assert eventually(all_are_there, PATIENCE)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        return issues[-1], installation.processes()


def _issues(gitlab: httpx.Client) -> list[str]:
    page = gitlab.get("")
    return re.findall(r"#\d+ \[(APL-\d{4}-\d{4})\]", page.text)
