"""Where demo data goes, and where it does not."""

from datetime import datetime

import pytest
from pytest_django import Settings

from loket.cli import demo
from loket.cli.demo import loading
from loket.cli.problem import Problem
from loket.core.zone import ZONE
from loket.models.user import User
from tests.cast import NOW


def test_an_interrupted_load_leaves_nothing(nobody: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(loading, "file_all", fail)

    with pytest.raises(KeyboardInterrupt):
        loading.load(datetime(2026, 11, 24, 10, 0, tzinfo=ZONE))

    assert loading.state() is loading.State.EMPTY


def test_an_office_with_an_account_of_its_own_gets_no_demo(nobody: str) -> None:
    User.objects.create(username="rina", nama="Rina", created_at=NOW)

    with pytest.raises(Problem, match="only into an empty database"):
        demo.load()


def test_a_server_on_https_gets_no_demo(nobody: str, settings: Settings) -> None:
    settings.HTTPS = True

    with pytest.raises(Problem, match="https"):
        demo.load()
