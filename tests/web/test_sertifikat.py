"""One's own certificate on its page, for whoever signs."""

import pytest

from loket.integrations.esign import pkcs12
from loket.models.naskah import Sertifikat
from tests.cast import Road
from tests.signing import PASSPHRASE, Keys
from tests.web.office_pages import send
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

SHORT = "pendek-9"
PAGE, REVOKE = "/akun/sertifikat", "/akun/sertifikat/cabut"


@pytest.fixture(autouse=True)
def _at_hand(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pkcs12, "ROUNDS", 1000)


def test_it_is_made_with_a_passphrase_that_no_page_shows_again(road: Road) -> None:
    kadis = Reader(road, "kadis")

    answer = send(kadis, PAGE, passphrase=PASSPHRASE, again=PASSPHRASE)

    assert answer.headers["Location"] == PAGE
    words = text_of(kadis.get(PAGE))
    assert "Bukan tanda tangan elektronik tersertifikasi" in words
    assert Sertifikat.objects.get(user=road.people["kadis"]).serial in words
    assert PASSPHRASE not in words


def test_what_is_wrong_is_said_and_the_passphrase_is_gone(road: Road) -> None:
    answer = send(Reader(road, "opd"), PAGE, passphrase=SHORT, again="lain")

    assert answer.status_code == 422
    assert "Passphrase paling sedikit 10 karakter." in text_of(answer)
    assert SHORT not in answer.content.decode()


def test_it_is_revoked_with_a_reason(road: Road, keys: Keys) -> None:
    keys.give(road.people["kadis"])
    kadis = Reader(road, "kadis")

    assert send(kadis, REVOKE, reason="").status_code == 422
    assert send(kadis, REVOKE, reason="Laptop hilang.").headers["Location"] == PAGE

    assert "Laptop hilang." in text_of(kadis.get(PAGE))


def test_whoever_signs_nothing_has_no_such_page(road: Road) -> None:
    assert Reader(road, "programmer").get(PAGE).status_code == 404
    assert "Sertifikat tanda tangan" not in text_of(Reader(road, "programmer").get("/akun"))
    assert "Sertifikat tanda tangan" in text_of(Reader(road, "kasi").get("/akun"))
