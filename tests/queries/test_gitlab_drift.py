"""Every way in which GitLab and Loket come apart is found by its own sign, and by no other."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from loket.models.issue_drift import KEPT, Drift
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from loket.queries.gitlab_drift import drifted, drifts_of, page_of_drift
from loket.queries.keyset import Edge
from tests.cast import NOW, Road

At = Callable[..., Road]
LATELY = NOW - timedelta(days=2)
OVER = {"is_open": False, "closed_at": LATELY}
SIGNS: tuple[tuple[dict[str, Any], list[Drift], bool], ...] = (
    ({}, [], False),
    (OVER, [], False),
    ({"gone": "hilang"}, [Drift.HILANG], True),
    ({"problem": "gitlab_tidak_ditemukan"}, [], False),
    ({"gone": "pindah"}, [Drift.PINDAH], True),
    ({"gone": "pindah", **OVER}, [Drift.PINDAH], False),
    ({"closed_at": LATELY}, [Drift.DIBUKA_LAGI], False),
    ({"is_open": False}, [Drift.DITUTUP_DI_GITLAB], False),
    ({"dropped": ["labels"]}, [Drift.LUPUT], False),
    ({"tries": 2, "asked_at": LATELY}, [Drift.KEMBARAN], False),
    ({"tries": 2, "asked_at": NOW - KEPT - timedelta(days=1)}, [], False),
    ({"corrected": ["title"], "corrected_at": LATELY}, [Drift.DIKOREKSI], False),
    ({"corrected": ["title"], "corrected_at": NOW - KEPT - timedelta(days=1)}, [], False),
    ({"corrected_at": LATELY}, [], False),
    ({"gone": "hilang", "is_open": False, "dropped": ["labels"]}, [Drift.HILANG, Drift.LUPUT], True),
)


@pytest.fixture
def issue(at: At) -> IssueGitlab:
    tiket = Tiket.objects.get(permintaan=at("undangan").permintaan)
    return IssueGitlab.objects.create(
        tiket=tiket, ref=uuid4(), stage="created", tries=1, asked_at=LATELY, project_id=1, iid=1
    )


@pytest.mark.parametrize(("said", "drifts", "needs_another"), SIGNS)
def test_each_sign_says_what_it_is(
    issue: IssueGitlab, said: dict[str, Any], drifts: list[Drift], *, needs_another: bool
) -> None:
    IssueGitlab.objects.update(**said)
    if "closed_at" in said:
        Tiket.objects.update(state=Tiket.State.SELESAI)

    rows = page_of_drift(Edge(), NOW).rows

    assert [drifts_of(row) for row in rows] == ([drifts] if drifts else [])
    assert drifted(NOW).count() == len(rows)
    assert [row.needs_another for row in rows] == ([needs_another] if drifts else [])  # type: ignore[attr-defined]  # annotated


def test_an_issue_whose_permintaan_was_sent_back_is_opened_again_without_an_admin(issue: IssueGitlab) -> None:
    IssueGitlab.objects.update(**OVER)
    assert not drifted(NOW).exists()

    IssueGitlab.objects.update(gone="hilang")

    (row,) = page_of_drift(Edge(), NOW).rows
    assert (drifts_of(row), row.needs_another) == ([Drift.HILANG], True)  # type: ignore[attr-defined]  # annotated


def test_that_gitlab_has_closed_what_is_done_is_no_difference(issue: IssueGitlab) -> None:
    IssueGitlab.objects.update(is_open=False)
    Tiket.objects.update(state=Tiket.State.SELESAI)

    assert not drifted(NOW).exists()
