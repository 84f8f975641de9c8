"""An issue that was deleted or moved: an admin hears of it, nothing is sent to it, and no step waits for it."""

from collections.abc import Callable, Iterator

import pytest

from loket.application.errors import Refused
from loket.application.gitlab.following import follow
from loket.application.gitlab.repairing import close_again, make_anew
from loket.application.gitlab.telling import tell_gone
from loket.integrations.gitlab.asking import Change
from loket.integrations.gitlab.standin.state import Level
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.issue_gitlab import IssueGitlab
from tests.application.everything import nothing_changes
from tests.application.gitlab.worlds import World, world
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import BOT, PATH

At = Callable[..., Road]


@pytest.fixture
def there(at: At) -> Iterator[World]:
    road = at("prioritas")
    with world(road) as made:
        road.step()
        made.work()
        made.take_hooks()
        made.standin.calls.clear()
        yield made


def heard() -> list[tuple[str, str]]:
    told = Pesan.objects.filter(entry__kind__in=["issue.lost", "issue.moved"])
    return list(told.values_list("user__username", "judul"))


def test_a_deleted_issue_is_told_to_the_admin_once_and_left_alone(there: World) -> None:
    there.project.issues.clear()

    there.check()
    there.check()
    there.road.step()
    there.work()

    assert (there.row.gone, there.row.problem) == ("hilang", "")
    sentence = f"Issue GitLab {there.road.nomor} sudah dihapus atau tidak terlihat lagi."
    decide = "Loket tidak mengirim apa pun lagi ke sana sampai Anda memutuskannya."
    assert heard() == [("admin", f"{sentence} {decide}")]
    assert Pesan.objects.filter(entry__kind="issue.lost").get().permintaan is None
    assert there.writes() == []


def test_a_moved_issue_is_told_and_its_close_is_not_taken_for_finished_work(there: World) -> None:
    there.budi().update(1, Change(state_event="close"))
    there.issue.moved_to = 9001

    there.deliver()
    there.work()
    there.deliver()
    there.work()

    assert there.row.gone == "pindah"
    assert [user for user, _ in heard()] == ["admin"]
    assert not Entry.objects.filter(kind="issue.finished").exists()
    assert there.writes() == ["update"]


@pytest.mark.parametrize("how", ("off", "low", "out"))
def test_what_one_may_not_see_any_more_is_not_taken_for_deleted(there: World, how: str) -> None:
    issues = dict(there.project.issues)
    there.project.issues.clear()
    if how == "off":
        there.project.issues_enabled = False
    elif how == "low":
        there.project.members[BOT.id] = Level.GUEST
    now = there.watch.at

    follow(there.road.permintaan.pk, there.gitlab(), PATH, now)
    if how == "out":
        del there.project.members[BOT.id]
    follow(there.road.permintaan.pk, there.gitlab(), PATH, now)
    assert there.row.problem in {"gitlab_tidak_mengizinkan", "proyek_tidak_ditemukan"}
    assert there.row.gone == ""
    there.project.members[BOT.id], there.project.issues_enabled = Level.MAINTAINER, True
    there.project.issues.update(issues)
    follow(there.road.permintaan.pk, there.gitlab(), PATH, now)

    assert (there.row.problem, there.row.gone, heard()) == ("", "", [])


def test_step_11_ends_without_an_issue_that_is_gone(there: World) -> None:
    there.project.issues.clear()
    there.check()
    there.road.walk_to("status_gitlab")

    there.road.step("diubah")

    assert there.road.permintaan.at_step == "pendampingan"


def test_another_issue_is_made_in_place_of_one_that_is_gone(there: World) -> None:
    old = there.row.ref
    there.project.issues.clear()
    there.check()

    make_anew(there.row, there.watch.at)
    there.work()

    row = there.row
    assert (row.iid, row.gone, row.ref == old, list(there.project.issues)) == (2, "", False, [2])
    made = Entry.objects.filter(kind="issue.created").order_by("seq")
    assert [entry.particulars["iid"] for entry in made] == [1, 2]


def test_another_is_made_only_where_there_is_none(there: World) -> None:
    with pytest.raises(Refused, match="sudah berubah"), nothing_changes():
        make_anew(there.row, there.watch.at)
    there.project.issues.clear()
    there.check()
    row = there.row
    make_anew(row, there.watch.at)

    with pytest.raises(Refused):
        make_anew(row, there.watch.at)
    there.work()

    assert list(there.project.issues) == [2]


def test_what_somebody_has_opened_again_is_closed_where_an_admin_says_so(there: World) -> None:
    do(there.road, "batalkan")
    there.work()
    with pytest.raises(Refused):
        close_again(there.row, there.watch.at)
    there.budi().update(1, Change(state_event="reopen"))
    there.reconcile()
    assert there.issue.state == "opened"

    close_again(there.row, there.watch.at)
    there.work()

    assert (there.issue.state, there.row.is_open) == ("closed", False)
    assert Entry.objects.filter(kind="issue.closed").count() == 2


def test_of_two_looks_that_find_it_gone_one_tells(there: World) -> None:

    row = there.row
    tell_gone(row, IssueGitlab.Gone.HILANG, there.watch.at)
    tell_gone(row, IssueGitlab.Gone.PINDAH, there.watch.at)

    assert (there.row.gone, len(heard())) == ("hilang", 1)
