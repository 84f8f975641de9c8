import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from loket.sop.definition import MAIN, shipped
from tests.cast import Road


def page(client: Client, road: Road) -> str:
    with time_machine.travel(road.now, tick=False):
        return client.get("/").content.decode()


@pytest.mark.django_db
def test_a_new_office_has_a_front_page(client: Client) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert "permintaan berjalan" in answer.content.decode()


def test_tracking_comes_first_then_sending_then_the_numbers_then_the_steps(
    client: Client, road: Road
) -> None:
    html = page(client, road)

    places = [
        html.index(part) for part in ('name="kode"', "/permintaan/baru", "permintaan berjalan", "Waktu baku")
    ]
    assert places == sorted(places)


def test_the_twelve_steps_and_their_times_come_from_the_sop(client: Client, road: Road) -> None:
    html = page(client, road)

    for step in shipped().steps.values():
        assert f"{step.ke}. {step.nama}" in html
        assert step.standard.text in html
    assert reverse("sop", args=[MAIN]) in html


def test_the_numbers_are_counted_from_what_there_is(client: Client, road: Road) -> None:
    road.submit()
    road.walk_to("selesai")
    road.submit()

    numbers = re.findall(r"<li[^>]*><b>([^<]*)</b> <span>([^<]*)</span>", page(client, road))

    assert numbers == [
        ("1", "permintaan berjalan"),
        ("1", "selesai tahun ini"),
        ("100%", "langkah tepat waktu dalam 90 hari"),
    ]


def test_the_numbers_are_counted_once_a_minute(client: Client, road: Road) -> None:
    page(client, road)

    with CaptureQueriesContext(connection) as queries:
        page(client, road)

    assert not [query for query in queries if "loket_pengerjaan" in query["sql"]]


def test_contact_and_accessibility_are_on_the_front_page(client: Client, road: Road) -> None:
    html = page(client, road)

    assert "Pernyataan aksesibilitas" in html
    assert "0812-0000-0002" in html


def test_whoever_is_signed_in_finds_the_way_to_their_tasks(client: Client, road: Road) -> None:
    with time_machine.travel(road.now, tick=False):
        client.force_login(road.people["opd"])

    assert 'href="/tugas"' in page(client, road)
    assert 'href="/masuk"' not in page(client, road)


@pytest.mark.parametrize("method", ("post", "put", "delete"))
def test_the_front_page_takes_nothing(client: Client, road: Road, method: str) -> None:
    assert getattr(client, method)("/").status_code == 405
