"""Each job by itself: it reads the clock, makes one call, and can be done again."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from procrastinate.contrib.django import app
from procrastinate.contrib.django.procrastinate_app import current_app
from pytest_django import Settings

from loket.application import calendar_change, outbox, uploads
from loket.application.gitlab import checking, rounds, warning
from loket.application.office import kahar
from loket.application.once import Sending, keep
from loket.jobs import tasks
from loket.models.diskusi import Pesan
from loket.models.entry import Entry, Seal
from loket.models.kantor import Kantor
from loket.models.naskah import Naskah
from loket.models.permintaan import Permintaan
from loket.models.token import KeptAnswer
from tests.application.test_tokens import make
from tests.cast import Road

NIGHT = datetime(2026, 3, 2, 18, 5, tzinfo=UTC)
PERIODIC = {
    rounds.TASK,
    rounds.CHECK,
    outbox.GITLAB_CHANGES,
    warning.TASK,
    "loket.seal",
    "loket.examine",
    "loket.sweep",
    "loket.answers",
    "loket.rescue",
    "loket.alarms",
    kahar.TASK,
}
DEFERRED = {outbox.TASK, outbox.GITLAB, outbox.MAKE, outbox.PRINT, checking.TASK, calendar_change.TASK}


@time_machine.travel(NIGHT, tick=False)
def test_a_notice_is_sent_now(road: Road) -> None:
    road.submit()

    tasks.effect("kabari_giliran", Entry.objects.latest("pk").pk)

    assert Pesan.objects.get().sent_at == NIGHT


@time_machine.travel(NIGHT, tick=False)
def test_the_book_is_closed_now(road: Road) -> None:
    tasks.close_the_book(timestamp=0)

    assert Seal.objects.get().sealed_at == NIGHT


@time_machine.travel(NIGHT, tick=False)
def test_the_rows_are_examined_now(road: Road) -> None:
    tasks.examine_the_rows(timestamp=0)

    assert Kantor.objects.get().examined_at == NIGHT


@time_machine.travel(datetime(2026, 3, 2, 3, 0, tzinfo=UTC), tick=False)
def test_the_clock_speaks_now(road: Road) -> None:
    road.submit()

    tasks.tell_what_is_due(timestamp=0)

    assert Entry.objects.latest("pk").kind == "jam.reminded"


def test_the_papers_of_an_entry_are_made_and_printed(road: Road, tmp_path: Path, settings: Settings) -> None:
    settings.FILES_URL = tmp_path.as_uri()
    road.submit()
    letter = Entry.objects.get(subject=road.nomor, seq=1)

    with time_machine.travel(NIGHT, tick=False):
        tasks.make_naskah(letter.pk)
    receipt = Naskah.objects.get()
    tasks.print_naskah(receipt.pk)

    assert (receipt.jenis, receipt.issued_at) == ("tanda_terima", NIGHT)
    assert receipt.naskahfile_set.get().pages == 1


def test_new_due_dates_reach_the_rows(road: Road) -> None:
    due_at = road.submit().due_at
    Permintaan.objects.update(due_at=None)

    tasks.recompute_due_dates()

    assert Permintaan.objects.get().due_at == due_at


def test_keadaan_kahar_reaches_the_rows(road: Road) -> None:
    road.submit()
    decree = kahar.Data(nomor="188/7/2026", alasan="Listrik padam.")
    kahar.declare(decree, actor=road.actor("kadis"), now=road.now)

    with time_machine.travel(NIGHT, tick=False):
        tasks.carry_kahar_through()

    assert Permintaan.objects.get().waiting_reason == "kahar"


def test_only_what_was_left_behind_long_ago_is_swept(tmp_path: Path, settings: Settings) -> None:
    settings.FILES_URL = tmp_path.as_uri()
    arriving = uploads.store().root / "arriving"
    arriving.mkdir()
    old, new = arriving / "old", arriving / "new"
    for path in (old, new):
        path.write_bytes(b"half a letter")

    with time_machine.travel(datetime.now(UTC) + timedelta(hours=23)):
        tasks.sweep_interrupted_uploads(timestamp=0)
    assert sorted(arriving.iterdir()) == [new, old]

    with time_machine.travel(datetime.now(UTC) + timedelta(hours=25)):
        tasks.sweep_interrupted_uploads(timestamp=0)
    assert list(arriving.iterdir()) == []


def test_answers_of_more_than_a_day_ago_are_forgotten(road: Road) -> None:
    token, _ = make(road)
    keep(Sending(token_id=token.pk, key="k", digest="isi"), 200, "{}", road.now)

    tasks.forget_kept_answers(timestamp=0)

    assert not KeptAnswer.objects.exists()


def test_a_job_in_the_hands_of_the_dead_is_handed_back(monkeypatch: pytest.MonkeyPatch) -> None:
    class Manager:
        returned: list[str] = []

        async def get_stalled_jobs(self) -> list[str]:
            return ["one", "two"]

        async def retry_job(self, job: str) -> None:
            self.returned.append(job)

    manager = Manager()
    monkeypatch.setattr(current_app, "job_manager", manager)

    asyncio.run(tasks.rescue_stalled_jobs(timestamp=0))

    assert manager.returned == ["one", "two"]


def test_every_job_that_is_ever_deferred_has_a_task() -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]  # of the library
    tasks_here = {task.name for task in app.tasks.values() if task.name.startswith("loket.")}
    periodic = {one.task.name for one in app.periodic_registry.periodic_tasks.values()}

    assert tasks_here == PERIODIC | DEFERRED
    assert periodic >= PERIODIC
