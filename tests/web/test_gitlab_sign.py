"""What somebody did in GitLab, as the office reads it in Loket."""

from collections.abc import Callable, Iterator

import pytest

from loket.integrations.gitlab.asking import Change
from tests.application.gitlab.worlds import World, world
from tests.cast import Road
from tests.web.act_pages import words_for
from tests.web.step_desk import Office, text_of

At = Callable[..., Road]
TITLE = "Pekerjaan ditandai selesai oleh Budi di GitLab."


@pytest.fixture
def there(at: At) -> Iterator[World]:
    road = at("prioritas")
    with world(road) as made:
        road.step()
        made.work()
        made.budi().update(1, Change(state_event="close"))
        made.reconcile()
        yield made


@pytest.mark.parametrize("username", ("kasi", "analis", "programmer", "kadis"))
def test_the_office_reads_the_sign_and_that_nothing_moves_by_it(there: World, username: str) -> None:
    words = words_for(Office(there.road), username)

    assert TITLE in words
    assert "Tidak ada langkah yang berpindah dengan sendirinya." in words
    assert "mencatat pekerjaan ditandai selesai di GitLab" in words
    assert "Oleh Budi." in words


def test_the_opd_reads_nothing_of_it(there: World) -> None:
    words = words_for(Office(there.road), "opd")

    assert TITLE not in words
    assert "mencatat pekerjaan ditandai selesai" not in words


def test_it_is_over_when_somebody_opens_the_issue_again(there: World) -> None:
    there.budi().update(1, Change(state_event="reopen"))
    there.reconcile()

    words = words_for(Office(there.road), "kasi")

    assert TITLE not in words
    assert "mencatat issue dibuka kembali di GitLab" in words


def test_an_account_that_is_gone_has_no_name(there: World) -> None:
    there.row.gitlabstatechange_set.update(author="")

    words = words_for(Office(there.road), "kasi")

    assert "Pekerjaan ditandai selesai oleh akun yang sudah tidak ada di GitLab." in words
    assert "Oleh ." not in words


def test_an_admin_reads_that_an_issue_is_gone(there: World) -> None:
    there.project.issues.clear()
    there.check()
    desk = Office(there.road)

    page = text_of(desk.get("admin", "/pemberitahuan"))

    assert f"Issue GitLab {there.road.nomor} sudah dihapus atau tidak terlihat lagi." in page
    assert TITLE not in words_for(desk, "kasi")
