"""The jobs that talk to GitLab: open the connection, one call, come again when there is more to do."""

from datetime import UTC, datetime

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from loket.application import outbox
from loket.application.gitlab import rounds, switched
from loket.application.gitlab.following import follow
from loket.application.gitlab.talking import talk
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.connection import connect


@app.task(
    name=outbox.GITLAB, queue=outbox.GITLAB_QUEUE, retry=RetryStrategy(max_attempts=8, exponential_wait=4)
)
def follow_in_gitlab(permintaan_id: int) -> None:
    """Bring the issue of one permintaan up to date, and what is said about it; without a GitLab there is none."""
    place = switched.place()
    if place is None:
        return
    gitlab = Gitlab(connect(place.url, place.token))
    try:
        followed = follow(permintaan_id, gitlab, place.project, datetime.now(UTC))
        talked = talk(permintaan_id, gitlab, datetime.now(UTC))
    finally:
        gitlab.close()
    if wanted := [moment for moment in (followed, talked) if moment]:
        outbox.follow_again(permintaan_id, min(wanted))


@app.periodic(cron="50 * * * *", periodic_id="gitlab")
@app.task(name=rounds.TASK, queue=outbox.GITLAB_QUEUE, queueing_lock=rounds.TASK)
def follow_all_open(timestamp: int) -> None:
    """Compare all that is open; what failed is tried again with the next round."""
    rounds.follow_all_open(datetime.now(UTC))
