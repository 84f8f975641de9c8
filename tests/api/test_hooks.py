"""POST /hooks/gitlab: what comes in, what does not, and that a hook only wakes."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import OperationalError
from django.test import Client, override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.api import hooks as door
from loket.application.gitlab import hooks
from loket.application.gitlab.connection_row import connection
from loket.integrations.gitlab.standin.hooks import headers
from loket.integrations.gitlab.standin.state import Hook
from loket.models.gitlab import GitlabConnection, GitlabDelivery
from loket.models.issue_gitlab import IssueGitlab
from tests.api.program import code_of
from tests.application.everything import nothing_changes
from tests.application.gitlab.syncing import changes_wanted, queued
from tests.cast import NOW, Road

At = Callable[..., Road]
URL, PROJECT, IID = "/api/v1/hooks/gitlab", 10, 7
SECRET = "rahasia-webhook-milik-kantor"  # noqa: S105 - of a stand-in
SIGNING = "whsec_" + b64encode(b"0123456789abcdef0123456789abcdef").decode()
ISSUE = {"object_kind": "issue", "project": {"id": PROJECT}, "object_attributes": {"iid": IID}}
WORK = {"object_kind": "pipeline", "project": {"id": 99}, "object_attributes": {"id": 5}}
REFUSED = (401, "unauthenticated")


@contextmanager
def office(**more: Any) -> Iterator[None]:
    names: dict[str, Any] = {"gitlab_url": "http://gitlab.test", "gitlab_token": "t", "gitlab_project": "a/b"}
    with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, **names | more)):
        yield


@pytest.fixture
def plain() -> Iterator[None]:
    with office(gitlab_webhook_token=SECRET):
        yield


@pytest.fixture
def signing() -> Iterator[None]:
    with office(gitlab_webhook_token=SECRET, gitlab_signing_token=SIGNING):
        yield


@pytest.fixture
def ticket(at: At, plain: None) -> Road:
    """A permintaan whose issue is number 7; no job waits."""
    road = at("prioritas")
    road.step()
    IssueGitlab.objects.update(project_id=PROJECT, iid=IID, stage="created", tries=1)
    ProcrastinateJob.objects.all().delete()
    return road


def send(body: Any = ISSUE, *, with_: dict[str, str] | None = None, key: str = "") -> Any:
    """As GitLab sends it, a moment that counts as now; `with_` in place of what it says of itself."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    said = headers(Hook(URL, token=SECRET), "Issue Hook", content, at=int(NOW.timestamp()))
    said = {name: value for name, value in said.items() if name != "Content-Type"}
    said |= {"Idempotency-Key": key} if key else {}
    with time_machine.travel(NOW, tick=False):
        return Client(raise_request_exception=False).post(
            URL, data=content, content_type="application/json", headers=said if with_ is None else with_
        )


def answered(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["status"]


def test_a_genuine_hook_wakes_the_permintaan_of_its_issue(ticket: Road) -> None:
    assert answered(send()) == (202, "accepted")

    assert queued() == [ticket.permintaan.pk]
    assert GitlabDelivery.objects.get().event == "Issue Hook"
    assert connection().hook_at == NOW


def test_what_comes_again_is_known_and_wakes_nobody(ticket: Road) -> None:
    send(key="sama")
    ProcrastinateJob.objects.all().delete()

    assert answered(send(key="sama")) == (202, "known")
    assert queued() == []
    assert GitlabDelivery.objects.count() == 1


def test_an_older_gitlab_that_says_no_key_is_known_by_what_it_sends(ticket: Road) -> None:
    said = {"X-Gitlab-Token": SECRET, "X-Gitlab-Webhook-UUID": "w"}

    first, again, other = send(with_=said), send(with_=said), send(WORK, with_=said)

    assert [answered(each)[1] for each in (first, again, other)] == ["accepted", "known", "accepted"]


def test_many_hooks_at_once_wake_once(ticket: Road) -> None:
    for _ in range(5):
        send()

    assert queued() == [ticket.permintaan.pk]
    assert GitlabDelivery.objects.count() == 5


def test_news_of_work_wake_what_is_being_built(ticket: Road) -> None:
    send(WORK)
    assert queued() == []
    ticket.walk_to("implementasi")
    ProcrastinateJob.objects.all().delete()

    send(WORK)

    assert queued() == [ticket.permintaan.pk]
    waits = ProcrastinateJob.objects.get()
    assert waits.scheduled_at == NOW + timedelta(minutes=1)


@pytest.mark.parametrize(
    "body",
    (
        {"object_kind": "push", "project_id": PROJECT},
        ISSUE | {"object_attributes": {"iid": IID + 1}},
        ISSUE | {"project": {"id": PROJECT + 1}},
        WORK,
    ),
)
def test_what_is_about_nothing_of_ours_is_welcome_and_leads_to_nothing(ticket: Road, body: Any) -> None:
    assert answered(send(body)) == (202, "accepted")

    assert (queued(), changes_wanted()) == ([], 0)
    assert GitlabDelivery.objects.count() == 1


@pytest.mark.parametrize(
    "body", (b"", b"{", b"[]", b"\x00\xff", b'{"object_kind": 3}', b"[" * 50_000, b'{"object_kind": "issue"}')
)
def test_what_cannot_be_read_lets_all_changes_be_read(ticket: Road, body: bytes) -> None:
    for _ in range(2):
        assert answered(send(body)) == (202, "accepted")

    assert (queued(), changes_wanted()) == ([], 1)


def test_while_an_admin_has_paused_it_hooks_are_still_remembered(ticket: Road) -> None:
    paused = {"paused_at": NOW, "paused_by": ticket.people["admin"]}
    GitlabConnection.objects.filter(pk=connection().pk).update(**paused)

    assert answered(send()) == (202, "accepted")
    assert GitlabDelivery.objects.count() == 1


@pytest.mark.parametrize(
    "said", ({}, {"X-Gitlab-Token": ""}, {"X-Gitlab-Token": SECRET[:-1]}, {"X-Gitlab-Token": "\u00e9"})
)
def test_with_another_secret_nothing_is_read(ticket: Road, said: dict[str, str]) -> None:
    with nothing_changes():
        answer = send(b"x" * 100, with_=said)

    assert code_of(answer) == REFUSED
    assert answer.headers["WWW-Authenticate"] == "Webhook"


def test_without_a_gitlab_or_a_secret_nothing_is_genuine(db: None) -> None:
    assert code_of(send()) == REFUSED
    with office():
        assert code_of(send(with_={"X-Gitlab-Token": ""})) == REFUSED
    with office(gitlab_webhook_token=SECRET, gitlab_url=None):
        assert code_of(send()) == REFUSED


SIGNED = Hook(URL, token=SECRET, signing_token=SIGNING)


def test_a_signed_hook_is_taken_once(db: None, signing: None) -> None:
    content = json.dumps(ISSUE).encode()
    said = headers(SIGNED, "Issue Hook", content, at=int(NOW.timestamp()))

    assert answered(send(content, with_=said)) == (202, "accepted")
    assert answered(send(content, with_=said | {"Idempotency-Key": "lain"})) == (202, "known")


def test_with_a_signing_token_the_plain_secret_is_not_enough(db: None, signing: None) -> None:
    with nothing_changes():
        assert code_of(send(with_={"X-Gitlab-Token": SECRET})) == REFUSED


@pytest.mark.parametrize("minutes", (-6, 6))
def test_a_hook_from_another_time_is_refused(db: None, signing: None, minutes: int) -> None:
    content = json.dumps(ISSUE).encode()
    said = headers(SIGNED, "Issue Hook", content, at=int(NOW.timestamp()) + minutes * 60)

    with nothing_changes():
        assert code_of(send(content, with_=said)) == REFUSED


def test_a_changed_body_is_refused(db: None, signing: None) -> None:
    said = headers(SIGNED, "Issue Hook", json.dumps(ISSUE).encode(), at=int(NOW.timestamp()))

    with nothing_changes():
        assert code_of(send(WORK, with_=said)) == REFUSED


def test_no_more_is_read_than_a_hook_may_have(ticket: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks, "LARGEST", 1000)

    assert answered(send(b" " * 1000))[0] == 202
    with nothing_changes():
        answer = send(b" " * 1001)

    assert code_of(answer) == (413, "too_large")


def test_a_large_hook_is_taken_though_no_form_may_be_as_large(ticket: Road) -> None:
    large = ISSUE | {"changes": {"description": {"previous": "x" * 3_000_000}}}

    assert answered(send(large)) == (202, "accepted")
    assert queued() == [ticket.permintaan.pk]


@pytest.mark.parametrize("method", ("get", "put", "delete", "patch"))
def test_it_is_only_for_sending(db: None, method: str) -> None:
    answer = getattr(Client(), method)(URL)

    assert code_of(answer) == (405, "method_not_allowed")
    assert answer.headers["Allow"] == "POST"


def test_while_the_database_is_away_gitlab_hears_it(
    plain: None, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(hooks, "take", away)

    assert code_of(send()) == (503, "unavailable")
    assert door.PATH == URL
