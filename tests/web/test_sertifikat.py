"""One's own certificate on its page, for whoever signs."""

import pytest

from loket.application.notices import tell
from loket.cli.demo.people import PASSWORD
from loket.integrations.esign import pkcs12
from loket.models.diskusi import Pesan
from loket.models.sertifikat import Sertifikat
from loket.web.confirming import CONFIRMATIONS
from tests.cast import Road
from tests.signing import PASSPHRASE, Keys
from tests.web.office_pages import last_entry, send
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

SHORT = "pendek-9"
PAGE, REVOKE = "/akun/sertifikat", "/akun/sertifikat/cabut"


@pytest.fixture(autouse=True)
def _at_hand(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pkcs12, "ROUNDS", 1000)


def test_it_is_made_with_a_passphrase_that_no_page_shows_again(road: Road) -> None:
    kadis = Reader(road, "kadis")

    answer = send(kadis, PAGE, passphrase=PASSPHRASE, again=PASSPHRASE, password=PASSWORD)

    assert answer.headers["Location"] == PAGE
    words = text_of(kadis.get(PAGE))
    assert "Bukan tanda tangan elektronik tersertifikasi" in words
    assert Sertifikat.objects.get(user=road.people["kadis"]).serial in words
    assert PASSPHRASE not in words


def test_without_the_password_of_the_account_nothing_is_made_or_revoked(road: Road, keys: Keys) -> None:
    """Somebody sits at a desk that was left open."""
    own = keys.give(road.people["kasi"])
    kasi = Reader(road, "kasi")

    for typed, sentence in (("", "Isi kata sandi akun Anda."), ("tebakan", "Kata sandi tidak cocok.")):
        made = send(kasi, PAGE, passphrase=SHORT, again=SHORT, password=typed)
        assert made.status_code == 422
        assert sentence in text_of(made)
        assert "Passphrase paling sedikit 10 karakter." in text_of(made)
        revoked = send(kasi, REVOKE, reason="", password=typed)
        assert sentence in text_of(revoked)
        assert "Isi alasan pencabutan." in text_of(revoked)

    assert Sertifikat.objects.get(revoked_at=None) == own


def test_the_password_is_not_guessed_at(road: Road, keys: Keys) -> None:
    keys.give(road.people["kasi"])
    kasi = Reader(road, "kasi")
    for _ in range(CONFIRMATIONS.tries):
        send(kasi, REVOKE, reason="Laptop hilang.", password="tebakan")  # noqa: S106 - a guess

    locked = send(kasi, REVOKE, reason="Laptop hilang.", password=PASSWORD)
    road.later(minutes=6)
    late = send(kasi, REVOKE, reason="Laptop hilang.", password=PASSWORD)

    assert "Kata sandi salah berulang kali. Coba lagi 5 menit lagi." in text_of(locked)
    assert late.headers["Location"] == PAGE


def test_an_admin_revokes_that_of_another_who_is_told(road: Road, keys: Keys) -> None:
    kasi = road.people["kasi"]
    own, admin, page = keys.give(kasi), Reader(road, "admin"), f"/kantor/pengguna/{kasi.pk}"
    url = f"{page}/sertifikat/cabut"
    assert url in admin.get(page).content.decode()
    assert "Isi alasan pencabutan." in text_of(send(admin, url, reason=""))

    assert send(admin, url, reason="Pindah tugas.").headers["Location"] == page

    own.refresh_from_db()
    assert own.reason == "Pindah tugas."
    assert url not in admin.get(page).content.decode()
    assert "Tidak ada sertifikat yang berlaku" in text_of(send(admin, url, reason="Pindah tugas."))
    assert Reader(road, "kadis").get(url).status_code in {403, 404}
    tell("kabari_pemilik_akun", last_entry().pk, road.now)
    reader = Reader(road, "kasi")
    assert "mencabut sertifikat internal untuk akun Anda." in text_of(reader.get("/pemberitahuan"))
    notice = Pesan.objects.get()
    assert reader.post(f"/pemberitahuan/{notice.pk}/buka").headers["Location"] == "/akun"


def test_what_is_wrong_is_said_and_the_passphrase_is_gone(road: Road) -> None:
    answer = send(Reader(road, "opd"), PAGE, passphrase=SHORT, again="lain", password=PASSWORD)

    assert answer.status_code == 422
    assert "Passphrase paling sedikit 10 karakter." in text_of(answer)
    assert [secret for secret in (SHORT, PASSWORD) if secret in answer.content.decode()] == []


def test_it_is_revoked_with_a_reason(road: Road, keys: Keys) -> None:
    keys.give(road.people["kadis"])
    kadis = Reader(road, "kadis")

    assert send(kadis, REVOKE, reason="", password=PASSWORD).status_code == 422
    answer = send(kadis, REVOKE, reason="Laptop hilang.", password=PASSWORD)
    assert answer.headers["Location"] == PAGE

    assert "Laptop hilang." in text_of(kadis.get(PAGE))


def test_whoever_signs_nothing_has_no_such_page(road: Road) -> None:
    assert Reader(road, "programmer").get(PAGE).status_code == 404
    assert "Sertifikat tanda tangan" not in text_of(Reader(road, "programmer").get("/akun"))
    assert "Sertifikat tanda tangan" in text_of(Reader(road, "kasi").get("/akun"))
