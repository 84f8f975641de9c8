from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from loket.cli.demo.walk import office_calendar
from loket.core.zone import ZONE
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.rapat import Rapat
from loket.queries.inbox import tasks
from loket.web.components.badges import DueLabel
from loket.web.work.deadlines import NO_LIMIT, deadline_of, due_of, short_label
from tests.cast import Road
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

At = Callable[..., Road]
MONDAY = datetime(2026, 3, 30, 10, tzinfo=ZONE)
"""In ordinary hours, 7.30 to 16.00."""


@pytest.mark.parametrize(
    ("due", "label"),
    (
        ("2026-03-30T09:00", DueLabel("gawat", "Lewat 1 jam", "Hari ini, 09.00")),
        ("2026-03-27T16:30", DueLabel("gawat", "Lewat 2 jam 30 menit", "Jumat, 27 Mar, 16.30")),
        ("2026-03-25T16:00", DueLabel("gawat", "Lewat 3 hari kerja", "Rabu, 25 Mar, 16.00")),
        ("2026-03-30T10:45", DueLabel("segera", "45 menit lagi", "Hari ini, 10.45")),
        ("2026-03-30T16:00", DueLabel("aman", "5 jam lagi", "Hari ini, 16.00")),
        ("2026-04-01T16:00", DueLabel("aman", "2 hari kerja lagi", "Rabu, 1 Apr, 16.00")),
    ),
)
@pytest.mark.usefixtures("office")
def test_how_long_there_is_counts_working_time_and_names_the_moment(due: str, label: DueLabel) -> None:
    due_at = datetime.fromisoformat(due).replace(tzinfo=ZONE)

    assert short_label(due_at, office_calendar(), MONDAY) == label


@pytest.mark.usefixtures("office")
def test_late_outside_working_hours_is_late_without_a_length() -> None:
    closing = datetime(2026, 3, 30, 16, tzinfo=ZONE)

    assert short_label(closing, office_calendar(), closing + timedelta(hours=2)) == DueLabel(
        "gawat", "Lewat batas", "Hari ini, 16.00"
    )


@pytest.mark.usefixtures("office")
def test_beyond_the_calendar_only_the_moment_is_named() -> None:
    due_at = datetime(2031, 1, 6, 16, tzinfo=ZONE)

    assert short_label(due_at, office_calendar(), MONDAY) == DueLabel("aman", "Senin, 6 Jan 2031, 16.00")


def label_for(road: Road, username: str) -> DueLabel:
    (task,) = tasks(road.actor(username), road.now)
    return due_of(task, office_calendar(), road.now)


def test_a_letter_has_no_date_of_its_own_until_it_holds_up_the_analysis(at: At) -> None:
    road = at("rapat_teknis")
    before = label_for(road, "tu")
    road.walk_to("analisis", "susun")

    assert before == DueLabel("aman", "Sebelum analisis", "Surat asli belum diterima")
    assert label_for(road, "tu").text == "Menahan analisis"
    assert label_for(road, "analis") == DueLabel("tunggu", "Menunggu surat asli", "Dari OPD")


def test_a_meeting_of_another_day_says_when_it_begins(at: At) -> None:
    road = at("rapat_teknis")
    start = Rapat.objects.get().planned_start
    road.now = start - timedelta(days=1)

    assert label_for(road, road.performer()).detail == "Mulai Rabu, 4 Mar, 09.00"


def test_a_task_without_a_date_says_so(road: Road) -> None:
    road.submit()
    road.step(outcome="dikembalikan")
    (task,) = tasks(road.actor("opd"), road.now)

    assert (due_of(task, office_calendar(), road.now).text, deadline_of(task)) == (NO_LIMIT, NO_LIMIT)


def flow_of(road: Road) -> str:
    return text_of(Reader(road, "kasi").get(f"/permintaan/{road.nomor}")).partition("Alur SOP")[2]


@pytest.mark.parametrize(
    ("days", "colour", "words"),
    (
        (15, "green", "15 hari kerja Menunggu"),
        (16, "yellow", "16 hari kerja (+1 hari kerja) Menunggu"),
        (20, "red", "20 hari kerja Lewat 5 hari kerja Menunggu"),
    ),
)
def test_a_step_of_days_is_measured_in_days(at: At, days: int, colour: str, words: str) -> None:
    road = at("desain", "susun")
    begun = Pengerjaan.objects.get(step="analisis").started_at
    assert begun is not None
    done = office_calendar().add_days(begun, days)
    Pengerjaan.objects.filter(step="analisis").update(done_at=done, colour=colour)

    assert words in flow_of(road)


def test_a_step_of_agreed_time_says_until_when_and_that_it_was_passed(at: At) -> None:
    road = at("serah_terima", "siapkan")
    run = Pengerjaan.objects.get(step="implementasi")
    Pengerjaan.objects.filter(pk=run.pk).update(colour="red")

    words = flow_of(road)

    assert "Sesuai kesepakatan Sampai " in words
    assert "Lewat tanggal yang disepakati" in words


def test_a_step_in_hand_counts_on_while_it_runs(at: At) -> None:
    road = at("desain", "susun")
    Reader(road, road.performer()).post(f"/permintaan/{road.nomor}/desain/mulai", bagian="susun")
    road.now = office_calendar().add_days(road.now, 12)
    Permintaan.objects.update(due_at=office_calendar().add_days(road.now - timedelta(days=14), 5))

    words = flow_of(road)

    assert "Berjalan 12 hari kerja" in words
    assert "Lewat " in words


def test_of_others_work_the_hours_say_enough(at: At) -> None:
    road = at("analisis", "setujui")
    road.now = office_calendar().add_minutes(road.now, 155)

    assert label_for(road, "kasi") == DueLabel("tunggu", "Menunggu 2 jam", "OPD sejak 4 Mar")
