"""What people write in GitLab is read in the internal discussion, and follows what becomes of it there."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.application.gitlab.notes import bring_notes
from loket.application.gitlab.posting import issue_of
from loket.application.gitlab.repairing import make_anew
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.comment import marker
from loket.integrations.gitlab.standin.faults import Fault
from loket.integrations.gitlab.standin.state import Note, Token
from loket.models.diskusi import Comment
from loket.models.gitlab import GitlabComment, GitlabPosting
from loket.models.issue_gitlab import IssueGitlab
from tests.application.gitlab.speaking import Table, table, write
from tests.application.gitlab.syncing import sync
from tests.cast import Road
from tests.integrations.gitlab.standins import BOT, Talk

__all__ = ["table"]
LONG_AGO = "2026-01-30T01:00:00Z"


def _kept() -> list[tuple[str, str]]:
    return list(GitlabComment.objects.order_by("note_id").values_list("author", "text"))


def test_a_note_comes_in_as_plain_text_with_its_author_and_time(table: Table) -> None:
    note = table.write_there("**Selesai** [lihat](https://x.test/a) <b>!</b> @all")

    table.settle()

    kept = GitlabComment.objects.get()
    assert (kept.author, kept.note_id, kept.at, kept.changed_at) == ("Budi", note.id, table.now, None)
    assert kept.text == "**Selesai** lihat (https://x.test/a) ! @all"
    assert not Comment.objects.exists()


def test_internal_notes_come_in_and_those_of_gitlab_itself_do_not(table: Table) -> None:
    table.write_there("Rahasia", internal=True)
    table.issue.notes.append(
        Note(900, "changed the description", BOT, False, LONG_AGO, LONG_AGO, system=True)
    )

    table.settle()

    assert _kept() == [("Budi", "Rahasia")]


def test_an_edit_follows_and_is_told(table: Table) -> None:
    note = table.write_there("Senin")
    table.settle()
    table.now += timedelta(minutes=7)
    note.body, note.updated_at = "Selasa", table.now.isoformat()

    table.look()
    table.look()

    kept = GitlabComment.objects.get()
    assert (kept.text, kept.changed_at) == ("Selasa", table.now)


def test_what_was_edited_before_it_was_first_read_says_so(table: Table) -> None:
    note = table.write_there("Senin")
    note.updated_at = (table.now + timedelta(minutes=2)).isoformat()

    table.settle()

    assert GitlabComment.objects.get().changed_at == table.now + timedelta(minutes=2)


def test_another_name_is_no_edit(table: Table) -> None:
    note = table.write_there("Senin")
    table.settle()
    note.author = type(note.author)(note.author.id, note.author.username, "Budi Hartono")

    table.look()

    kept = GitlabComment.objects.get()
    assert (kept.author, kept.changed_at) == ("Budi Hartono", None)


def test_a_note_that_is_deleted_goes_and_the_others_stay(table: Table) -> None:
    gone = table.write_there("Salah kirim")
    table.write_there("Benar")
    table.settle()
    table.issue.notes.remove(gone)

    table.look()

    assert _kept() == [("Budi", "Benar")]


def test_what_stood_under_an_issue_that_is_gone_stays_when_another_is_made(table: Table) -> None:
    table.write_there("Dari issue lama")
    table.settle()
    table.gitlab.project.issues.clear()
    IssueGitlab.objects.update(gone=IssueGitlab.Gone.HILANG)
    table.now += timedelta(hours=1)
    make_anew(IssueGitlab.objects.select_related("tiket").get(), table.now)
    table.now = sync(table.gitlab, table.road.permintaan, table.now)
    table.gitlab.issues(holding="token-budi").add_note(2, "Salah kirim")
    table.look()
    assert _kept() == [("Budi", "Dari issue lama"), ("Budi", "Salah kirim")]

    table.gitlab.project.issues[2].notes.clear()
    table.look()

    assert _kept() == [("Budi", "Dari issue lama")]


def test_a_list_that_is_not_whole_deletes_nothing(table: Table) -> None:
    table.write_there("Satu")
    table.settle()
    for fault in (Fault.TORN, Fault.WRONG_JSON, Fault.FORBIDDEN, Fault.MISSING, Fault.ERROR):
        table.gitlab.standin.break_next("notes", fault)
        assert table.look() is None

    assert _kept() == [("Budi", "Satu")]


def test_what_loket_has_sent_never_comes_back(table: Table) -> None:
    write(table.road, "Server siap.")
    table.settle()
    table.issue.notes[0].body = "disunting oleh admin, tanpa penanda"

    table.settle()

    assert len(table.issue.notes) == 1
    assert _kept() == []


def test_what_was_sent_without_an_answer_does_not_come_in_either(table: Table) -> None:
    write(table.road, "Server siap.")
    table.gitlab.standin.break_next("note", Fault.LOST)

    table.look()

    assert GitlabPosting.objects.get().stage == "unknown"
    assert len(table.issue.notes) == 1
    assert _kept() == []


def test_what_came_in_is_never_sent_and_the_marker_is_never_seen(table: Table) -> None:
    write(table.road, "Server siap.")
    table.settle()
    ref = GitlabPosting.objects.get().ref
    table.write_there(f"> Server siap.\n\nOke. {marker(ref)}")

    table.settle()
    table.settle()

    assert len(table.issue.notes) == 2
    assert _kept() == [("Budi", "> Server siap.\n\nOke.")]


def test_a_person_who_uses_the_token_of_loket_is_read(table: Table) -> None:
    table.gitlab.standin.tokens["pribadi"] = Token(BOT)
    table.write_there("Ditulis dengan tangan", holding="pribadi")

    table.settle()

    assert _kept() == [("Loket", "Ditulis dengan tangan")]


@pytest.mark.parametrize(
    ("name", "body", "author", "text"),
    (
        ("<b>Budi</b>", "<script>alert(1)</script>", "<b>Budi</b>", "alert(1)"),
        ("\u202eidub\x00", "a\u202eb\x00c", "idub", "abc"),
        ("\u200b", "![x](/uploads/0123456789abcdef0123/a.png)", "Seseorang", "x (lampiran di GitLab)"),
        ("👩‍💻 Ani", "👍🏽", "👩‍💻 Ani", "👍🏽"),
        ("x" * 300, "<!-- hanya komentar -->", "x" * 249 + "…", ""),
        ("\ud800", "\ud800 a", "Seseorang", "a"),
    ),
)
def test_hostile_words_are_words(table: Table, name: str, body: str, author: str, text: str) -> None:
    note = table.write_there("x")
    note.author, note.body = type(note.author)(note.author.id, "", name), body

    table.settle()

    assert _kept() == [(author, text.strip())]


def test_a_note_of_a_million_characters_is_kept_as_far_as_a_text_in_loket_goes(table: Table) -> None:
    table.write_there("x").body = "panjang " * 125_000

    table.settle()

    assert len(GitlabComment.objects.get().text) <= 5_000


@pytest.mark.parametrize("said", ("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "kapan-kapan"))
def test_a_time_that_cannot_be_is_the_time_of_reading(table: Table, said: str) -> None:
    note = table.write_there("x")
    note.created_at = note.updated_at = said

    table.settle()

    assert (GitlabComment.objects.get().at, GitlabComment.objects.get().changed_at) == (table.now, None)


def test_a_text_that_changes_at_no_known_time_changed_now(table: Table) -> None:
    note = table.write_there("x")
    table.settle()
    note.body, note.updated_at = "y", "entah"

    table.look()

    assert GitlabComment.objects.get().changed_at == table.now


def test_many_notes_cost_as_many_queries_as_one(
    table: Table, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    row = IssueGitlab.objects.select_related("tiket").get()
    issues: Issues = table.gitlab.issues()
    for count in (1, 30):
        for number in range(count):
            table.write_there(f"Catatan {number}")
        with django_assert_num_queries(5):
            bring_notes(row, issues, BOT.id, table.now)

    assert len(_kept()) == 31


def test_without_an_issue_there_is_nothing_to_read(gitlab: Talk, at: Callable[..., Road]) -> None:
    road = at("penunjukan")

    assert issue_of(road.permintaan) is None
    assert not GitlabComment.objects.exists()
