"""A new password ends what the old one has let in: devices, and tokens."""

import time_machine
from django.test import Client

from loket.application.office.accounts import issue_password_link
from loket.application.office.tokens import TokenData, create_token, token_shown
from loket.cli.demo.people import PASSWORD
from loket.models.entry import Entry
from tests.cast import Road
from tests.web.office_pages import admin
from tests.web.reading_forms import forms_on
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

PAGE = "/akun/sandi"
NEW = "kunci-gudang-lama-7"


def made(road: Road, nama: str) -> str:
    data = TokenData(nama=nama, scope="tulis", days=30)
    return create_token(road.people["opd"], data, actor=road.actor("opd"), now=road.now)[1]


def change(reader: Reader, **changed: str) -> str:
    """As a browser sends the page: a box that is not ticked is not sent. Gives what the next page says."""
    (form,) = [form for form in forms_on(reader.get(PAGE)) if "old" in form.answers]
    ticked = {name: values[-1] for name, values in form.answers.items() if values}
    typed = {**ticked, "old": PASSWORD, "new": NEW, "again": NEW, **changed}
    answer = reader.post(PAGE, **{name: value for name, value in typed.items() if value})
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    return text_of(reader.get(PAGE))


def test_who_has_tokens_ends_them_all_unless_they_say_otherwise(road: Road) -> None:
    secrets = [made(road, "Perencanaan"), made(road, "Arsip")]
    opd = Reader(road, "opd")
    assert "2 token berlaku: Arsip, Perencanaan." in text_of(opd.get(PAGE))

    said = change(opd)

    assert "2 token API dicabut." in said
    assert "Cabut semua token API" not in said
    assert [token_shown(secret, road.now) for secret in secrets] == [None, None]


def test_who_takes_the_tick_away_keeps_their_tokens(road: Road) -> None:
    secret = made(road, "Perencanaan")
    opd = Reader(road, "opd")

    said = change(opd, revokes_tokens="")

    assert "token API dicabut." not in said
    assert token_shown(secret, road.now)


def test_who_has_no_token_is_not_asked(road: Road) -> None:
    opd = Reader(road, "opd")
    assert "Cabut semua token API" not in text_of(opd.get(PAGE))

    assert "token API dicabut." not in change(opd, revokes_tokens="on")


def test_a_mistake_leaves_the_tick_as_it_was(road: Road) -> None:
    secret = made(road, "Perencanaan")
    opd = Reader(road, "opd")

    answer = opd.post(PAGE, old="salah", new=NEW, again=NEW)

    (form,) = [form for form in forms_on(answer) if "old" in form.answers]
    assert answer.status_code == 422
    assert not form.answers.get("revokes_tokens")
    assert token_shown(secret, road.now)


def test_a_password_set_by_a_link_ends_every_session_and_every_token(road: Road) -> None:
    secret = made(road, "Perencanaan")
    somebody = Reader(road, "opd")
    assert somebody.get("/akun").status_code == 200
    link = issue_password_link(road.people["opd"], actor=road.actor("admin"), now=road.now)

    with time_machine.travel(road.now, tick=False):
        Client().post(f"{PAGE}/{link}", {"new": NEW, "again": NEW})

    assert somebody.get("/akun").headers["Location"].startswith("/masuk")
    assert token_shown(secret, road.now) is None
    assert Entry.objects.filter(kind="token.revoked").count() == 1


def test_the_admin_reads_what_a_link_will_end(road: Road) -> None:
    answer = admin(road).get(f"/kantor/pengguna/{road.people['opd'].pk}")

    assert "semua token API orang itu berhenti" in text_of(answer)
