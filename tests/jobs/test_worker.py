"""The worker does what the acts have left, again after a failure, and again after a worker that was killed."""

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from loket.application import outbox
from loket.models.diskusi import Pesan
from loket.models.entry import Seal
from loket.models.user import User
from tests.cast import Road

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")
QUEUES = [outbox.QUEUE, "nightly", "rescue"]


def work() -> None:
    """Do every job that is due, as `loket worker` does, and stop. The clock of the machine has nothing to say here."""
    with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]  # Django's connector
        app.run_worker(queues=QUEUES, wait=False, install_signal_handlers=False, listen_notify=False)


def states(task: str = outbox.TASK) -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT status::text, attempts FROM procrastinate_jobs WHERE task_name = %s ORDER BY id", [task]
        )
        return list(cursor.fetchall())


def test_the_worker_tells_those_whom_an_act_concerns_and_seals_the_book(own_office: dict[str, User]) -> None:
    road = Road(own_office)
    road.submit()
    road.step("diteruskan")
    app.configure_task("loket.seal", queue="nightly").defer(timestamp=0)

    work()

    assert set(states()) == {("succeeded", 1)}
    assert set(Pesan.objects.values_list("user__username", "is_my_turn")) == {
        ("kabid", True),
        ("opd", False),
    }
    assert Seal.objects.count() == 1


def test_a_job_that_fails_is_tried_again_later(own_office: dict[str, User]) -> None:
    app.configure_task(outbox.TASK, queue=outbox.QUEUE).defer(effect="kabari_giliran", entry_id=0)

    work()

    assert states() == [("todo", 1)]
    assert _waits_for_the_future()


def _waits_for_the_future() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT scheduled_at > now() FROM procrastinate_jobs WHERE task_name = %s", [outbox.TASK]
        )
        return bool(cursor.fetchone()[0])


def test_what_a_killed_worker_had_in_hand_is_done_by_the_next(own_office: dict[str, User]) -> None:
    Road(own_office).submit()
    _die_with_every_job_in_hand()
    app.configure_task("loket.rescue", queue="rescue").defer(timestamp=0)
    assert states() == [("doing", 0)]

    work()
    work()

    assert [state for state, _ in states()] == ["succeeded"]
    assert Pesan.objects.get().user == own_office["kadis"]


def _die_with_every_job_in_hand() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [cursor.fetchone()[0]]
        )
