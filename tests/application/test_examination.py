"""Each night the rows are compared with what the record alone tells, and every difference is said."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from loket.application import examination
from loket.application.calendar_change import ask_for_new_due_dates
from loket.application.calendars import calendars_of_the_record
from loket.application.examination import Examination, examine
from loket.application.office.calendar import HolidayData, add_holiday, remove_holiday
from loket.application.seal import close_the_book
from loket.models.entry import Entry
from loket.models.kantor import HariLibur, Kantor, calendar_of
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from tests.cast import Road
from tests.cli.tampering import tamper

At = Callable[..., Road]


@pytest.fixture(autouse=True)
def _calendars_of_this_test_only() -> Iterator[None]:
    """Versions are kept by number, and the rollback gives the numbers out again."""
    calendar_of.cache_clear()
    yield
    calendar_of.cache_clear()


@pytest.fixture
def walked(road: Road) -> Road:
    """Past two pauses, at the review of the specification."""
    road.submit()
    road.step("dikembalikan")
    road.resend()
    road.walk_to("analisis", "susun")
    road.pause()
    road.later(days=3)
    road.resume()
    road.walk_to("analisis", "reviu")
    road.pause(alasan="kementerian")
    return road


def found(road: Road) -> list[str]:
    """What an examination says of the permintaan of this road, without its number."""
    differences = list(Examination().differences(Permintaan.objects.values_list("pk", flat=True)))
    assert {one.nomor for one in differences} <= {road.nomor}
    return [one.what for one in differences]


def first_run() -> Any:
    return Pengerjaan.objects.filter(step="penunjukan")


def test_what_went_down_the_road_is_what_the_record_tells(walked: Road) -> None:
    assert found(walked) == []


@pytest.mark.parametrize("end", ("selesai", ""))
def test_what_has_ended_is_too(road: Road, end: str) -> None:
    road.submit()
    if end:
        road.walk_to(end)
    else:
        road.withdraw()

    assert found(road) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    (
        ({"status": "berjalan"}, "status berjalan, menurut catatan menunggu"),
        ({"at_bagian": "susun"}, "bagian susun, menurut catatan reviu"),
        ({"sesi": 4}, "sesi rapat 4, menurut catatan 1"),
        ({"waiting_reason": ""}, "alasan menunggu kosong, menurut catatan kementerian"),
        ({"alarm_at": datetime(2026, 4, 1, tzinfo=UTC)}, "pengingat berikutnya 2026-04-01T"),
        ({"told": {"lewat": ""}}, "pengingat yang disampaikan 1 kali, menurut catatan 0 kali"),
        ({"letter_since": None}, "awal menunggu surat asli kosong, menurut catatan 2026-03-02T"),
        ({"missed": 2}, "ketidakhadiran OPD 2, menurut catatan 0"),
        ({"scope": "disetujui"}, "perubahan ruang lingkup disetujui, menurut catatan kosong"),
        ({"proposed": "usul_tangguhkan"}, "usulan Loket usul_tangguhkan, menurut catatan kosong"),
        ({"declined_at": datetime(2026, 4, 1, tzinfo=UTC)}, "waktu usulan ditolak 2026-04-01T"),
        ({"due_at": datetime(2026, 4, 1, tzinfo=UTC)}, "batas 2026-04-01T00:00:00.000000+00:00, menurut"),
    ),
)
def test_a_changed_state_is_found(walked: Road, changed: dict[str, Any], said: str) -> None:
    Permintaan.objects.update(**changed)

    (what,) = found(walked)
    assert what.startswith(said)


@pytest.mark.parametrize(
    ("changed", "said"),
    (
        ({"worked": 7}, "pengerjaan penunjukan ke-1, detik pengerjaan 7, menurut catatan 300"),
        ({"waited": 9}, "pengerjaan penunjukan ke-1, detik menunggu 9, menurut catatan 60"),
        ({"with_opd": 5}, "pengerjaan penunjukan ke-1, detik di OPD 5, menurut catatan 0"),
        (
            {"pauses": [{"since": "2026-03-02T09:00+07:00", "reason": "opd", "until": "", "cause": ""}]},
            "pengerjaan penunjukan ke-1, jeda 1 kali, menurut catatan 0 kali",
        ),
        ({"colour": "red"}, "pengerjaan penunjukan ke-1, penilaian red, menurut catatan green"),
    ),
)
def test_a_changed_measurement_is_found(walked: Road, changed: dict[str, Any], said: str) -> None:
    first_run().update(**changed)

    assert found(walked) == [said]


def test_a_run_that_is_gone_and_one_that_never_was_are_found(walked: Road) -> None:
    first_run().update(attempt=2)

    assert found(walked) == [
        "pengerjaan penunjukan ke-1 hilang",
        "pengerjaan penunjukan ke-2 tidak ada dalam catatan",
    ]


def test_a_record_that_cannot_be_followed_is_found(walked: Road) -> None:
    tamper("UPDATE loket_entry SET outcome = 'x' WHERE subject = %s AND seq = 3", walked.nomor)

    assert found(walked) == ["catatannya tidak dapat diikuti"]


def test_a_day_that_became_a_holiday_on_that_day_leaves_what_was_measured_before(road: Road) -> None:
    road.submit()
    road.step()
    road.step()
    admin = road.actor("admin")
    road.later(minutes=1)
    today = HolidayData(day=road.now.date(), nama="Duka daerah", kind="lokal")
    holiday = add_holiday(today, actor=admin, now=road.now)
    assert calendars_of_the_record().at(road.now - timedelta(minutes=1)).is_working_day(road.now.date())
    assert not calendars_of_the_record().at(road.now).is_working_day(road.now.date())
    assert found(road) == []

    road.later(minutes=5)
    remove_holiday(holiday, actor=admin, now=road.now)
    calendars = calendars_of_the_record()
    assert len(calendars.calendars) == 3
    assert not calendars.at(road.now - timedelta(minutes=1)).is_working_day(road.now.date())
    assert calendars.at(road.now).is_working_day(road.now.date())

    assert found(road) == []


def test_a_day_ahead_needs_no_calendar_of_its_own(road: Road) -> None:
    ahead = HolidayData(day=date(2026, 6, 9), nama="Libur", kind="lokal")
    add_holiday(ahead, actor=road.actor("admin"), now=road.now)

    assert len(calendars_of_the_record().calendars) == 1


def test_limits_that_are_being_moved_are_not_compared(road: Road) -> None:
    road.submit()
    Permintaan.objects.update(due_at=road.now)
    assert len(found(road)) == 1

    ask_for_new_due_dates()

    assert found(road) == []


def test_a_night_without_a_difference_leaves_no_entry(walked: Road) -> None:
    before = Entry.objects.count()

    assert examine(walked.now) == 0

    assert Kantor.objects.get().examined_at == walked.now
    assert Entry.objects.count() == before


def test_a_difference_is_an_entry_in_the_offices_record(
    walked: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examination, "KEPT", 1)
    first_run().update(worked=7, waited=9)

    assert examine(walked.now) == 2

    entry = Entry.objects.filter(subject="kantor").latest("seq")
    assert (entry.kind, entry.actor_id) == ("pemeriksaan.differed", None)
    assert entry.particulars == {
        "examined": 1,
        "found": 2,
        "differences": [
            {
                "nomor": walked.nomor,
                "what": "pengerjaan penunjukan ke-1, detik menunggu 9, menurut catatan 60",
            }
        ],
    }


def test_what_has_ended_is_examined_once(road: Road) -> None:
    road.submit()
    road.withdraw()
    close_the_book(road.now)
    first = Pengerjaan.objects.filter(step="surat")
    first.update(waited=9)
    assert examine(road.now) == 1

    road.later(days=1)
    assert examine(road.now) == 0

    road.later(days=1)
    road.submit()
    road.withdraw()
    close_the_book(road.now)
    first.update(waited=9)
    assert examine(road.now + timedelta(minutes=15)) == 1


def test_as_many_queries_for_one_as_for_three_and_batches_reach_the_last(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    road.submit()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert not list(Examination().differences(Permintaan.objects.values_list("pk", flat=True)))
        return len(captured)

    one = queries()
    road.submit()
    road.submit()
    assert queries() == one

    monkeypatch.setattr(examination, "AT_ONCE", 1)
    Permintaan.objects.filter(nomor=road.nomor).update(sesi=4)
    assert found(road) == ["sesi rapat 4, menurut catatan 0"]


def test_a_holiday_that_is_gone_already_needs_not_be_taken_back(road: Road) -> None:
    today = HolidayData(day=road.now.date(), nama="Duka daerah", kind="lokal")
    add_holiday(today, actor=road.actor("admin"), now=road.now)
    HariLibur.objects.filter(day=road.now.date()).delete()

    assert calendars_of_the_record().at(road.now - timedelta(1)).is_working_day(road.now.date())
