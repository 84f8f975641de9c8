"""What people do in GitLab is kept and told once; nothing of it moves a permintaan."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from loket.application.gitlab import looking
from loket.application.gitlab.following import follow
from loket.application.gitlab.patience import LATER
from loket.integrations.gitlab.asking import Change
from loket.integrations.gitlab.standin.faults import Fault
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.gitlab import GitlabStateChange
from tests.application.gitlab.worlds import World, world
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import BUDI, PATH

At = Callable[..., Road]
CLOSE, REOPEN = Change(state_event="close"), Change(state_event="reopen")


@pytest.fixture
def there(at: At) -> Iterator[World]:
    """A permintaan at step 5 whose issue is made, and a GitLab that has told so."""
    road = at("prioritas")
    with world(road) as made:
        road.step()
        made.work()
        made.deliver()
        made.work()
        made.standin.calls.clear()
        yield made


def kinds(there: World) -> list[str]:
    told = Entry.objects.filter(permintaan=there.road.permintaan, source="gitlab").order_by("seq")
    return list(told.values_list("kind", flat=True))


def heard(title: str) -> set[str]:
    return set(Pesan.objects.filter(judul__startswith=title).values_list("user__username", flat=True))


def test_who_closes_the_issue_is_told_to_the_section_and_the_team_and_nothing_moves(there: World) -> None:
    before = there.road.permintaan
    there.budi().update(1, CLOSE)

    there.deliver()
    there.work()

    after = there.road.permintaan
    assert kinds(there) == ["issue.created", "issue.finished"]
    assert heard(f"Pekerjaan ditandai selesai oleh {BUDI.name} di GitLab: ") == {
        "kasi",
        "analis",
        "programmer",
    }
    assert (after.at_step, after.at_bagian, after.revision, after.due_at) == (
        before.at_step,
        before.at_bagian,
        before.revision,
        before.due_at,
    )
    assert (there.row.is_open, there.row.closed_at, there.issue.state) == (False, None, "closed")
    assert there.writes() == ["update"], "that of the programmer"
    assert_replay_lands_on_the_rows(after)


def test_what_is_opened_again_is_told_too_each_once_however_often_it_comes(there: World) -> None:
    there.budi().update(1, CLOSE)
    there.budi().update(1, REOPEN)
    hooks = there.take_hooks()

    for hook in (*reversed(hooks), *hooks):
        assert there.send(hook) == 202
        there.work()
    there.reconcile()

    assert kinds(there) == ["issue.created", "issue.finished", "issue.reopened"]
    assert heard(f"Issue dibuka kembali oleh {BUDI.name} di GitLab: ") == {"kasi", "analis", "programmer"}
    assert there.row.is_open
    assert Pesan.objects.filter(judul__contains="GitLab").count() == 6


def test_an_account_that_is_gone_and_a_name_that_tries_something_are_told_as_text(there: World) -> None:
    there.budi().update(1, CLOSE)
    there.issue.state_events[-1]["user"] = None
    there.budi().update(1, REOPEN)
    there.issue.state_events[-1]["user"] |= {"name": "Budi\u202e\n<b>x</b>" + "y" * 300}

    there.reconcile()

    first, second = GitlabStateChange.objects.order_by("event_id")
    assert (first.author, second.author[:14], len(second.author)) == (
        "",
        "Budi  <b>x</b>".replace("  ", " ") + "y",
        100,
    )
    assert heard("Pekerjaan ditandai selesai oleh akun yang sudah tidak ada di GitLab: ")


def test_what_loket_closes_itself_is_told_to_nobody(there: World) -> None:
    do(there.road, "batalkan")

    there.work()
    there.deliver()
    there.work()

    assert kinds(there) == ["issue.created", "issue.closed"]
    assert not Pesan.objects.filter(judul__contains="di GitLab").exists()


def test_our_own_change_has_no_echo(there: World) -> None:
    there.road.step()
    there.work()
    assert there.writes() == ["update"]

    for _ in range(3):
        there.deliver()
        there.work()

    assert there.writes() == ["update"]
    assert (there.row.corrected, there.row.corrected_at) == ([], None)


def test_what_was_changed_there_is_set_right_and_named(there: World) -> None:
    there.budi().update(
        1,
        Change(
            title="x",
            description="y",
            is_confidential=False,
            add_labels=frozenset({"status::selesai", "bug"}),
        ),
    )
    there.issue.due_date = "2030-01-01"

    there.deliver()
    there.work()

    row, permintaan = there.row, there.road.permintaan
    assert row.corrected == ["title", "description", "labels", "due_date", "confidential"]
    assert row.corrected_at == there.watch.at
    assert there.issue.title == f"[{permintaan.nomor}] {permintaan.nama_aplikasi}"
    assert there.issue.confidential
    assert "bug" in there.issue.labels
    assert "status::selesai" not in there.issue.labels


def test_of_a_change_of_both_sides_only_what_was_changed_there_is_named(there: World) -> None:
    there.budi().update(1, Change(title="Judul lain"))
    there.road.step()

    there.work()

    assert there.row.corrected == ["title"]


def test_a_change_whose_answer_got_lost_is_not_taken_for_somebody_elses(there: World) -> None:
    there.road.step()
    there.standin.break_next("update", Fault.LOST)
    there.work()
    there.standin.break_next("update", Fault.DROPPED)
    there.road.walk_to("analisis")

    there.work()

    assert there.standin.faults == {}
    assert (there.row.corrected, len(there.row.last_known)) == ([], 1)


def test_a_comment_changes_nothing(there: World) -> None:
    there.budi().add_note(1, "Sudah dikerjakan.")

    there.deliver()
    there.work()

    assert there.writes() == ["note"]
    assert kinds(there) == ["issue.created"]


def test_an_answer_from_before_is_not_believed_until_it_stays(there: World) -> None:
    now = there.watch.at
    there.issue.updated_at = (now - timedelta(days=1)).isoformat()
    there.issue.title = "Judul lama"

    assert follow(there.road.permintaan.pk, there.gitlab(), PATH, now + LATER) == now + 2 * LATER
    assert there.writes() == []
    follow(there.road.permintaan.pk, there.gitlab(), PATH, now + looking.BELIEVED)

    assert there.writes() == ["update"]


@pytest.mark.parametrize("missing", ("remote_at", "seen_at", "updated_at"))
def test_without_a_time_nothing_is_late(there: World, missing: str) -> None:
    row = there.row
    issue = there.gitlab().issues_of(there.project.id).get(1)
    issue = replace(issue, updated_at="2020-01-01T00:00:00Z" if missing != "updated_at" else "kemarin")
    if missing != "updated_at":
        setattr(row, missing, None)

    assert not looking.comes_late(row, issue, there.watch.at)


def test_a_state_that_changed_without_its_time_is_seen_too(there: World) -> None:
    before = there.issue.updated_at
    there.budi().update(1, CLOSE)
    there.issue.updated_at = before

    there.check()

    assert kinds(there) == ["issue.created", "issue.finished"]
