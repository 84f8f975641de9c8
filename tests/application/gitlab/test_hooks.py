"""Which hook is believed, without the address at which it arrives, and what a believed one leads to."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from loket.application.gitlab.connection_row import connection
from loket.application.gitlab.hooks import is_genuine, may_come, take
from loket.integrations.gitlab.hook_signature import TOLERANCE
from loket.integrations.gitlab.standin.hooks import signature
from loket.models.gitlab import GitlabDelivery
from tests.application.gitlab.syncing import changes_wanted, queued
from tests.application.gitlab.worlds import SECRET, URL
from tests.cast import NOW

KEY, OTHER = ("whsec_" + b64encode(letter * 32).decode() for letter in (b"k", b"l"))
BODY = b'{"object_kind": "push"}'


@pytest.fixture(autouse=True)
def signing() -> Iterator[None]:
    """An office whose GitLab signs; the plain secret of before is still written beside it."""
    environment = replace(
        settings.ENVIRONMENT,
        gitlab_url=URL,
        gitlab_token="t",  # noqa: S106 - of nobody
        gitlab_project="a/b",
        gitlab_webhook_token=SECRET,
        gitlab_signing_token=KEY,
    )
    with override_settings(ENVIRONMENT=environment):
        yield


def signed(key: str = KEY, *, late: timedelta = timedelta(0)) -> dict[str, str]:
    at = int((NOW - late).timestamp())
    return {
        "webhook-id": "nomor-1",
        "webhook-timestamp": str(at),
        "webhook-signature": signature(key, "nomor-1", at, BODY),
    }


def test_where_gitlab_signs_a_hook_may_come_for_as_long_as_its_signature_is_fresh() -> None:
    assert may_come(signed(late=TOLERANCE), NOW)
    assert not may_come(signed(late=TOLERANCE + timedelta(seconds=1)), NOW)


def test_where_gitlab_signs_the_secret_of_before_opens_nothing() -> None:
    plain = {"x-gitlab-token": SECRET}

    assert not may_come(plain, NOW)
    assert not is_genuine(plain, BODY)


def test_a_signature_is_of_one_key_and_one_body() -> None:
    assert is_genuine(signed(), BODY)
    assert not is_genuine(signed(OTHER), BODY)
    assert not is_genuine(signed(), BODY + b" ")


@pytest.mark.parametrize("missing", ("gitlab_url", "gitlab_token", "gitlab_project"))
def test_while_the_office_has_no_gitlab_no_secret_lets_a_hook_come(missing: str) -> None:
    plain = {"x-gitlab-token": SECRET}

    with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, gitlab_signing_token=None)):
        assert may_come(plain, NOW)
        none: dict[str, Any] = {missing: None}
        with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, **none)):
            assert not may_come(plain, NOW)
            assert not may_come({"x-gitlab-token": ""}, NOW)


def test_of_a_push_it_is_only_remembered_that_it_came(db: None) -> None:
    assert take(signed() | {"x-gitlab-event": "Push Hook"}, BODY, NOW)

    assert GitlabDelivery.objects.get().event == "Push Hook"
    assert connection().hook_at == NOW
    assert (queued(), changes_wanted()) == ([], 0)


def test_one_that_cannot_be_read_lets_the_changes_be_read_once_however_often_it_comes(db: None) -> None:
    cut = json.dumps({"object_kind": "issue"}).encode()[:-1]

    taken = [take({"webhook-id": key}, cut, NOW) for key in ("a", "a", "b")]

    assert taken == [True, False, True]
    assert (queued(), changes_wanted()) == ([], 1)
