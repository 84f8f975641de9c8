"""Merge requests about an issue are kept as GitLab tells of them, and propose the progress without reporting it."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.application.gitlab.merge_requests import MOST, Proposal, bring_merge_requests, proposal_of
from loket.integrations.gitlab.standin import merge_requests as there
from loket.integrations.gitlab.standin.faults import Fault
from loket.models.gitlab import GitlabMergeRequest
from loket.models.implementasi import ProgressNote
from loket.models.issue_gitlab import IssueGitlab
from tests.application.gitlab.speaking import Table, table

__all__ = ["table"]


def _kept(*columns: str) -> list[tuple[Any, ...]]:
    return list(GitlabMergeRequest.objects.order_by("remote_id").values_list(*columns))


def _one(state: str, title: str = "Formulir", number: int = 1) -> GitlabMergeRequest:
    return GitlabMergeRequest(state=state, title=title, reference=f"a/b!{number}", pipeline="")


def test_they_come_with_state_pipeline_and_address(table: Table) -> None:
    form = there.open_one(table.budi, table.issue, "Formulir", draft=True)
    queue = there.open_one(table.budi, table.issue, "Antrean", closes=True)
    there.run(table.budi, queue, "running")

    table.settle()

    assert _kept("remote_id", "reference", "title", "state", "is_draft", "pipeline") == [
        (form.id, "diskominfo/e-ticketing!1", "Formulir", "opened", True, ""),
        (queue.id, "diskominfo/e-ticketing!2", "Antrean", "opened", False, "running"),
    ]
    assert _kept("web_url")[0][0].endswith("/-/merge_requests/1")
    assert not ProgressNote.objects.exists()


def test_what_becomes_of_them_follows(table: Table) -> None:
    one = there.open_one(table.budi, table.issue, "Formulir")
    other = there.open_one(table.budi, table.issue, "Antrean")
    table.settle()
    table.now += timedelta(minutes=3)
    table.gitlab.watch.at = table.now
    there.merge(table.budi, table.issue, one)
    table.issue.merge_requests.remove(other)

    table.look()

    assert _kept("remote_id", "state", "changed_at") == [(one.id, "merged", table.now)]


def test_a_list_that_is_not_whole_changes_nothing(table: Table) -> None:
    there.open_one(table.budi, table.issue, "Formulir")
    table.settle()
    for call in ("closing", "related"):
        for fault in (Fault.TORN, Fault.FORBIDDEN, Fault.MISSING, Fault.HTML):
            table.gitlab.standin.break_next(call, fault)
            assert table.look() is None

    assert _kept("title") == [("Formulir",)]


def test_hostile_words_are_cleaned_and_cut(table: Table) -> None:
    one = there.open_one(table.budi, table.issue, "\u202e<b>x</b>\x00" + "y" * 1_000_000)
    one.state, one.pipeline, one.updated_at = "z" * 500, "\u0000" + "p" * 500, "entah"

    table.settle()

    kept = GitlabMergeRequest.objects.get()
    assert kept.title == "<b>x</b>" + "y" * 246 + "…"
    assert (len(kept.state), len(kept.pipeline), kept.changed_at) == (20, 30, table.now)


def test_an_address_that_is_too_long_is_none(table: Table) -> None:
    table.gitlab.project.path = "a" * 600
    there.open_one(table.budi, table.issue, "Formulir")

    table.settle()

    assert _kept("web_url") == [("",)]


def test_of_very_many_the_newest_are_kept_in_as_many_queries_as_of_one(
    table: Table, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    row = IssueGitlab.objects.get()
    for count in (1, MOST + 4):
        for number in range(count):
            there.open_one(table.budi, table.issue, f"Nomor {number}")
        with django_assert_num_queries(4):
            bring_merge_requests(row, table.gitlab.issues(), table.now)

    assert len(_kept("title")) == MOST
    assert _kept("title")[-1] == (f"Nomor {MOST + 3}",)


@pytest.mark.parametrize(
    ("found", "proposed"),
    (
        ((), None),
        ((_one("closed"),), None),
        ((_one("merged"), _one("closed")), Proposal(100, "1 dari 1 merge request sudah digabung.")),
        (
            (_one("merged"), _one("opened", "Antrean", 2), _one("locked", "Rekap", 3)),
            Proposal(
                33,
                "1 dari 3 merge request sudah digabung. Masih dikerjakan: Antrean (a/b!2); Rekap (a/b!3).",
            ),
        ),
        (
            tuple(_one("opened", "A", number) for number in range(7)),
            Proposal(
                0,
                "0 dari 7 merge request sudah digabung. Masih dikerjakan: A (a/b!0); A (a/b!1); A (a/b!2);"
                " A (a/b!3); A (a/b!4); dan 2 lainnya.",
            ),
        ),
    ),
)
def test_what_they_say_of_the_progress(
    found: tuple[GitlabMergeRequest, ...], proposed: Proposal | None
) -> None:
    assert proposal_of(found) == proposed
