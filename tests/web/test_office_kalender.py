"""An admin keeps the calendar: holidays, hours, and a year of working days to look at."""

from collections.abc import Iterator
from datetime import date

import pytest

from loket.models.kantor import HariLibur, JadwalKerja, calendar_of
from tests.cast import Road
from tests.web.office_pages import admin, confirm, last_entry, main_form, send, send_surely
from tests.web.step_desk import text_of

PAGE = "/kantor/kalender"
HOLIDAY = f"{PAGE}/libur/baru"
COMPLETE = f"{PAGE}/tahun/2028/lengkap"
SCHEDULE = f"{PAGE}/jadwal/baru"


@pytest.fixture(autouse=True)
def _calendars_of_this_test_only() -> Iterator[None]:
    """Versions are kept by number, and the rollback gives the numbers out again."""
    calendar_of.cache_clear()
    yield
    calendar_of.cache_clear()


def independence_day() -> HariLibur:
    return HariLibur.objects.get(day=date(2026, 8, 17))


def test_a_year_shows_its_months_holidays_and_hours(road: Road) -> None:
    words = text_of(admin(road).get(PAGE))

    assert "Januari 20 hari kerja" in words
    assert "Senin, 17 Agustus 2026 Hari Kemerdekaan Republik Indonesia Libur nasional" in words
    assert "Jam kerja biasa 1 Januari 2025 dan seterusnya" in words
    assert "Senin-Kamis 07.30-12.00, 13.00-16.00; Jumat 07.30-11.30, 13.00-16.30; Sabtu-Minggu tutup" in words


def test_today_and_every_holiday_are_named_for_those_who_do_not_see_colours(road: Road) -> None:
    words = text_of(admin(road).get(PAGE))

    assert "2 hari ini" in words
    assert "17 libur: Hari Kemerdekaan Republik Indonesia" in words


def test_what_has_passed_cannot_be_removed_and_is_said_so(road: Road) -> None:
    words = text_of(admin(road).get(PAGE))

    assert "Tahun Baru Masehi Libur nasional" in words
    assert (
        words.count("Sudah lewat")
        == HariLibur.objects.filter(day__year=2026, day__lt=road.now.date()).count()
    )


def test_a_year_that_is_not_filled_says_what_to_do(road: Road) -> None:
    words = text_of(admin(road).get(PAGE, tahun="2028"))

    assert "Kalender tahun ini belum lengkap" in words
    assert "Nyatakan lengkap" not in words
    assert "Belum ada hari libur pada tahun ini." in words
    assert "hari kerja tercatat" not in words


def test_a_year_is_said_to_be_complete_with_its_decree(road: Road) -> None:
    reader = admin(road)
    send_surely(reader, HOLIDAY, day="03/01/2028", nama="Tahun Baru", kind="libur_nasional")
    page = reader.get(PAGE, tahun="2028")
    assert "Kalender tahun ini belum lengkap" in text_of(page)
    assert f'href="{COMPLETE}"' in page.content.decode()
    asked = text_of(reader.get(COMPLETE))
    assert "1 hari libur tercatat. Setahun biasanya lebih banyak; periksa sekali lagi." in asked

    answer = send_surely(reader, COMPLETE, decree="SKB Nomor 1 Tahun 2027")

    assert answer.headers["Location"] == f"{PAGE}?tahun=2028"
    words = text_of(reader.get(PAGE, tahun="2028"))
    assert "Kalender tahun 2028 dinyatakan lengkap." in words
    assert "Hari libur tahun ini masih sedikit" in words
    assert "Januari 20 hari kerja" in words
    assert last_entry().kind == "kalender.year_completed"


def test_what_bars_a_complete_year_is_said_and_what_was_typed_stays(road: Road) -> None:
    answer = send(admin(road), COMPLETE, decree="SKB Nomor 1 Tahun 2027")

    assert answer.status_code == 422
    assert "Catat hari libur tahun 2028 dahulu." in text_of(answer)
    assert main_form(answer, containing="decree").answers["decree"] == ["SKB Nomor 1 Tahun 2027"]
    assert "Isi nomor keputusan bersama." in text_of(send(admin(road), COMPLETE, decree=""))


@pytest.mark.parametrize("year", (2027, 2031))
def test_a_year_that_is_not_the_next_has_no_such_page(road: Road, year: int) -> None:
    assert admin(road).get(f"{PAGE}/tahun/{year}/lengkap").status_code == 404


def test_a_year_that_a_colleague_completed_meanwhile_is_said_so(road: Road) -> None:
    form = {"decree": "SKB Nomor 1 Tahun 2027"}

    answer = admin(road).post(f"{PAGE}/tahun/2027/lengkap", **form)

    assert answer.status_code == 422
    assert "Kalender tahun 2027 sudah dinyatakan lengkap." in text_of(answer)


def test_a_holiday_is_added_with_its_decree_and_whether_it_is_certain(road: Road) -> None:
    answer = send_surely(
        admin(road),
        HOLIDAY,
        day="kamis",
        nama="Hari jadi kabupaten",
        kind="lokal",
        decree="SK Bupati 1/2026",
        is_estimate="on",
    )

    holiday = HariLibur.objects.get(nama="Hari jadi kabupaten")
    assert (holiday.day, holiday.decree, holiday.is_certain) == (date(2026, 3, 5), "SK Bupati 1/2026", False)
    assert answer.headers["Location"] == f"{PAGE}?tahun=2026"
    words = text_of(admin(road).get(PAGE))
    assert (
        "SK Bupati 1/2026 Tanggal Hari libur Jenis Tindakan Kamis, 5 Maret 2026 Hari jadi kabupaten" in words
    )
    assert "Perkiraan Libur daerah Hapus" in words


@pytest.mark.parametrize(
    ("day", "sentence"),
    (
        ("", "Isi tanggal libur."),
        ("31/02/2026", "Tulis tanggal seperti 26/11/2026."),
        ("01/03/2026", "Hari yang sudah lewat tidak diubah"),
        ("17/08/2026", "Tanggal ini sudah tercatat: Hari Kemerdekaan Republik Indonesia."),
        ("01/01/2035", "Lengkapi kalender tahun 2028 dahulu."),
        ("01/01/9999", "Tulis tanggal seperti 26/11/2026."),
        ("01/01/0001", "Tulis tanggal seperti 26/11/2026."),
    ),
)
def test_a_date_that_cannot_be_a_holiday_is_said_at_its_field(road: Road, day: str, sentence: str) -> None:
    answer = send(admin(road), HOLIDAY, day=day, nama="Libur", kind="lokal")

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert main_form(answer, containing="nama").answers["nama"] == ["Libur"]
    assert not HariLibur.objects.filter(nama="Libur").exists()


def test_an_expected_date_becomes_certain(road: Road) -> None:
    holiday = HariLibur.objects.filter(is_certain=False, day__gt=road.now.date())[0]
    form = main_form(admin(road).get(f"{PAGE}/libur/{holiday.pk}"), containing="nama")
    typed = {name: values[-1] for name, values in form.answers.items() if values}
    del typed["is_estimate"]

    admin(road).post(f"{PAGE}/libur/{holiday.pk}", **typed)

    holiday.refresh_from_db()
    assert holiday.is_certain
    assert last_entry().kind == "kalender.holiday_changed"


def test_a_holiday_is_removed_after_a_question(road: Road) -> None:
    reader, url = admin(road), f"{PAGE}/libur/{independence_day().pk}/hapus"

    question = reader.get(url)
    assert "Senin, 17 Agustus 2026 menjadi hari kerja" in text_of(question)
    preview = reader.post(url)
    assert "Tidak ada batas yang berubah" in text_of(preview)
    assert independence_day()
    assert confirm(reader, url, preview).headers["Location"] == f"{PAGE}?tahun=2026"

    assert not HariLibur.objects.filter(day=date(2026, 8, 17)).exists()
    assert "Batas waktu permintaan yang berjalan dihitung ulang." in text_of(reader.get(PAGE))


def test_a_holiday_that_has_passed_is_not_removed(road: Road) -> None:
    holiday = HariLibur.objects.get(day=date(2026, 1, 1))

    answer = admin(road).post(f"{PAGE}/libur/{holiday.pk}/hapus")

    assert answer.status_code == 422
    assert "Hari yang sudah lewat tidak diubah" in text_of(answer)


def test_new_hours_begin_with_the_ordinary_ones(road: Road) -> None:
    form = main_form(admin(road).get(SCHEDULE), containing="hari_0")

    assert form.answers["hari_0"] == ["07.30-12.00, 13.00-16.00"]
    assert form.answers["hari_4"] == ["07.30-11.30, 13.00-16.30"]
    assert form.answers["hari_6"] == [""]


def test_hours_for_a_while_are_added(road: Road) -> None:
    answer = send_surely(
        admin(road),
        SCHEDULE,
        label="Jam singkat",
        valid_from="01/04/2026",
        valid_until="10/04/2026",
        hari_0="8-12 dan 13.00 - 14:30",
    )

    assert answer.headers["Location"] == PAGE
    schedule = JadwalKerja.objects.get(label="Jam singkat")
    assert schedule.windows["0"] == [["08:00", "12:00"], ["13:00", "14:30"]]
    assert last_entry().kind == "kalender.schedule_added"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    (
        ({"hari_0": "pagi"}, "Tulis jam seperti 07.30-12.00, 13.00-16.00."),
        ({"hari_0": "07.30"}, "Tulis jam seperti 07.30-12.00, 13.00-16.00."),
        ({"hari_0": "25.00-26.00"}, "Tulis jam seperti 07.30-12.00, 13.00-16.00."),
        ({"hari_0": "12.00-08.00"}, "Jam tutup hari Senin harus setelah jam buka."),
        ({"hari_1": "08.00-12.00, 11.00-15.00"}, "Jam kerja hari Selasa saling bertumpukan."),
        ({"label": ""}, "Isi nama jadwal."),
        ({"valid_from": "02/03/2026"}, "Jadwal berlaku paling awal besok"),
        ({"valid_until": "31/03/2026"}, "Tanggal akhir harus sama dengan atau setelah tanggal mulai."),
        ({"hari_0": "08.00-08.00"}, "Jam tutup hari Senin harus setelah jam buka."),
        ({"valid_from": "10/03/2026"}, "Masa ini bertumpukan dengan jadwal “Ramadan 1447 Hijriah”."),
        ({f"hari_{day}": "" for day in range(7)}, "Isi jam kerja paling sedikit untuk satu hari."),
    ),
)
def test_hours_that_cannot_be_are_said_and_what_was_typed_stays(
    road: Road, changed: dict[str, str], sentence: str
) -> None:
    typed = {"label": "Jam singkat", "valid_from": "01/04/2026", "valid_until": "10/04/2026", **changed}

    answer = send(admin(road), SCHEDULE, **typed)

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    form = main_form(answer, containing="hari_0")
    assert {name: form.answers[name][0] for name in typed} == typed
    assert not JadwalKerja.objects.filter(label="Jam singkat").exists()


def test_a_schedule_that_runs_is_ended_after_a_question(road: Road) -> None:
    ramadan = JadwalKerja.objects.get(label="Ramadan 1447 Hijriah")
    url = f"{PAGE}/jadwal/{ramadan.pk}/akhiri"

    question = admin(road).get(url)
    assert "Hari ini hari terakhirnya." in text_of(question)
    confirm(admin(road), url, admin(road).post(url))

    ramadan.refresh_from_db()
    assert ramadan.valid_until == date(2026, 3, 2)


def test_ordinary_hours_do_not_end_where_no_others_follow(road: Road) -> None:
    ordinary = JadwalKerja.objects.get(valid_until=None)

    answer = admin(road).post(f"{PAGE}/jadwal/{ordinary.pk}/akhiri")

    assert answer.status_code == 422
    assert "Jadwal kerja untuk 21 Maret 2026 belum ada." in text_of(answer)


def test_the_year_costs_few_queries(road: Road) -> None:
    assert admin(road).queries(PAGE) <= 12
