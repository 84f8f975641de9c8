"""Every request is held against GitLab's own description, where that is at hand."""

import json

import pytest

from loket.integrations.gitlab.standin.contract import Contract
from loket.integrations.gitlab.standin.messages import Ask
from tests.integrations.gitlab.standins import contract_path

ISSUES = "/api/v4/projects/10/issues"


@pytest.fixture
def contract() -> Contract:
    path = contract_path()
    if path is None:
        pytest.skip(
            "GitLab's OpenAPI description is not at hand: no request of these tests is held against it"
        )
    return Contract.load(path)


def _ask(method: str, target: str, **fields: object) -> Ask:
    return Ask(method, target, {}, json.dumps(fields).encode() if fields else b"")


@pytest.mark.parametrize(
    ("ask", "complaint"),
    (
        (_ask("GET", f"{ISSUES}?author=2"), "author is not described"),
        (_ask("GET", f"{ISSUES}?state=open"), "state is 'open'"),
        (_ask("GET", f"{ISSUES}?created_after=kemarin"), "created_after is 'kemarin'"),
        (_ask("POST", ISSUES, description="x"), "title is missing"),
        (_ask("POST", ISSUES, title="x", labels="a,b"), "labels is 'a,b'"),
        (_ask("POST", ISSUES, title="x", due_date="1-1-2026"), "due_date is '1-1-2026'"),
        (_ask("POST", ISSUES, title="x", assignee_ids=[True]), "assignee_ids is [True]"),
        (_ask("POST", ISSUES, title="x", state="x"), "state is not described"),
        (_ask("PUT", f"{ISSUES}/1", updated_at="2026-01-01T00:00:00Z"), "changes nothing"),
        (_ask("PUT", f"{ISSUES}/1", state_event="closed"), "state_event is 'closed'"),
        (_ask("PUT", f"{ISSUES}/x", title="x"), "issue_iid is 'x'"),
        (_ask("PUT", f"{ISSUES}/1", milestone="a", milestone_id=1), "has more than one of"),
        (_ask("GET", "/api/v4/user", title="x"), "has a body"),
        (_ask("GET", "/api/v4/nowhere"), "is not described"),
    ),
)
def test_what_the_description_does_not_know_is_said(contract: Contract, ask: Ask, complaint: str) -> None:
    said = contract.complaints(ask)

    assert len(said) == 1
    assert complaint in said[0]


@pytest.mark.parametrize(
    "ask",
    (
        _ask("GET", "/api/v4/projects/diskominfo%2Fe-ticketing"),
        _ask("GET", f"{ISSUES}?state=all&created_after=2026-11-30T01:00:00%2B00:00&per_page=100&labels=a,b"),
        _ask("POST", ISSUES, title="x", labels=["a"], confidential=True, assignee_ids=[4]),
        _ask("PUT", f"{ISSUES}/1", state_event="close", remove_labels=["a"]),
    ),
)
def test_what_it_knows_passes(contract: Contract, ask: Ask) -> None:
    assert contract.complaints(ask) == []
