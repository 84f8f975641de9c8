"""People at the page of a step: they open it, fill in its form, and send it, at the moment of their road."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from loket.core.role import Role
from loket.models.entry import Entry
from loket.models.permintaan import Penugasan, Permintaan
from tests.cast import Road
from tests.files.samples import pdf
from tests.web.reading_forms import PageForm, form_at

Changes = Mapping[str, Any]

Response = Any
"""An HttpResponse, with what the test client adds to it."""


def a_pdf(name: str = "berkas.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(), "application/pdf")


class Office:
    """The office seen through its pages; clients are kept for each username."""

    def __init__(self, road: Road) -> None:
        self.road = road

    @property
    def permintaan(self) -> Permintaan:
        return self.road.permintaan

    def url(self, step: str = "") -> str:
        return f"/permintaan/{self.road.nomor}/{step or self.permintaan.at_step}"

    def member(self, role: Role) -> str:
        """The username of a member of the team."""
        places = Penugasan.objects.current().filter(permintaan=self.permintaan, role=role)
        return places.order_by("-is_lead", "pk").values_list("user__username", flat=True)[0]

    def get(self, username: str, url: str = "") -> Response:
        return self._client(username, "get", url or self.url())

    def post(self, username: str, answers: Mapping[str, Any], url: str = "") -> Response:
        return self._client(username, "post", url or self.url(), answers)

    def form(self, username: str = "") -> PageForm:
        """The form of the step in hand, as this person (else whoever's turn it is) finds it."""
        response = self.get(username or self.road.performer())
        assert response.status_code == 200, response.content.decode()
        return form_at(response, self.url())

    def filled(self, changes: Changes, *, username: str = "") -> dict[str, Any]:
        """What that form would send after these changes."""
        return {**self.form(username).answers, **changes}

    def send(self, changes: Changes, *, username: str = "") -> Response:
        """Open the form of the step in hand, change it, and send it."""
        who = username or self.road.performer()
        return self.post(who, self.filled(changes, username=who))

    def entries(self) -> int:
        return Entry.objects.filter(permintaan=self.permintaan).count()

    def _client(
        self, username: str, method: str, url: str, data: Mapping[str, Any] | None = None
    ) -> Response:
        with time_machine.travel(self.road.now, tick=False):
            client = Client()
            client.force_login(self.road.people[username])
            response: Response = getattr(client, method)(url, data)
        return response


def text_of(response: Response) -> str:
    """The words of the page's own part, in one line."""
    own = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(_TAG.sub(" ", own)).split())


def errors_of(response: Response) -> list[str]:
    """The sentences of the list of errors."""
    listed = response.content.decode().partition('aria-labelledby="galat-judul"')[2].partition("</ul>")[0]
    return [unescape(_TAG.sub("", line)).strip() for line in listed.split("<li>")[1:]]


_TAG = re.compile(r"<[^>]*>")
