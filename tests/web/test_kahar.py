"""Keadaan kahar on its page, and the line that everybody reads while it holds."""

from collections.abc import Callable

import pytest

from loket.application.kahar_round import carry_through
from loket.models.kahar import Kahar
from tests.cast import Road
from tests.web.reading_forms import forms_on
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]
PAGE, NEW, END = "/kantor/kahar", "/kantor/kahar/baru", "/kantor/kahar/berakhir"
DECREE = {"nomor": "188/7/403.113/2026", "alasan": "Banjir di pusat data."}


@pytest.fixture
def desk(at: At) -> Office:
    return Office(at("desain"))


def test_the_head_of_the_office_declares_and_ends_it(desk: Office) -> None:
    assert "Keadaan kahar belum pernah dinyatakan." in text_of(desk.get("kadis", PAGE))

    assert desk.post("kadis", DECREE, NEW).headers["Location"] == PAGE
    carry_through(desk.road.now)

    assert "Banjir di pusat data." in text_of(desk.get("kadis", PAGE))
    for username in ("opd", "analis", "admin"):
        words = desk.get(username, "/akun").content.decode()
        assert "Keadaan kahar berlaku (keputusan 188/7/403.113/2026)." in words
    assert "Dijeda, keadaan kahar" in text_of(desk.get("opd", f"/permintaan/{desk.road.nomor}"))
    assert "Masih berlaku" in text_of(desk.get("kadis", END))
    assert desk.post("kadis", {}, END).headers["Location"] == PAGE
    assert Kahar.objects.get().until == desk.road.now
    assert "Keadaan kahar berlaku" not in desk.get("opd", "/akun").content.decode()


def test_what_is_wrong_is_said_at_its_field(desk: Office) -> None:
    response = desk.post("kadis", {"nomor": "a\x00b", "alasan": ""}, NEW)

    assert response.status_code == 422
    assert len(errors_of(response)) == 2
    assert not Kahar.objects.exists()


def test_it_is_not_declared_twice_nor_ended_where_it_does_not_hold(desk: Office) -> None:
    assert desk.get("kadis", END).status_code == 404
    assert desk.post("kadis", {}, END).status_code == 422
    desk.post("kadis", DECREE, NEW)

    response = desk.post("kadis", DECREE, NEW)

    assert (response.status_code, errors_of(response)) == (422, ["Keadaan kahar sudah berlaku."])
    assert forms_on(response)[-1].answers["nomor"] == [DECREE["nomor"]]


@pytest.mark.parametrize("url", (PAGE, NEW, END))
@pytest.mark.parametrize("username", ("opd", "kabid", "kasi", "admin", "tu"))
def test_for_everybody_else_the_page_is_not_there(desk: Office, username: str, url: str) -> None:
    assert desk.get(username, url).status_code == 404
    assert desk.post(username, DECREE, url).status_code in {404, 405}


def test_while_it_holds_the_pages_say_why_nothing_can_be_sent(desk: Office) -> None:
    desk.post("kadis", DECREE, NEW)
    reason = "Keadaan kahar sedang berlaku; semua pekerjaan berhenti sampai dinyatakan berakhir."

    assert reason in text_of(desk.get(desk.road.performer()))
    assert reason in text_of(desk.get("kasi", f"/permintaan/{desk.road.nomor}/tindakan/jeda"))
    assert reason in text_of(desk.get("kasi", f"/permintaan/{desk.road.nomor}"))
