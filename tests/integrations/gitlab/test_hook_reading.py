"""What a hook is about, read tolerantly; its shapes are those that GitLab has sent over the years."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.integrations.gitlab.hook_reading import About, Told, Unreadable, told_by
from tests.integrations.gitlab.standins import contract_path

PROJECT = {"id": 10, "path_with_namespace": "diskominfo/e-ticketing"}
ISSUE = {"id": 4001, "iid": 7, "project_id": 10, "state": "closed"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def a_hook(kind: str, **more: Any) -> dict[str, Any]:
    return {"object_kind": kind, "event_type": kind, "project": PROJECT, **more}


def a_note(on: str, **more: Any) -> dict[str, Any]:
    return a_hook("note", project_id=10, object_attributes={"id": 1, "noteable_type": on}, **more)


def read(hook: Any) -> Told | None:
    return told_by(json.dumps(hook).encode())


@pytest.mark.parametrize(
    "hook",
    (
        a_hook("issue", object_attributes=ISSUE | {"action": "close"}),
        a_hook("issue", object_attributes=ISSUE, event_type="confidential_issue", changes={}),
        a_hook("work_item", object_attributes=ISSUE | {"type": "Task"}),
        a_note("Issue", issue=ISSUE),
        a_note("WorkItem", issue=ISSUE),
        a_hook("note", object_attributes={"noteable_type": "Issue"}, issue=ISSUE),
    ),
)
def test_an_issue_and_a_comment_on_it_name_the_issue(hook: Any) -> None:
    assert read(hook) == Told(About.ISSUE, 10, 7)


@pytest.mark.parametrize(
    "hook",
    (
        a_hook("merge_request", object_attributes={"id": 99, "iid": 1}),
        a_hook("pipeline", object_attributes={"id": 31, "status": "failed"}),
        a_note("MergeRequest", merge_request={"iid": 1}),
    ),
)
def test_work_names_its_project(hook: Any) -> None:
    assert read(hook) == Told(About.WORK, 10)


@pytest.mark.parametrize(
    "hook",
    (
        {"object_kind": "push", "project_id": 10},
        {"object_kind": "access_token", "project": PROJECT},
        {"object_kind": "wiki_page"},
        a_note("Commit", commit={}),
        a_note("Snippet", snippet={}),
    ),
)
def test_what_does_not_concern_us_is_nothing(hook: Any) -> None:
    assert read(hook) is None


@pytest.mark.parametrize(
    "body",
    (
        b"",
        b"null",
        b"[]",
        b'"issue"',
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"object_kind": 5}',
        b'{"object_kind": ["issue"]}',
        b'{"object_kind": "issue"}',
        b'{"object_kind": "issue", "object_attributes": []}',
        b'{"object_kind": "issue", "project": {"id": 10}, "object_attributes": {"iid": "7"}}',
        b'{"object_kind": "issue", "project": {"id": 10}, "object_attributes": {"iid": -7}}',
        b'{"object_kind": "issue", "project": {"id": true}, "object_attributes": {"iid": 7}}',
        b'{"object_kind": "issue", "project": {"id": 1e400}, "object_attributes": {"iid": 7}}',
        b'{"object_kind": "issue", "project": {"id": 10}, "object_attributes": {"iid": '
        + b"9" * 5000
        + b"}}",
        b'{"object_kind": "note", "project_id": 10, "object_attributes": {"noteable_type": "Issue"}}',
        b'{"object_kind": "note", "project_id": 10, "object_attributes": {"noteable_type": null}}',
    ),
)
def test_what_cannot_be_read_says_so_and_nothing_of_itself(body: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        told_by(body)

    assert refused.value.__context__ is None
    assert str(refused.value) == "no hook of GitLab's"


@given(
    st.sampled_from(("issue", "note", "pipeline", "x")),
    st.dictionaries(st.sampled_from(("project", "project_id", "object_attributes", "issue")), JSON),
)
def test_no_shape_of_json_breaks_it(kind: str, rest: dict[str, Any]) -> None:
    try:
        found = told_by(json.dumps(rest | {"object_kind": kind}).encode())
    except Unreadable:
        return

    assert found is None or 0 < found.project_id < 2**63


def test_every_payload_at_hand_is_read_or_does_not_concern_us() -> None:
    contract = contract_path()
    payloads = sorted((contract.parent / "webhooks").glob("*.json")) if contract else []
    if not payloads:
        pytest.skip("No captured hooks beside this repository.")

    found = {path.stem: told_by(json.dumps(_body(path)).encode()) for path in payloads}

    without = {name for name, told in found.items() if told is None}
    assert {name for name in without if "push" not in name} == set()


def _body(path: Path) -> Any:
    said = json.loads(path.read_text(encoding="utf-8"))
    return said.get("body", said)
