"""People reading the pages of the office, at the moment of their road."""

import re
from typing import Any

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import Road

Answer = Any
"""An HttpResponse, with what the test client adds to it."""

_MENU = re.compile(r'<nav class="nav".*?</nav>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Reader:
    """One person at the browser; `road.now` is what the clock says."""

    def __init__(self, road: Road, username: str) -> None:
        self.road, self.client = road, Client()
        with time_machine.travel(road.now, tick=False):
            self.client.force_login(road.people[username])

    def get(self, url: str, **query: str) -> Answer:
        with time_machine.travel(self.road.now, tick=False):
            return self.client.get(url, query)

    def post(self, url: str, **fields: Any) -> Answer:
        with time_machine.travel(self.road.now, tick=False):
            return self.client.post(url, fields)

    def queries(self, url: str, **query: str) -> int:
        """Statements of a whole page, its session and its person included; what a process reads once is read."""
        self.get(url, **query)
        with CaptureQueriesContext(connection) as captured:
            answer = self.get(url, **query)
        assert answer.status_code == 200
        return len(captured)


def menu_of(answer: Answer) -> list[str]:
    """The lines of the menu, counts included."""
    menu = _MENU.findall(answer.content.decode())[0]
    return [" ".join(_TAG.sub(" ", line).split()) for line in menu.split("</a>")[:-1]]
