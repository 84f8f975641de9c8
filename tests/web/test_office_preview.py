"""A change of the calendar first shows what it moves, and nothing is kept until it is confirmed."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from loket.application.calendar_change import recompute_due_dates
from loket.models.kantor import HariLibur, JadwalKerja, Kantor, calendar_of
from loket.sop.definition import shipped
from loket.web import formats
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.web.office_pages import admin, confirm, main_form, send
from tests.web.reading_forms import forms_on
from tests.web.step_desk import text_of

PAGE, STEP = "/kantor/kalender", shipped().step("analisis").nama
HOLIDAY, SCHEDULE = f"{PAGE}/libur/baru", f"{PAGE}/jadwal/baru"


@pytest.fixture(autouse=True)
def _calendars_of_this_test_only() -> Iterator[None]:
    """Versions are kept by number, and the rollback gives the numbers out again."""
    calendar_of.cache_clear()
    yield
    calendar_of.cache_clear()


@pytest.fixture
def analysed(road: Road) -> Road:
    """Its specification is due fifteen working days later; another permintaan is due within minutes."""
    road.submit()
    road.walk_to("analisis", "reviu")
    return road


def due(road: Road) -> str:
    moment = road.permintaan.due_at
    assert moment is not None
    return formats.full_datetime(moment.astimezone(road.now.tzinfo))


def local_holiday(road: Road, day: str = "10/03/2026") -> str:
    return text_of(send(admin(road), HOLIDAY, day=day, nama="Hari jadi", kind="lokal"))


def test_a_holiday_shows_every_limit_that_it_moves(analysed: Road) -> None:
    reader, typed = admin(analysed), {"day": "10/03/2026", "nama": "Hari jadi", "kind": "lokal"}
    before = due(analysed)

    with nothing_changes():
        preview = send(reader, HOLIDAY, **typed)

    words = text_of(preview)
    assert "Batas 1 dari 1 permintaan yang berjalan akan bergeser" in words
    assert f"{analysed.nomor} 7, {STEP} {before}" in words
    assert "Selasa, 10 Maret 2026" in words

    confirm(reader, HOLIDAY, preview)
    recompute_due_dates(analysed.now)

    assert due(analysed) != before
    assert f"{before} {due(analysed)}" in words


def test_nothing_of_a_request_but_its_number_step_and_limits_is_shown(analysed: Road) -> None:
    words = local_holiday(analysed)

    assert "Antrean Daring" not in words
    assert analysed.permintaan.opd.nama not in words
    assert f"/permintaan/{analysed.nomor}" not in words


def test_where_nothing_moves_it_is_said_so(analysed: Road) -> None:
    assert "Tidak ada batas yang berubah 1 permintaan yang berjalan sudah diperiksa." in local_holiday(
        analysed, "15/10/2026"
    )


def test_hours_show_what_they_move(analysed: Road) -> None:
    typed = {"label": "Jam singkat", "valid_from": "01/04/2026", "valid_until": "10/04/2026"}
    hours = {"hari_2": "", "hari_3": "", "hari_4": ""}

    words = text_of(send(admin(analysed), SCHEDULE, **typed, **hours))

    assert "akan bergeser" in words
    assert "Rabu, 1 April 2026 sampai Jumat, 10 April 2026" in words
    assert "Rabu-Minggu tutup" in words
    assert not JadwalKerja.objects.filter(label="Jam singkat").exists()


def test_a_holiday_less_shows_what_it_moves(analysed: Road) -> None:
    nyepi = HariLibur.objects.get(day=date(2026, 3, 19))
    reader, url = admin(analysed), f"{PAGE}/libur/{nyepi.pk}/hapus"

    with nothing_changes():
        words = text_of(reader.post(url))

    assert "Batas 1 dari 1 permintaan yang berjalan akan bergeser" in words
    assert "Hapus hari libur" in words


def test_a_schedule_that_ends_shows_what_it_moves(road: Road) -> None:
    road.submit()
    road.walk_to("prioritas")
    ramadan = JadwalKerja.objects.get(label="Ramadan 1447 Hijriah")

    words = text_of(admin(road).post(f"{PAGE}/jadwal/{ramadan.pk}/akhiri"))

    assert "Tidak ada batas yang berubah" in words


def test_a_year_shows_which_limits_can_be_reckoned_then(analysed: Road) -> None:
    Kantor.objects.update(calendar_until=date(2026, 3, 20), calendar_version=7)
    recompute_due_dates(analysed.now)
    reader = admin(analysed)

    words = text_of(send(reader, f"{PAGE}/tahun/2027/lengkap", decree="SKB Nomor 1 Tahun 2027"))

    assert f"{analysed.nomor} 7, {STEP} Belum dapat dihitung" in words
    assert Kantor.objects.get().calendar_until == date(2026, 3, 20)


def test_what_was_typed_can_be_corrected(analysed: Road) -> None:
    reader = admin(analysed)
    preview = send(reader, HOLIDAY, day="10/03/2026", nama="Hari jadi", kind="lokal", decree="SK 1")
    (form,) = [one for one in forms_on(preview) if "nama" in one.answers]
    typed = {name: values[-1] for name, values in form.answers.items()}
    assert ("ubah", "ya", "Ubah isian") in form.buttons

    answer = reader.post(HOLIDAY, **typed, ubah="ya")

    assert answer.status_code == 200
    again = main_form(answer, containing="nama").answers
    assert (again["nama"], again["decree"], again["day"]) == (["Hari jadi"], ["SK 1"], ["10/03/2026"])
    once_more = reader.post(HOLIDAY, **{name: values[-1] for name, values in again.items() if values})
    assert "Periksa dahulu batas yang bergeser" in text_of(once_more)
    assert not HariLibur.objects.filter(nama="Hari jadi").exists()


def test_a_calendar_that_a_colleague_changed_meanwhile_is_shown_anew(analysed: Road) -> None:
    reader = admin(analysed)
    first = send(reader, HOLIDAY, day="10/03/2026", nama="Hari jadi", kind="lokal")
    confirm(reader, HOLIDAY, send(reader, HOLIDAY, day="11/03/2026", nama="Pemilihan", kind="lokal"))

    answer = confirm(reader, HOLIDAY, first)

    assert "Periksa dahulu batas yang bergeser" in text_of(answer)
    assert not HariLibur.objects.filter(nama="Hari jadi").exists()


def test_what_has_become_wrong_meanwhile_is_said_at_its_field(analysed: Road) -> None:
    reader = admin(analysed)
    preview = send(reader, HOLIDAY, day="10/03/2026", nama="Hari jadi", kind="lokal")
    HariLibur.objects.create(day=date(2026, 3, 10), nama="Pemilihan", kind="lokal")

    answer = confirm(reader, HOLIDAY, preview)

    assert answer.status_code == 422
    assert "Tanggal ini sudah tercatat: Pemilihan." in text_of(answer)


def test_only_the_most_urgent_of_many_are_listed(analysed: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("loket.application.calendar_preview", "loket.web.office.calendar_preview"):
        monkeypatch.setattr(f"{module}.SHOWN", 1)
    first = analysed.nomor
    analysed.submit()
    analysed.walk_to("analisis", "reviu")

    words = local_holiday(analysed)

    assert "Batas 2 dari 2 permintaan yang berjalan akan bergeser" in words
    assert "Yang ditampilkan 1 yang paling mendesak." in words
    assert first in words
    assert analysed.nomor not in words


def test_the_preview_costs_as_many_queries_for_one_as_for_many(analysed: Road) -> None:
    reader = admin(analysed)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            reader.post(HOLIDAY, day="10/03/2026", nama="Hari jadi", kind="lokal")
        return len(captured)

    queries()
    one = queries()
    for _ in range(3):
        analysed.submit()

    assert queries() == one
