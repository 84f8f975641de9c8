"""Signing in and out, and the passwords that open the door."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from loket.application.office.accounts import issue_password_link, set_active
from loket.cli.demo.people import PASSWORD
from loket.models.user import User
from tests.cast import NOW, Road

NEW = "kunci-gudang-lama-7"


@pytest.fixture(autouse=True)
def at_a_fixed_time() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def sign_in(client: Client, username: str = "opd", password: str = PASSWORD, **more: str) -> Any:
    return client.post("/masuk", {"login": username, "password": password, **more})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_right_password_leads_to_the_tasks(client: Client, office: dict[str, User]) -> None:
    answer = sign_in(client)

    assert (answer.status_code, answer["Location"]) == (302, "/tugas")
    assert is_signed_in(client)


def test_a_username_may_be_typed_with_capitals_and_spaces(client: Client, office: dict[str, User]) -> None:
    sign_in(client, "  OPD ")

    assert is_signed_in(client)


@pytest.mark.parametrize("username", ("opd", "tidak-ada"))
def test_a_wrong_password_and_an_unknown_name_get_the_same_sentence(
    client: Client, office: dict[str, User], username: str
) -> None:
    answer = sign_in(client, username, "salah")

    assert answer.status_code == 422
    assert "Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi." in text_of(answer)
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    ("username", "password"), (("", ""), ("\x00", "x"), ("x" * 200, "x"), ("opd", "\x00"))
)
def test_nonsense_is_refused_with_a_sentence(
    client: Client, office: dict[str, User], username: str, password: str
) -> None:
    answer = sign_in(client, username, password)

    assert answer.status_code == 422
    assert "Ada yang perlu diperbaiki" in text_of(answer)


def test_after_five_wrong_tries_the_sixth_and_then_the_right_password_are_refused(
    client: Client, office: dict[str, User]
) -> None:
    statuses = [sign_in(client, "opd", "salah").status_code for _ in range(6)]
    right = sign_in(client)

    assert statuses == [422] * 5 + [429]
    assert right.status_code == 429
    assert "Terlalu banyak percobaan masuk. Tunggu lima menit, lalu coba lagi." in text_of(right)
    assert not is_signed_in(client)


def test_after_five_minutes_the_right_password_opens_again(
    client: Client, office: dict[str, User], at_a_fixed_time: time_machine.Traveller
) -> None:
    for _ in range(6):
        sign_in(client, "opd", "salah")

    at_a_fixed_time.shift(timedelta(minutes=5, seconds=1))

    assert sign_in(client).status_code == 302


def test_a_guesser_with_many_addresses_and_host_names_is_held_back_all_the_same(
    office: dict[str, User],
) -> None:
    for number in range(5):
        guesser = Client(REMOTE_ADDR=f"203.0.113.{number}", HTTP_HOST=f"h{number}.example")
        sign_in(guesser, "opd", "salah")

    assert sign_in(Client(REMOTE_ADDR="203.0.113.99", HTTP_HOST="h99.example")).status_code == 429


def test_somebody_elses_account_is_not_shut_by_the_guesses(client: Client, office: dict[str, User]) -> None:
    for _ in range(6):
        sign_in(client, "opd", "salah")

    assert sign_in(Client(REMOTE_ADDR="203.0.113.7"), "kasi").status_code == 302


def test_an_inactive_account_gets_a_sentence_and_only_with_its_password(client: Client, road: Road) -> None:
    set_active(road.people["opd"], is_active=False, actor=road.actor("admin"), now=NOW)

    wrong, right = sign_in(client, "opd", "salah"), sign_in(client)

    assert (wrong.status_code, right.status_code) == (422, 403)
    assert "Akun ini tidak aktif" in text_of(right)
    assert "tidak aktif" not in text_of(wrong)
    assert not is_signed_in(client)


def test_an_account_that_is_shut_is_out_at_its_next_request(client: Client, road: Road) -> None:
    sign_in(client)

    set_active(road.people["opd"], is_active=False, actor=road.actor("admin"), now=NOW)

    assert client.get("/akun/sandi").status_code == 302


def test_the_wanted_page_follows_when_it_is_ours(client: Client, office: dict[str, User]) -> None:
    assert sign_in(client, next="/permintaan/baru")["Location"] == "/permintaan/baru"


@pytest.mark.parametrize(
    "elsewhere",
    (
        "https://jahat.example/",
        "//jahat.example",
        "/\\jahat.example",
        "http://testserver/tugas",
        "javascript:alert(1)",
        "http://[",
        "\x00//jahat.example",
        "",
    ),
)
def test_no_other_page_follows(client: Client, office: dict[str, User], elsewhere: str) -> None:
    assert sign_in(client, next=elsewhere)["Location"] == "/tugas"


def test_the_form_carries_the_wanted_page_along(client: Client, office: dict[str, User]) -> None:
    assert 'name="next" value="/permintaan/baru"' in text_of(client.get("/masuk?next=/permintaan/baru"))


def test_whoever_is_signed_in_needs_no_form(client: Client, office: dict[str, User]) -> None:
    sign_in(client)

    assert client.get("/masuk")["Location"] == "/tugas"


def test_signing_out_is_asked_first_and_needs_a_post(client: Client, office: dict[str, User]) -> None:
    sign_in(client)

    asked = client.get("/keluar")
    still_in = is_signed_in(client)
    answer = client.post("/keluar")

    assert (asked.status_code, still_in) == (200, True)
    assert (answer["Location"], is_signed_in(client)) == ("/", False)


@pytest.mark.parametrize(
    "path",
    (
        "/accounts/signup/",
        "/signup",
        "/daftar",
        "/masuk/signup",
        "/accounts/password/reset/",
        "/accounts/email/",
    ),
)
def test_nobody_signs_up_or_resets_a_password_by_mail(
    client: Client, office: dict[str, User], path: str
) -> None:
    assert client.get(path).status_code == 404


def link(road: Road, username: str = "opd") -> str:
    token = issue_password_link(road.people[username], actor=road.actor("admin"), now=NOW)
    return f"/akun/sandi/{token}"


def test_a_link_sets_a_password_once(client: Client, road: Road) -> None:
    url = link(road)

    shown = client.get(url)
    answer = client.post(url, {"new": NEW, "again": NEW})
    again = client.get(url)

    assert "Nama pengguna Anda <b>opd</b>" in text_of(shown)
    assert (answer.status_code, answer["Location"]) == (302, "/masuk")
    assert (again.status_code, "Tautan ini tidak berlaku lagi" in text_of(again)) == (404, True)
    assert sign_in(client, password=PASSWORD).status_code == 422
    assert sign_in(client, password=NEW).status_code == 302


@pytest.mark.parametrize("new", ("pendek", "1234567890123", "password123", "", "opd"))
def test_a_weak_password_is_explained_and_the_link_stays_alive(client: Client, road: Road, new: str) -> None:
    url = link(road)

    weak = client.post(url, {"new": new, "again": new})

    assert (weak.status_code, bool(weak.context["form"].errors["new"])) == (422, True)
    assert client.get(url).status_code == 200


def test_a_repetition_that_differs_is_said_to(client: Client, road: Road) -> None:
    answer = client.post(link(road), {"new": NEW, "again": f"{NEW}x"})

    assert answer.context["form"].errors["again"] == ["Kata sandi ulangan berbeda. Ketik sekali lagi."]


def test_a_link_dies_after_three_days(
    client: Client, road: Road, at_a_fixed_time: time_machine.Traveller
) -> None:
    url = link(road)

    at_a_fixed_time.shift(timedelta(days=3, seconds=1))

    assert client.post(url, {"new": NEW, "again": NEW}).status_code == 404


def test_links_cannot_be_guessed_without_end(client: Client, road: Road) -> None:
    url = link(road)
    statuses = [client.get(f"/akun/sandi/tebakan{number}").status_code for number in range(21)]

    assert statuses == [404] * 20 + [429]
    assert client.get(url).status_code == 429


def test_ones_own_password_is_changed_with_the_old_one_and_every_other_session_ends(
    client: Client, road: Road
) -> None:
    sign_in(client)
    elsewhere = Client()
    sign_in(elsewhere)

    answer = client.post("/akun/sandi", {"old": PASSWORD, "new": NEW, "again": NEW})

    assert (answer.status_code, answer["Location"]) == (302, "/akun/sandi")
    assert client.get("/akun/sandi").status_code == 200
    assert elsewhere.get("/akun/sandi").status_code == 302


@pytest.mark.parametrize(
    ("typed", "field"),
    (
        ({"old": "salah", "new": NEW, "again": NEW}, "old"),
        ({"old": PASSWORD, "new": "pendek", "again": "pendek"}, "new"),
        ({"old": PASSWORD, "new": NEW, "again": "lain"}, "again"),
        ({}, "old"),
    ),
)
def test_a_change_that_cannot_be_is_explained_at_its_field(
    client: Client, road: Road, typed: dict[str, str], field: str
) -> None:
    sign_in(client)

    answer = client.post("/akun/sandi", typed)

    assert (answer.status_code, field in answer.context["form"].errors) == (422, True)
    assert sign_in(Client()).status_code == 302


def test_the_old_password_cannot_be_guessed_without_end(client: Client, road: Road) -> None:
    sign_in(client)

    statuses = [client.post("/akun/sandi", {"old": "salah"}).status_code for _ in range(6)]

    assert statuses == [422] * 5 + [429]
