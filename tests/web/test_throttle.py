from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from loket.web.throttle import Limit, TooMany, client_of, limited, take, wait_text
from tests.cast import NOW

THREE = Limit("uji", tries=3, seconds=120)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_a_fixed_time() -> object:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def use_up() -> None:
    for _ in range(THREE.tries):
        take(THREE, "seseorang", NOW)


def test_the_allowed_tries_pass_and_the_next_is_told_how_long_to_wait() -> None:
    use_up()

    with pytest.raises(TooMany) as refused:
        take(THREE, "seseorang", NOW + timedelta(seconds=50))

    assert refused.value.wait == 70


def test_somebody_else_is_not_held_back() -> None:
    use_up()

    assert take(THREE, "orang lain", NOW).key


def test_another_limit_counts_for_itself() -> None:
    use_up()

    assert take(Limit("lain", tries=1, seconds=60), "seseorang", NOW).key


def test_a_try_that_is_given_back_can_be_used_again() -> None:
    use_up()
    with pytest.raises(TooMany):
        take(THREE, "seseorang", NOW)

    take(Limit("uji", tries=4, seconds=120), "seseorang", NOW).give_back()

    assert take(Limit("uji", tries=4, seconds=120), "seseorang", NOW).key.endswith(":3")


def test_tries_come_back_after_the_time(at_a_fixed_time: time_machine.Traveller) -> None:
    use_up()

    at_a_fixed_time.shift(121)

    assert take(THREE, "seseorang", NOW + timedelta(seconds=121)).key


def test_two_at_once_cannot_share_the_last_try(monkeypatch: pytest.MonkeyPatch) -> None:
    use_up()
    monkeypatch.setattr(cache, "get_many", lambda _: {})

    with pytest.raises(TooMany):
        take(THREE, "seseorang", NOW)


def test_the_cache_holds_no_address() -> None:
    take(THREE, "203.0.113.7", NOW)

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key || value FROM loket_cache")
        rows = [row[0] for row in cursor.fetchall()]
    assert rows
    assert not [row for row in rows if "203.0.113" in row]


@pytest.mark.parametrize(
    ("address", "client"),
    (
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
    ),
)
def test_a_client_is_its_address_or_its_network(address: str, client: str) -> None:
    assert client_of(RequestFactory().get("/", REMOTE_ADDR=address)) == client


def test_a_header_that_anybody_can_send_makes_no_new_client(settings: Settings) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7", HTTP_X_FORWARDED_FOR="198.51.100.1")

    assert client_of(request) == "203.0.113.7"


def test_only_sending_is_counted_and_the_refusal_says_when_to_come_back() -> None:
    view = limited(Limit("kirim", tries=1, seconds=90))(lambda _: HttpResponse("diterima"))

    def ask(method: str) -> HttpResponse:
        request = RequestFactory().generic(method, "/")
        request.now = NOW  # type: ignore[attr-defined]  # as the middleware sets it
        return view(request)

    statuses = [ask(method).status_code for method in ("GET", "GET", "POST", "GET")]
    refused = ask("POST")

    assert statuses == [200, 200, 200, 200]
    assert (refused.status_code, refused["Retry-After"]) == (429, "90")
    assert "Coba lagi dalam 2 menit." in refused.content.decode()


@pytest.mark.parametrize(
    ("seconds", "text"), ((1, "1 detik"), (59, "59 detik"), (60, "1 menit"), (61, "2 menit"))
)
def test_a_wait_is_said_in_seconds_or_whole_minutes(seconds: int, text: str) -> None:
    assert wait_text(seconds) == text
