"""An admin at the page of the connection to GitLab: how it is, a test of it now, and its pause."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from loket.application.gitlab import checking
from loket.application.gitlab.warning import warn_admins
from loket.integrations.gitlab.standin.faults import Fault
from loket.integrations.gitlab.standin.state import Level, Token
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.gitlab import GitlabConnection
from tests.application.gitlab.conftest import gitlab
from tests.cast import Road
from tests.integrations.gitlab.standins import BOT, TOKEN, Talk
from tests.web.office_pages import admin
from tests.web.step_desk import errors_of, text_of
from tests.web.work_pages import Reader

__all__ = ["gitlab"]
At = Callable[..., Road]
PAGE = "/kantor/gitlab"
TRY, PAUSE, RESUME = f"{PAGE}/uji", f"{PAGE}/jeda", f"{PAGE}/lanjutkan"
LISTS = (f"{PAGE}/antrean", f"{PAGE}/gagal", f"{PAGE}/perbedaan")
PRESSES = (TRY, f"{PAGE}/gagal/1/ulang", f"{PAGE}/perbedaan/1/bandingkan")


def read(road: Road, url: str = PAGE, username: str = "admin") -> str:
    return text_of(Reader(road, username).get(url))


def test_without_a_gitlab_the_page_says_how_to_get_one(road: Road) -> None:
    words = read(road)

    assert "GitLab belum dipasang." in words
    for name in ("URL", "PROJECT", "TOKEN", "WEBHOOK_TOKEN", "SIGNING_TOKEN"):
        assert f"LOKET_GITLAB_{name}" in words
    assert "issue bagi semua tiket yang masih terbuka dibuat sendiri" in words
    assert {admin(road).get(url).status_code for url in (PAUSE, RESUME, *LISTS)} == {404}
    assert {admin(road).post(url).status_code for url in (PAUSE, RESUME, *PRESSES)} == {404}


def test_before_the_first_test_nothing_is_known_and_reading_writes_nothing(gitlab: Talk, road: Road) -> None:
    words = read(road)

    assert "Sambungan belum diuji" in words
    assert "Tidak ada yang menunggu GitLab." in words
    assert not GitlabConnection.objects.exists()
    assert gitlab.standin.calls == []


def test_a_press_asks_gitlab_and_shows_what_it_said(gitlab: Talk, road: Road) -> None:
    gitlab.standin.tokens[TOKEN] = Token(BOT, ("api", "self_rotate"), date(2027, 1, 1))

    assert admin(road).post(TRY).headers["Location"] == PAGE

    words = read(road)
    for said in ("19.5.0", "e-ticketing", "loket-bot", "Maintainer", "api, self_rotate"):
        assert said in words
    assert "Jumat, 1 Januari 2027" in words
    assert "Sambungan baik" in words
    assert words.count("Tidak dapat") == 0
    assert TOKEN not in admin(road).get(PAGE).content.decode()


def test_each_thing_that_is_wrong_is_said_with_what_to_do(gitlab: Talk, road: Road) -> None:
    gitlab.project.members[BOT.id], gitlab.project.archived = Level.GUEST, True
    soon = road.now.date() + timedelta(days=5)
    gitlab.standin.tokens[TOKEN] = Token(BOT, ("read_api",), soon)
    gitlab.watch.at = road.now
    admin(road).post(TRY)

    words = read(road)

    for todo in (
        "membuka arsipnya",
        "memberi peran Reporter",
        'cakupan "api"',
        "5 hari lagi",
        "Putar (rotate)",
    ):
        assert todo in words
    assert words.count("Tidak dapat") == 4
    assert "Sambungan baik" not in words


def test_an_outage_is_said_and_what_was_known_stays(gitlab: Talk, road: Road) -> None:
    admin(road).post(TRY)
    gitlab.standin.break_next("version", Fault.UNAVAILABLE)
    admin(road).post(TRY)

    words = read(road)

    assert "Sambungan gagal GitLab sedang mengalami gangguan." in words
    assert "19.5.0" in words


def test_a_token_that_has_ended_is_said(gitlab: Talk, road: Road) -> None:
    GitlabConnection.objects.create(checked_at=road.now, token_expires_on=road.now.date())

    assert "Token sudah berakhir pada" in read(road)


def test_whoever_presses_does_not_wait_for_a_gitlab_that_is_slow(
    gitlab: Talk, road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "BRIEF", 0.1)
    gitlab.standin.break_next("version", Fault.SLOW)
    reader = admin(road)

    reader.post(TRY)

    assert "GitLab belum menjawab. Pengujian dilanjutkan di belakang layar" in text_of(reader.get(PAGE))


def test_it_is_paused_with_a_reason_and_every_admin_reads_so_on_every_page(gitlab: Talk, road: Road) -> None:
    assert errors_of(admin(road).post(PAUSE, alasan=" ")) != []

    assert admin(road).post(PAUSE, alasan="GitLab dipindahkan.").headers["Location"] == PAGE

    line = "Sinkronisasi GitLab dijeda sejak"
    assert "Alasan: GitLab dipindahkan." in read(road)
    assert line in admin(road).get("/akun").content.decode()
    assert line not in Reader(road, "kasi").get("/akun").content.decode()
    assert "Setelah jeda berakhir" not in read(road)
    assert "GitLab dipindahkan." in read(road, RESUME)
    assert admin(road).post(RESUME).headers["Location"] == PAGE
    assert line not in admin(road).get("/akun").content.decode()
    kinds = Entry.objects.filter(kind__startswith="gitlab.").order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == ["gitlab.paused", "gitlab.resumed"]


def test_what_runs_cannot_be_resumed_and_what_is_paused_not_paused(gitlab: Talk, road: Road) -> None:
    assert (admin(road).get(RESUME).status_code, admin(road).post(RESUME).status_code) == (404, 422)
    admin(road).post(PAUSE, alasan="Sebab.")

    response = admin(road).post(PAUSE, alasan="Sebab lain.")

    assert (response.status_code, errors_of(response)) == (422, ["Sinkronisasi sudah dijeda."])


@pytest.mark.parametrize("username", ("kadis", "kabid", "kasi", "analis", "programmer", "tu", "opd"))
def test_for_everybody_else_there_are_no_such_pages(gitlab: Talk, road: Road, username: str) -> None:
    reader = Reader(road, username)

    assert {reader.get(url).status_code for url in (PAGE, PAUSE, RESUME, *LISTS)} == {404}
    assert {reader.post(url, alasan="Sebab.").status_code for url in (PAUSE, RESUME, *PRESSES)} == {404}
    assert not GitlabConnection.objects.exists()


def test_presses_are_posts(gitlab: Talk, road: Road) -> None:
    assert {admin(road).get(url).status_code for url in PRESSES} == {405}


def test_a_warning_leads_to_the_page(gitlab: Talk, road: Road) -> None:
    GitlabConnection.objects.create(token_expires_on=road.now.date())
    warn_admins(road.now)
    reader = admin(road)

    assert "Sambungan GitLab" in text_of(reader.get("/pemberitahuan"))
    answer = reader.post(f"/pemberitahuan/{Pesan.objects.get().pk}/buka")
    assert answer.headers["Location"] == PAGE
