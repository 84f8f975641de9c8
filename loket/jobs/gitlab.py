"""The jobs that talk to GitLab: open the connection, one call, come again when there is more to do."""

from contextlib import suppress
from datetime import UTC, datetime

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from loket.application import outbox
from loket.application.gitlab import rounds, switched
from loket.application.gitlab.following import follow
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.connection import connect


@app.task(
    name=outbox.GITLAB, queue=outbox.GITLAB_QUEUE, retry=RetryStrategy(max_attempts=8, exponential_wait=4)
)
def follow_in_gitlab(permintaan_id: int) -> None:
    """Bring the issue of one permintaan up to date; without a GitLab there is none."""
    place = switched.place()
    if place is None:
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


def compare_at_start() -> None:
    """Where a GitLab has just been set, or was missed for a while, nobody waits for the next round."""
    if switched.place():
        waiting = app.configure_task(rounds.TASK, queue=outbox.GITLAB_QUEUE, queueing_lock=rounds.TASK)
        with suppress(AlreadyEnqueued), transaction.atomic():
            waiting.defer(timestamp=int(datetime.now(UTC).timestamp()))
