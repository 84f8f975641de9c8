"""One's own tokens on their page: made with the password, shown once, revoked with the password."""

from loket.application.notices import tell
from loket.application.office.tokens import token_shown
from loket.cli.demo.people import PASSWORD
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.token import Token
from tests.application.test_tokens import GOOD, make
from tests.cast import Road
from tests.web.office_pages import last_entry, send
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

PAGE = "/akun/token"


def made_by(road: Road, username: str = "opd") -> tuple[Token, str]:
    return make(road, username, GOOD)


def test_the_answer_that_made_it_shows_it_and_no_other(road: Road) -> None:
    opd = Reader(road, "opd")
    assert "Belum ada token." in text_of(opd.get(PAGE))

    answer = send(opd, PAGE, nama="Perencanaan", scope="baca", days="30", password=PASSWORD)

    token = Token.objects.get()
    secret = next(word for word in text_of(answer).split() if word.startswith(token.prefix))
    assert token_shown(secret, road.now) == token
    assert "no-store" in answer.headers["Cache-Control"]
    later = opd.get(PAGE).content.decode()
    assert secret not in later
    assert f"{token.prefix}..." in later


def test_the_list_says_until_when_and_when_it_was_used_last(road: Road) -> None:
    _, secret = made_by(road)
    opd = Reader(road, "opd")
    assert "Belum pernah" in text_of(opd.get(PAGE))

    token_shown(secret, road.now)

    words = text_of(opd.get(PAGE))
    assert "1 April 2026" in words
    assert "2 Maret 2026" in words
    assert "Membaca dan mengirim" in words


def test_without_the_password_nothing_is_made_or_revoked(road: Road) -> None:
    token, secret = made_by(road)
    opd = Reader(road, "opd")

    made = send(opd, PAGE, nama="", scope="baca", days="0", password="tebakan")  # noqa: S106 - a guess
    revoked = send(opd, f"{PAGE}/{token.pk}/cabut", password="tebakan")  # noqa: S106 - a guess

    assert (made.status_code, revoked.status_code) == (422, 422)
    for sentence in ("Kata sandi tidak cocok.", "Isi nama token.", "Isi masa berlaku 1 sampai 366 hari."):
        assert sentence in text_of(made)
    assert token_shown(secret, road.now) == token
    assert Token.objects.count() == 1


def test_it_is_revoked_with_the_password(road: Road) -> None:
    token, secret = made_by(road)
    opd = Reader(road, "opd")

    answer = send(opd, f"{PAGE}/{token.pk}/cabut", password=PASSWORD)

    assert answer.headers["Location"] == PAGE
    assert token_shown(secret, road.now) is None
    assert token.prefix not in text_of(opd.get(PAGE))
    assert opd.get(f"{PAGE}/{token.pk}/cabut").status_code == 404


def test_somebody_elses_token_does_not_exist(road: Road) -> None:
    token, _ = made_by(road, "kasi")

    assert Reader(road, "opd").get(f"{PAGE}/{token.pk}/cabut").status_code == 404
    assert token.prefix not in text_of(Reader(road, "opd").get(PAGE))


def test_one_more_token_costs_no_more_queries(road: Road) -> None:
    opd = Reader(road, "opd")
    made_by(road)
    one = opd.queries(PAGE)
    for _ in range(2):
        made_by(road)

    assert opd.queries(PAGE) == one


def test_the_account_leads_there(road: Road) -> None:
    assert f'href="{PAGE}"' in Reader(road, "opd").get("/akun").content.decode()


def test_an_admin_sees_the_tokens_of_a_person_and_nobody_elses(road: Road) -> None:
    token, secret = made_by(road, "kasi")
    other, _ = made_by(road, "opd")
    token_shown(secret, road.now)
    page = f"/kantor/pengguna/{road.people['kasi'].pk}"

    answer = Reader(road, "admin").get(page)

    words = text_of(answer)
    for shown in (
        "Perencanaan",
        f"{token.prefix}...",
        "Membaca dan mengirim",
        "1 April 2026",
        "2 Maret 2026",
    ):
        assert shown in words
    assert other.prefix not in words
    assert secret not in answer.content.decode()
    assert "Token API" not in text_of(Reader(road, "admin").get(f"/kantor/pengguna/{road.people['tu'].pk}"))


def test_an_admin_revokes_one_and_its_owner_is_told(road: Road) -> None:
    token, secret = made_by(road, "kasi")
    admin, page = Reader(road, "admin"), f"/kantor/pengguna/{road.people['kasi'].pk}"
    url = f"{page}/token/{token.pk}/cabut"
    assert url in admin.get(page).content.decode()
    assert token_shown(secret, road.now)
    assert "Cabut token Perencanaan?" in text_of(admin.get(url))

    assert admin.post(url).headers["Location"] == page

    assert token_shown(secret, road.now) is None
    assert last_entry().actor == road.people["admin"]
    assert [admin.get(url).status_code, admin.post(url).status_code] == [404, 404]
    assert url not in admin.get(page).content.decode()
    tell("kabari_pemilik_akun", last_entry().pk, road.now)
    assert "mencabut token API untuk akun Anda." in text_of(Reader(road, "kasi").get("/pemberitahuan"))


def test_a_token_is_revoked_only_at_the_account_that_it_is_of(road: Road) -> None:
    token, secret = made_by(road, "kasi")
    url = f"/kantor/pengguna/{road.people['opd'].pk}/token/{token.pk}/cabut"

    assert Reader(road, "admin").post(url).status_code == 404
    assert token_shown(secret, road.now) == token


def test_its_owner_is_told_of_a_new_one_and_led_to_it(road: Road) -> None:
    made_by(road)
    tell("kabari_pemilik_akun", Entry.objects.get(kind="token.created").pk, road.now)
    opd = Reader(road, "opd")

    words = text_of(opd.get("/pemberitahuan"))

    assert "membuat token API untuk akun Anda. Bila tidak Anda kehendaki, hubungi admin." in words
    assert opd.post(f"/pemberitahuan/{Pesan.objects.get().pk}/buka").headers["Location"] == PAGE


def test_one_more_token_costs_an_admin_no_more_queries(road: Road) -> None:
    admin, page = Reader(road, "admin"), f"/kantor/pengguna/{road.people['kasi'].pk}"
    made_by(road, "kasi")
    one = admin.queries(page)
    for _ in range(2):
        made_by(road, "kasi")

    assert admin.queries(page) == one
