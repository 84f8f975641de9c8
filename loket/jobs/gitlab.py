"""The jobs that talk to GitLab: one call, and come again when there is more to do."""

from contextlib import suppress
from datetime import UTC, datetime
from functools import cache

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job
from procrastinate.retry import RetryDecision

from loket.application import outbox
from loket.application.gitlab import changes, checking, hooks, labelling, rounds, switched, warning
from loket.application.gitlab.connection_row import is_paused
from loket.application.gitlab.following import follow
from loket.application.gitlab.talking import talk
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.connection import connect
from loket.integrations.gitlab.problems import GitlabProblem


class _Later(RetryStrategy):
    """What has failed waits behind all that comes meanwhile for the same permintaan."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        decision = super().get_retry_decision(exception=exception, job=job)
        if decision:
            decision.priority = outbox.MUCH_LATER
        return decision


def _in_use() -> switched.Place | None:
    """None without a GitLab, or while an admin has paused it."""
    return None if is_paused() else switched.place()


@cache
def _gitlab_at(place: switched.Place) -> Gitlab:
    """One for all jobs: no connection of it stays open between them, and the account of a token stays the same."""
    return Gitlab(connect(place.url, place.token))


@app.task(name=outbox.GITLAB, queue=outbox.GITLAB_QUEUE, retry=_Later(max_attempts=8, exponential_wait=4))
def follow_in_gitlab(permintaan_id: int) -> None:
    """Bring the issue of one permintaan up to date, and what is said about it."""
    place = _in_use()
    if place is None:
        return
    gitlab = _gitlab_at(place)
    followed = follow(permintaan_id, gitlab, place.project, datetime.now(UTC))
    talked = talk(permintaan_id, gitlab, datetime.now(UTC))
    for moment in filter(None, (followed, talked)):
        outbox.follow_again(permintaan_id, moment, datetime.now(UTC))


@app.periodic(cron="*/15 * * * *", periodic_id="gitlab_changes")
@app.task(
    name=outbox.GITLAB_CHANGES,
    queue=outbox.GITLAB_QUEUE,
    queueing_lock=outbox.GITLAB_CHANGES,
    lock=outbox.GITLAB_CHANGES,
)
def read_changes(timestamp: int) -> None:
    """What no hook has told of. While GitLab does not answer, the next round asks for all that has changed since."""
    if place := _in_use():
        with suppress(GitlabProblem):
            changes.read_changes(_gitlab_at(place), place.project, datetime.now(UTC))


@app.periodic(cron="50 * * * *", periodic_id="gitlab")
@app.task(name=rounds.TASK, queue=outbox.GITLAB_QUEUE, queueing_lock=rounds.TASK)
def follow_all_open(timestamp: int) -> None:
    """Compare all that is open; what failed is tried again with the next round. Labels come before their issues."""
    now = datetime.now(UTC)
    if place := _in_use():
        with suppress(GitlabProblem):
            labelling.make_labels(_gitlab_at(place), place.project, now)
    rounds.follow_all_open(now)


@app.task(name=checking.TASK, queue=outbox.GITLAB_QUEUE, queueing_lock=checking.TASK)
def check_the_connection() -> None:
    """For an admin who did not want to wait for it."""
    if place := switched.place():
        checking.check(place, datetime.now(UTC))


@app.periodic(cron="30 23 * * *", periodic_id="gitlab_watch")
@app.task(name=warning.TASK, queue=outbox.GITLAB_QUEUE, queueing_lock=warning.TASK)
def watch_the_connection(timestamp: int) -> None:
    """At 06.30 WIB: an admin who has to act finds it in the morning. A pause stops the question, not the calendar."""
    place, now = switched.place(), datetime.now(UTC)
    if place is None:
        return
    if not is_paused():
        checking.check(place, now)
    warning.warn_admins(now)


@app.periodic(cron="25 19 * * *", periodic_id="gitlab_check")
@app.task(name=rounds.CHECK, queue=outbox.GITLAB_QUEUE, queueing_lock=rounds.CHECK)
def check_all(timestamp: int) -> None:
    """Each night also what was closed lately; and hooks that nobody sends again are forgotten."""
    now = datetime.now(UTC)
    rounds.check_all(now)
    hooks.forget_deliveries(now)


def compare_at_start() -> None:
    """Where a GitLab has just been set, or was missed for a while, nobody waits for the next round or the next test."""
    if _in_use():
        checking.check_later()
        waiting = app.configure_task(rounds.TASK, queue=outbox.GITLAB_QUEUE, queueing_lock=rounds.TASK)
        with suppress(AlreadyEnqueued), transaction.atomic():
            waiting.defer(timestamp=int(datetime.now(UTC).timestamp()))
