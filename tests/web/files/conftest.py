"""A store of its own for every test, at a fixed time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from loket.web import serving
from tests.cast import NOW, Road


@pytest.fixture(autouse=True)
def at_a_fixed_time() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def own_storage(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.FILES_URL = (tmp_path / "files").as_uri()
    settings.FILE_UPLOAD_HANDLERS = ["loket.web.upload_handler.LimitedUploadHandler"]
    monkeypatch.setattr(serving, "pages_root", lambda: tmp_path / "pages")


@pytest.fixture
def opd(client: Client, road: Road) -> Client:
    client.force_login(road.people["opd"])
    return client
