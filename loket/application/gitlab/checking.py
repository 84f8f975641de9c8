"""Ask GitLab how the connection is, and keep what it said; a failure erases nothing that was known."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Thread
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from loket.application.gitlab.connection_row import connection
from loket.application.gitlab.switched import Place
from loket.application.outbox import GITLAB_QUEUE
from loket.integrations.gitlab.examining import Examined, examine
from loket.integrations.gitlab.problems import Slow
from loket.integrations.gitlab.rights import Rights
from loket.models.gitlab import GitlabConnection

TASK = "loket.gitlab_test"
AT_ONCE = 4.0
"""Seconds that a page waits for all of it; a name server that does not answer is in nobody's time-out."""
BRIEF, PATIENT = 1.5, 15.0
"""Seconds for one question: of a person who waits, and of a job."""
_HEARD = (
    *("checked_at", "problem", "failing_since", "version", "project_name", "project_url", "rights"),
    *("token_expires_on", "token_warned_days"),
)


def check_at_once(place: Place, now: datetime) -> bool:
    """Whether GitLab has answered while a person waits; if not, a job asks again and has more time."""
    found = _within(AT_ONCE, lambda: examine(place.url, place.token, place.project, seconds=BRIEF))
    if found is None or isinstance(found.problem, Slow):
        check_later()
        return False
    keep(found, now)
    return True


def check_later() -> None:
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(TASK, queue=GITLAB_QUEUE, queueing_lock=TASK).defer()


def check(place: Place, now: datetime) -> None:
    keep(examine(place.url, place.token, place.project, seconds=PATIENT), now)


def keep(found: Examined, now: datetime) -> None:
    connection()
    with transaction.atomic():
        row = GitlabConnection.objects.select_for_update().get()
        _keep_token(row, found)
        if found.project:
            row.project_name = (found.project.name or found.project.path)[:250]
            row.project_url = found.project.web_url[:500]
        row.version = found.version[:40] or row.version
        row.rights = {**row.rights, **_rights_of(found)}
        row.problem, row.checked_at = found.problem.code if found.problem else "", now
        rights = rights_of(row)
        fails = bool(row.problem or (rights and rights.lacks()))
        row.failing_since = (row.failing_since or now) if fails else None
        row.save(update_fields=_HEARD)


def rights_of(row: GitlabConnection) -> Rights | None:
    """What our account may do, as far as a test has ever been told."""
    said = row.rights
    if "access_level" not in said:
        return None
    scopes = said.get("scopes")
    return Rights(
        access_level=said["access_level"],
        is_archived=said["is_archived"],
        has_issues=said["has_issues"],
        scopes=None if scopes is None else tuple(scopes),
        is_active=said.get("is_active", True),
    )


def _rights_of(found: Examined) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if found.account:
        said["username"] = found.account.username[:250]
    if found.token:
        said |= {"scopes": list(found.token.scopes), "is_active": found.token.is_active}
    if found.project:
        project = found.project
        said |= {
            "access_level": project.access_level,
            "is_archived": project.is_archived,
            "has_issues": project.has_issues,
        }
    return said


def _keep_token(row: GitlabConnection, found: Examined) -> None:
    """Another end is another token, or the same one renewed; its warnings begin anew."""
    if found.token is None:
        return
    until = found.token.expires_on
    if until != row.token_expires_on or until is None:
        row.token_expires_on, row.token_warned_days = until, None


def _within(seconds: float, ask: Callable[[], Examined]) -> Examined | None:
    """Its answer, or None when the time is over; what is still under way then ends by its own time-outs."""
    answers: list[Examined] = []
    thread = Thread(target=lambda: answers.append(ask()), daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else None
