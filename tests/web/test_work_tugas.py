from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from loket.core.zone import ZONE
from loket.models.bast import Bast
from loket.models.permintaan import Permintaan
from loket.models.rapat import Rapat
from tests.cast import Road
from tests.web.reading_forms import forms_on
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

At = Callable[..., Road]


def due(road: Road, **later: float) -> None:
    """Let the permintaan in hand be due some time from now."""
    Permintaan.objects.filter(nomor=road.nomor).update(due_at=road.now + timedelta(**later))


@pytest.fixture
def three(at: At) -> Road:
    """Monday 10.00: one letter is late, one is due today, one next week."""
    road = at("penunjukan")
    road.now = datetime(2026, 3, 2, 10, tzinfo=ZONE)
    due(road, hours=-1)
    for later in ({"hours": 1}, {"days": 9}):
        road.submit(nama_aplikasi=f"Aplikasi {later}")
        road.walk_to("penunjukan")
        road.now = datetime(2026, 3, 2, 10, tzinfo=ZONE)
        due(road, **later)
    return road


def test_one_sentence_says_what_is_late_and_what_is_due_today(three: Road) -> None:
    text = text_of(Reader(three, "kasi").get("/tugas"))

    assert "1 tugas lewat batas dan 1 jatuh tempo hari ini, Senin, 2 Maret 2026." in text


@pytest.mark.parametrize(
    ("later", "sentence"),
    (
        ({"hours": -1}, "1 tugas sudah lewat batas hari ini, Senin, 2 Maret 2026."),
        ({"hours": 1}, "1 tugas jatuh tempo hari ini, Senin, 2 Maret 2026."),
        ({"days": 3}, "Tidak ada tugas yang lewat batas atau jatuh tempo hari ini, Senin, 2 Maret 2026."),
    ),
)
def test_the_sentence_follows_what_there_is(at: At, later: dict[str, float], sentence: str) -> None:
    road = at("penunjukan")
    due(road, **later)

    assert sentence in text_of(Reader(road, "kasi").get("/tugas"))


def test_the_most_overdue_task_stands_first_with_how_late_it_is(three: Road) -> None:
    text = text_of(Reader(three, "kasi").get("/tugas"))

    assert "Dahulukan: lewat 1 jam Batas Senin, 2 Maret 2026 pukul 09.00 WIB" in text
    card = text.index("Dahulukan")
    assert card < text.index("Hari ini 1 ", card) < text.index("Nanti 1 ", card)


def test_groups_and_chips_count_alike(three: Road) -> None:
    text = text_of(Reader(three, "kasi").get("/tugas"))

    assert "Semua 3 Lewat batas 1 Hari ini 1 Minggu ini 0 Menunggu pihak lain 0" in text


@pytest.mark.parametrize(
    ("saring", "shown"),
    (
        ("lewat", 1),
        ("hari_ini", 1),
        ("minggu_ini", 0),
        ("menunggu", 0),
        ("", 3),
        ("apa saja", 3),
        ("\x00", 3),
    ),
)
def test_a_filter_lives_in_the_address_and_anything_else_is_none(
    three: Road, saring: str, shown: int
) -> None:
    answer = Reader(three, "kasi").get("/tugas", saring=saring)

    assert (answer.status_code, text_of(answer).count("APL-2026-")) == (200, shown)


def test_an_empty_filter_says_so_and_leads_back(three: Road) -> None:
    answer = Reader(three, "kasi").get("/tugas", saring="minggu_ini")

    assert "Tidak ada tugas pada saringan Minggu ini. Lihat semua tugas" in text_of(answer)


def test_a_short_form_is_filled_in_on_the_card(at: At) -> None:
    road = at("analisis", "reviu")

    answer = Reader(road, "kasi").get("/tugas")

    actions = [form.action for form in forms_on(answer)]
    assert f"/permintaan/{road.nomor}/analisis" in actions
    assert "Baca dokumen bersama formulir" in text_of(answer)


def test_a_long_form_is_one_press_away(at: At) -> None:
    road = at("penunjukan")

    answer = Reader(road, "kasi").get("/tugas")

    assert f'href="/permintaan/{road.nomor}/penunjukan"' in answer.content.decode()
    assert f"/permintaan/{road.nomor}/penunjukan" not in [form.action for form in forms_on(answer)]


def test_the_card_lists_what_is_there_and_what_the_step_leaves_behind(at: At) -> None:
    road = at("analisis", "susun")
    road.wait_until_possible()

    text = text_of(Reader(road, road.performer()).get("/tugas"))

    assert "Sudah ada: Surat asli diterima" in text
    assert "Belum ada: Dokumen spesifikasi kebutuhan aplikasi Hasil langkah 7" in text


def test_a_task_that_cannot_begin_shows_what_is_missing(at: At) -> None:
    road = at("analisis", "susun")

    text = text_of(Reader(road, road.performer()).get("/tugas"))

    assert "Belum ada: Surat asli diterima Surat asli belum diterima." in text


def test_tata_usaha_is_led_to_the_act(at: At) -> None:
    road = at("undangan")

    answer = Reader(road, "tu").get("/tugas")

    assert "Catat surat asli" in text_of(answer)
    assert f"/permintaan/{road.nomor}/tindakan/surat_asli_diterima" in answer.content.decode()


def test_what_waits_for_others_says_for_whom_and_since_when(at: At) -> None:
    road = at("analisis", "setujui")
    road.later(days=7)

    text = text_of(Reader(road, "kasi").get("/tugas"))

    assert "Menunggu 5 hari kerja OPD sejak" in text
    assert "Dahulukan" not in text


def test_a_meeting_is_announced_by_its_time_before_it_is_due(at: At) -> None:
    road = at("rapat_teknis")
    road.now = Rapat.objects.get().planned_start - timedelta(minutes=30)

    text = text_of(Reader(road, road.performer()).get("/tugas"))

    assert "Dahulukan: mulai 09.00" in text
    assert "Agenda hari ini 09.00 Technical meeting dengan Disdukcapil" in text


def test_a_launch_of_today_is_on_the_agenda_and_later_it_is_past(at: At) -> None:
    road = at("serah_terima", "ttd_dinas")
    bast = Bast.objects.get()
    road.now = bast.launch_start
    before = text_of(Reader(road, "kadis").get("/tugas"))
    road.now = bast.launch_end + timedelta(minutes=1)
    after = text_of(Reader(road, "kadis").get("/tugas"))

    assert "Ruang Rapat Dinas Kominfo, sampai 11.30" in before
    assert "Selesai" in after.partition("Agenda hari ini")[2]


@pytest.mark.parametrize(
    ("username", "sentence"),
    (
        ("kabid", "Tidak ada tugas untuk Anda saat ini."),
        ("admin", "Akun admin mengelola pengguna dan kalender, dan tidak memproses permintaan."),
    ),
)
def test_an_empty_inbox_says_why_and_offers_one_thing(road: Road, username: str, sentence: str) -> None:
    assert sentence in text_of(Reader(road, username).get("/tugas"))


def test_text_that_a_person_typed_is_shown_as_text(road: Road) -> None:
    road.submit(nama_aplikasi="<script>alert(1)</script>")

    content = Reader(road, "kadis").get("/tugas").content.decode()

    assert ("<script>alert" in content, "&lt;script&gt;alert(1)" in content) == (False, True)


def test_after_the_calendars_last_year_the_inbox_still_opens(at: At) -> None:
    road = at("penunjukan")
    road.now = datetime(2029, 1, 8, 9, tzinfo=ZONE)

    answer = Reader(road, "kasi").get("/tugas")

    assert (answer.status_code, road.nomor in text_of(answer)) == (200, True)


@pytest.mark.parametrize(
    ("place", "username", "queries"),
    (
        (("disposisi", "kepala_dinas"), "kadis", 10),
        (("penunjukan", "penunjukan"), "kasi", 10),
        (("analisis", "reviu"), "kasi", 12),
        (("analisis", "setujui"), "opd", 11),
        (("undangan", "undangan"), "tu", 8),
        (("penunjukan", "penunjukan"), "admin", 3),
    ),
)
def test_the_whole_page_costs_the_same_with_one_and_with_three_tasks(
    at: At, place: tuple[str, str], username: str, queries: int
) -> None:
    road = at(*place)
    one = Reader(road, username).queries("/tugas")
    for _ in range(2):
        road.submit()
        road.walk_to(*place)

    assert (one, Reader(road, username).queries("/tugas")) == (queries, queries)
