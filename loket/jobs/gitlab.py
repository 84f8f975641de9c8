"""The jobs that talk to GitLab: open the connection, one call, come again when there is more to do."""

from datetime import UTC, datetime

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from loket.application import outbox
from loket.application.gitlab import checking, rounds, switched, warning
from loket.application.gitlab.following import follow
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.connection import connect


@app.task(
    name=outbox.GITLAB, queue=outbox.GITLAB_QUEUE, retry=RetryStrategy(max_attempts=8, exponential_wait=4)
)
def follow_in_gitlab(permintaan_id: int) -> None:
    """Bring the issue of one permintaan up to date; while that is paused the end of the pause compares everything."""
    place = switched.place()
    if place is None or switched.is_paused():
        return
    gitlab = Gitlab(connect(place.url, place.token))
    try:
        later = follow(permintaan_id, gitlab, place.project, datetime.now(UTC))
    finally:
        gitlab.close()
    if later:
        outbox.follow_again(permintaan_id, later)


@app.periodic(cron="50 * * * *", periodic_id="gitlab")
@app.task(name=rounds.TASK, queue=outbox.GITLAB_QUEUE, queueing_lock=rounds.TASK)
def follow_all_open(timestamp: int) -> None:
    """Compare all that is open; what failed is tried again with the next round."""
    rounds.follow_all_open(datetime.now(UTC))


@app.task(name=checking.TASK, queue=outbox.GITLAB_QUEUE, queueing_lock=checking.TASK)
def check_the_connection() -> None:
    """For an admin who did not want to wait for it."""
    if place := switched.place():
        checking.check(place, datetime.now(UTC))


@app.periodic(cron="30 23 * * *", periodic_id="gitlab_watch")
@app.task(name="loket.gitlab_watch", queue=outbox.GITLAB_QUEUE, queueing_lock="loket.gitlab_watch")
def watch_the_connection(timestamp: int) -> None:
    """At 06.30 WIB: an admin who has to act finds it in the morning. A pause stops the question, not the calendar."""
    place, now = switched.place(), datetime.now(UTC)
    if place is None:
        return
    if not switched.is_paused():
        checking.check(place, now)
    warning.warn_admins(now)
