"""Half a form is no form: where the connection of a browser ends, nothing of what was typed is done."""

from collections.abc import Iterator
from contextlib import nullcontext
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from django.conf import settings
from django.core.signals import request_started
from django.db import close_old_connections
from django.test import RequestFactory

from loket.models.diskusi import Comment
from loket.web.whole import BODY, Whole
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.web.work_pages import Reader

TOKEN = "a" * 32
FORM = "application/x-www-form-urlencoded"


class Slow(BytesIO):
    """Gives what has come so far, as a socket does."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(3, size or 0))


def test_what_comes_in_pieces_is_whole() -> None:
    body = Whole(Slow(b"abcdefgh"))

    assert (body.read(7), body.read(0), body.read(1)) == (b"abcdefg", b"", b"h")


def test_line_by_line_too() -> None:
    body = Whole(BytesIO(b"satu\ndua"))

    assert body.readline(8) == b"satu\n"
    with pytest.raises(OSError, match="ended before"):
        body.readline(8)


@pytest.mark.parametrize(("lost", "status", "comments"), ((0, 302, 1), (1, 403, 0), (40, 403, 0)))
@pytest.mark.parametrize("by_header", (True, False))
def test_a_form_that_broke_off_is_not_sent(
    road: Road, lost: int, status: int, comments: int, by_header: bool
) -> None:
    road.submit()
    reader = Reader(road, "kasi")
    reader.client.handler.enforce_csrf_checks = True
    reader.client.cookies["csrftoken"] = TOKEN
    token = {} if by_header else {"csrfmiddlewaretoken": TOKEN}
    said = {"X-CSRFToken": TOKEN} if by_header else {}
    body = urlencode(
        {**token, "text": "Setuju untuk tidak dilanjutkan sebelum surat asli diterima."}
    ).encode()
    arrived: Any = Whole(BytesIO(body[: len(body) - lost]))

    with time_machine.travel(road.now, tick=False), nothing_changes() if lost else nullcontext():
        path = f"/permintaan/{road.nomor}/tindakan/diskusi"
        answer = reader.client.generic("POST", path, body, FORM, headers=said, **{BODY: arrived})

    assert answer.status_code == (422 if lost and by_header else status)
    assert Comment.objects.count() == comments


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """As the test client has it: the transaction of a test goes on in what it calls."""
    request_started.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)


def test_the_door_of_the_server_takes_nothing_that_broke_off(road: Road, kept_connection: None) -> None:
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)  # whitenoise looks for it when the application is made
    application = import_module("loket.wsgi").application
    answered: list[str] = []
    body = urlencode({"csrfmiddlewaretoken": TOKEN, "login": "opd", "password": "loket-demo"}).encode()
    said = {"Cookie": f"csrftoken={TOKEN}"}
    environment = RequestFactory().generic("POST", "/masuk", body, FORM, headers=said).environ
    for came in (body, body[:-3]):
        arrived = {**environment, BODY: BytesIO(came)}
        list(application(arrived, lambda status, *_: answered.append(status)))

    assert answered == ["302 Found", "403 Forbidden"]
