"""Who writes, at a fixed time, with files of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from tests.cast import NOW, Road
from tests.web.submission.filling import (
    signed_in,
)


@pytest.fixture(autouse=True)
def at_a_fixed_time() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def own_storage(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_URL = (tmp_path / "files").as_uri()
    settings.FILE_UPLOAD_HANDLERS = ["loket.web.upload_handler.LimitedUploadHandler"]


@pytest.fixture
def opd(road: Road) -> Client:
    return signed_in(road, "opd")


@pytest.fixture
def clerk(road: Road) -> Client:
    return signed_in(road, "tu")
