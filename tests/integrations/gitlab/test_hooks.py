"""The hooks of the stand-in: told as GitLab tells them."""

import json
from base64 import b64encode

from loket.integrations.gitlab.asking import Change, NewIssue
from loket.integrations.gitlab.standin.hooks import Delivery, deliver, signature
from loket.integrations.gitlab.standin.state import Hook
from tests.integrations.gitlab.standins import Talk

KEY = "whsec_" + b64encode(b"0123456789abcdef0123456789abcdef").decode()
NOBODY = "http://127.0.0.1:9/hook"


def _told(gitlab: Talk) -> list[tuple[str, str]]:
    waiting: list[Delivery] = gitlab.standin.outgoing
    return [
        (each.headers["X-Gitlab-Event"], json.loads(each.body)["object_attributes"]["action"])
        for each in waiting
    ]


def test_one_change_that_closes_and_labels_is_told_twice(gitlab: Talk) -> None:
    gitlab.project.hooks.append(Hook(NOBODY, token="rahasia"))  # noqa: S106 - of a stand-in
    issues = gitlab.issues()
    issues.create(NewIssue(title="x", description="y"))
    issues.update(1, Change(state_event="close", add_labels=frozenset({"status::selesai"})))
    issues.add_note(1, "Selesai")

    assert _told(gitlab) == [
        ("Confidential Issue Hook", "open"),
        ("Confidential Issue Hook", "close"),
        ("Confidential Issue Hook", "update"),
        ("Confidential Note Hook", "create"),
    ]
    assert {each.headers["X-Gitlab-Token"] for each in gitlab.standin.outgoing} == {"rahasia"}


def test_who_does_not_hear_of_confidential_issues_hears_nothing(gitlab: Talk) -> None:
    gitlab.project.hooks.append(Hook(NOBODY, hears_confidential=False))
    issues = gitlab.issues()
    issues.create(NewIssue(title="x", description="y"))
    issues.create(NewIssue(title="x", description="y", is_confidential=False))

    assert _told(gitlab) == [("Issue Hook", "open")]


def test_a_signature_covers_number_time_and_body(gitlab: Talk) -> None:
    gitlab.project.hooks.append(Hook(NOBODY, signing_token=KEY))
    gitlab.issues().create(NewIssue(title="x", description="y"))

    told = gitlab.standin.outgoing[0]
    key, at = told.headers["webhook-id"], int(told.headers["webhook-timestamp"])

    assert told.headers["webhook-signature"] == signature(KEY, key, at, told.body)
    assert key == told.headers["Idempotency-Key"]
    assert "rahasia" not in repr(told)


def test_what_nobody_takes_is_told_once_and_never_again(gitlab: Talk) -> None:
    gitlab.project.hooks.append(Hook(NOBODY))
    gitlab.issues().create(NewIssue(title="x", description="y"))

    assert deliver(gitlab.standin) == [0]
    assert deliver(gitlab.standin) == []


def test_what_somebody_takes_is_delivered(gitlab: Talk) -> None:
    gitlab.project.hooks.append(Hook(f"{gitlab.url}/api/v4/nowhere"))
    gitlab.standin.contract = None
    gitlab.issues().create(NewIssue(title="x", description="y"))

    assert deliver(gitlab.standin) == [401]
