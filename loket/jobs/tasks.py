"""Jobs: fetch by id, one call, retry. They read the clock; nothing below them does."""

from datetime import UTC, datetime, timedelta

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from loket.application import (
    alarm_sweep,
    calendar_change,
    examination,
    kahar_round,
    notices,
    once,
    outbox,
    seal,
    uploads,
)
from loket.application.naskah import making, printing
from loket.application.office import kahar

PASSING = RetryStrategy(max_attempts=8, exponential_wait=4)
NIGHTLY = "5 18 * * *"
"""01.05 WIB; procrastinate reckons in UTC."""


@app.task(name=outbox.TASK, queue=outbox.QUEUE, retry=PASSING)
def effect(effect: str, entry_id: int) -> None:
    notices.tell(effect, entry_id, datetime.now(UTC))


@app.task(name=outbox.MAKE, queue=outbox.QUEUE, retry=PASSING)
def make_naskah(entry_id: int) -> None:
    making.make_from(entry_id, datetime.now(UTC))


@app.task(name=outbox.PRINT, queue=outbox.QUEUE, retry=PASSING)
def print_naskah(naskah_id: int) -> None:
    printing.print_naskah(naskah_id)


@app.task(name=calendar_change.TASK, queue=outbox.QUEUE, retry=PASSING, queueing_lock=calendar_change.TASK)
def recompute_due_dates() -> None:
    calendar_change.recompute_due_dates(datetime.now(UTC))


@app.periodic(cron="*/5 * * * *", periodic_id="kahar")
@app.task(name=kahar.TASK, queue=outbox.QUEUE, retry=PASSING)
def carry_kahar_through(timestamp: int = 0) -> None:
    """At once when it is declared, and again and again: what came in meanwhile is paused as well."""
    kahar_round.carry_through(datetime.now(UTC))


@app.periodic(cron="*/5 * * * *", periodic_id="alarms")
@app.task(name="loket.alarms", queue="alarms", queueing_lock="loket.alarms")
def tell_what_is_due(timestamp: int) -> None:
    """Remind, escalate and propose, in working time only. What failed is tried again with the next sweep."""
    alarm_sweep.sweep(datetime.now(UTC))


@app.periodic(cron=NIGHTLY, periodic_id="seal")
@app.task(name="loket.seal", queue="nightly", retry=PASSING)
def close_the_book(timestamp: int) -> None:
    seal.close_the_book(datetime.now(UTC))


@app.periodic(cron="20 18 * * *", periodic_id="examine")
@app.task(name="loket.examine", queue="nightly", retry=PASSING)
def examine_the_rows(timestamp: int) -> None:
    """After the seal, which tells what has changed since the last time."""
    examination.examine(datetime.now(UTC))


@app.periodic(cron="35 18 * * *", periodic_id="sweep")
@app.task(name="loket.sweep", queue="nightly", retry=PASSING)
def sweep_interrupted_uploads(timestamp: int) -> None:
    """Remove what uploads that never ended have left in the store."""
    uploads.store().sweep(datetime.now(UTC) - timedelta(days=1))


@app.periodic(cron="50 18 * * *", periodic_id="answers")
@app.task(name="loket.answers", queue="nightly", retry=PASSING)
def forget_kept_answers(timestamp: int) -> None:
    """What was answered to a key more than a day ago."""
    once.forget_answers(datetime.now(UTC))


@app.periodic(cron="*/5 * * * *", periodic_id="rescue")
@app.task(name="loket.rescue", queue="rescue", pass_context=False)
async def rescue_stalled_jobs(timestamp: int) -> None:
    """A worker that was killed leaves its job marked as running; hand it back."""
    manager = app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)
