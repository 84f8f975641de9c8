"""The calendar by the API: shown first, then changed; what has passed is refused."""

from typing import Any

import pytest

from loket.models.kantor import HariLibur, JadwalKerja, Kantor
from loket.models.token import Token
from tests.api.program import Program, code_of
from tests.api.test_sending import errors_of
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.web.office_pages import last_entry

PAGE = "/kantor/kalender"
HOLIDAY = {"day": "2026-03-10", "nama": "Hari jadi", "kind": "lokal"}
HOURS = {"senin": [{"buka": "08:00", "tutup": "12:00"}, {"buka": "13:00", "tutup": "15:00"}]}
SCHEDULE = {"label": "Pekan olahraga", "valid_from": "2026-06-08", "valid_until": "2026-06-12", "jam": HOURS}


def surely(admin: Program, path: str, body: Any) -> Any:
    """Preview, and then with the calendar that it was shown under."""
    version = admin.post(path, body).json()["calendar_version"]
    return admin.post(path, {**body, "calendar_version": version})


def test_a_preview_says_what_moves_and_changes_nothing(at: Any) -> None:
    road: Road = at("analisis", "reviu")
    admin, before = Program(road, "admin"), road.permintaan.due_at
    Token.objects.update(last_used_at=road.now)
    assert before is not None

    with nothing_changes():
        said = admin.post(f"{PAGE}/libur/baru", HOLIDAY).json()

    assert (said["dilakukan"], said["berjalan"], said["bergeser"]) == (False, 1, 1)
    (move,) = said["terdekat"]
    assert (move["nomor"], move["langkah"]) == (road.nomor, "analisis")
    assert move["sesudah"] > move["sebelum"]


def test_a_holiday_is_added_described_and_removed(road: Road) -> None:
    admin = Program(road, "admin")

    assert surely(admin, f"{PAGE}/libur/baru", HOLIDAY).json()["dilakukan"] is True
    holiday = HariLibur.objects.get(day="2026-03-10")
    changed = admin.post(f"{PAGE}/libur/{holiday.pk}/ubah", {"nama": "Hari jadi ke-351", "kind": "lokal"})
    listed = admin.get(PAGE, tahun=2026).json()["libur"]
    removed = surely(admin, f"{PAGE}/libur/{holiday.pk}/hapus", {})

    assert changed.json()["nama"] == "Hari jadi ke-351"
    assert changed.json() in listed
    assert removed.json()["dilakukan"] is True
    assert not HariLibur.objects.filter(day="2026-03-10").exists()
    assert (last_entry().kind, last_entry().source) == ("kalender.holiday_removed", "api")


@pytest.mark.parametrize("version", (0, 999))
def test_what_was_shown_under_another_calendar_is_shown_again_first(road: Road, version: int) -> None:
    answer = Program(road, "admin").post(f"{PAGE}/libur/baru", {**HOLIDAY, "calendar_version": version})

    assert errors_of(answer).keys() == {"calendar_version"}
    assert not HariLibur.objects.filter(day="2026-03-10").exists()


def test_a_day_that_has_passed_is_refused_in_the_preview_already(road: Road) -> None:
    admin = Program(road, "admin")
    bad = {"day": "2026-02-03", "nama": "", "kind": "lokal"}

    assert errors_of(admin.post(f"{PAGE}/libur/baru", bad)).keys() == {"day", "nama"}


def test_hours_of_a_period_are_added_listed_as_they_were_sent_and_ended(road: Road) -> None:
    admin = Program(road, "admin")

    assert surely(admin, f"{PAGE}/jadwal/baru", SCHEDULE).json()["dilakukan"] is True
    schedule = JadwalKerja.objects.get(label="Pekan olahraga")
    listed = {row["id"]: row for row in admin.get(PAGE).json()["jadwal"]}
    ended = surely(admin, f"{PAGE}/jadwal/{schedule.pk}/akhiri", {})

    assert listed[schedule.pk] == {"id": schedule.pk, **SCHEDULE}
    assert ended.json()["dilakukan"] is True
    assert not JadwalKerja.objects.filter(pk=schedule.pk).exists()


def test_hours_that_overlap_or_are_none_are_refused(road: Road) -> None:
    admin = Program(road, "admin")
    overlapping = [{"buka": "08:00", "tutup": "12:00"}, {"buka": "11:00", "tutup": "15:00"}]

    refused = admin.post(f"{PAGE}/jadwal/baru", {**SCHEDULE, "label": "", "jam": {"jumat": overlapping}})

    assert errors_of(refused).keys() == {"label", "jam.jumat"}
    for span in ({"buka": "8", "tutup": "12:00"}, {"buka": "24:00", "tutup": "12:00"}):
        answer = admin.post(f"{PAGE}/jadwal/baru", {**SCHEDULE, "jam": {"senin": [span]}})
        assert errors_of(answer).keys() == {"jam.senin.0.buka"}


def test_a_year_is_complete_once_its_holidays_are_there(road: Road) -> None:
    admin = Program(road, "admin")
    year = Kantor.objects.get().calendar_until.year + 1
    path, body = f"{PAGE}/tahun/{year}/lengkap", {"decree": "SKB 3 Menteri"}
    HariLibur.objects.filter(day__year=year).delete()

    assert errors_of(admin.post(path, body)).keys() == {"year"}
    HariLibur.objects.create(day=f"{year}-01-01", nama="Tahun baru", kind="libur_nasional")
    assert surely(admin, path, body).json()["dilakukan"] is True
    assert Kantor.objects.get().calendar_until.year == year


def test_what_is_not_there_is_not_found(road: Road) -> None:
    admin = Program(road, "admin")

    for path in ("libur/999999/hapus", "jadwal/999999/akhiri"):
        assert code_of(admin.post(f"{PAGE}/{path}", {})) == (404, "not_found")
    answer = admin.post(f"{PAGE}/libur/999999/ubah", {"nama": "x", "kind": "lokal"})
    assert code_of(answer) == (404, "not_found")


def test_the_calendar_asks_the_same_of_one_holiday_and_of_three(road: Road) -> None:
    admin = Program(road, "admin")
    HariLibur.objects.create(day="2040-01-01", nama="Satu", kind="lokal")
    with_one = admin.queries(f"{PAGE}?tahun=2040")
    for day in ("2040-01-02", "2040-01-03"):
        HariLibur.objects.create(day=day, nama="Lagi", kind="lokal")

    assert admin.queries(f"{PAGE}?tahun=2040") == with_one
