"""An address with a slash too many leads to its page, and to nothing that is none."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "page"),
    (
        ("/masuk/", "/masuk"),
        ("/masuk//?next=/tugas", "/masuk?next=/tugas"),
        ("/permintaan/APL-2026-0001/", "/permintaan/APL-2026-0001"),
    ),
)
def test_a_slash_at_the_end_leads_to_the_page(client: Client, typed: str, page: str) -> None:
    answer = client.get(typed)

    assert (answer.status_code, answer.headers["Location"]) == (301, page)


@pytest.mark.parametrize("typed", ("/tidak-ada/", "/tidak-ada", "//elsewhere.example/", "//masuk/"))
def test_what_is_no_page_stays_none(client: Client, typed: str) -> None:
    assert client.get("/", PATH_INFO=typed).status_code == 404


def test_what_is_sent_is_sent_nowhere_else(client: Client) -> None:
    assert client.post("/masuk/", {"login": "kasi"}).status_code == 404
