"""How an issue stands is told in words that somebody of the office can act on."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from loket.application.gitlab.wording import posting_state, state_of, trouble_of, words_of
from loket.models.gitlab import GitlabPosting
from loket.models.issue_gitlab import IssueGitlab
from loket.models.permintaan import Permintaan
from loket.models.tiket import Tiket

At = Callable[..., Any]


def _issue(state: str = "terbuka", **said: Any) -> IssueGitlab:
    return IssueGitlab(tiket=Tiket(state=state), ref=uuid4(), **said)


@pytest.mark.parametrize(
    ("issue", "words"),
    (
        (_issue(), "Belum dibuat"),
        (_issue("ditutup"), "Tidak dibuat, karena permintaan berakhir lebih dahulu"),
        (_issue("ditutup", tries=1), "Belum dibuat"),
        (_issue(iid=4), "Terbuka"),
        (_issue(iid=4, is_open=False), "Ditutup di GitLab"),
        (_issue("selesai", iid=4, is_open=False), "Ditutup"),
        (_issue(iid=4, gone="pindah"), "Dipindahkan ke proyek lain"),
    ),
)
def test_the_state_of_an_issue(issue: IssueGitlab, words: str) -> None:
    assert state_of(issue) == words


def test_trouble_is_told_while_there_is_an_issue_to_have_trouble_with() -> None:
    assert trouble_of(_issue()) == ""
    assert trouble_of(_issue(problem="token_ditolak")).startswith("GitLab menolak token Loket")
    assert trouble_of(_issue(problem="token_ditolak", gone="hilang")) == ""


def test_fields_have_names() -> None:
    assert words_of(["labels", "due_date", "milestone"]) == "label, tenggat, milestone"


def test_an_issue_that_waits_to_be_made_lets_its_comments_wait() -> None:
    posting = GitlabPosting(ref=uuid4())

    assert posting_state(posting, Permintaan(status="berjalan"), _issue()) == "Menunggu dikirim ke GitLab"
    assert posting_state(posting, Permintaan(status="selesai"), _issue(iid=1)) == "Menunggu dikirim ke GitLab"
