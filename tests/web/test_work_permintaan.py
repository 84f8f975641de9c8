from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.models.permintaan import Permintaan
from tests.cast import Road
from tests.web.reading_forms import form_at, forms_on
from tests.web.step_desk import text_of
from tests.web.work_pages import Answer, Reader

At = Callable[..., Road]


def page(road: Road, username: str, **query: str) -> Answer:
    return Reader(road, username).get(f"/permintaan/{road.nomor}", **query)


def text(road: Road, username: str, **query: str) -> str:
    return text_of(page(road, username, **query))


@pytest.mark.parametrize(
    ("username", "status"),
    (
        ("opd", 200),
        ("kadis", 200),
        ("kabid", 200),
        ("kasi", 200),
        ("tu", 200),
        ("opd_lain", 404),
        ("admin", 404),
    ),
)
def test_a_permintaan_exists_only_for_those_who_may_see_it(at: At, username: str, status: int) -> None:
    assert page(at("undangan"), username).status_code == status


def test_the_team_and_nobody_beside_it_sees_a_permintaan(at: At) -> None:
    road = at("undangan")
    inside = [one.user.username for one in road.permintaan.penugasan_set.all()]
    outside = sorted({"analis", "analis2", "programmer", "programmer2"} - set(inside))

    assert [page(road, name).status_code for name in (*inside, *outside)] == [200, 200, 404, 404]


@pytest.mark.parametrize(
    "nomor", ("APL-2026-9999", "APL-26-1", "apa", "APL-2026-0001%00", "APL-\u0662\u0660\u0662\u0666-0001")
)
def test_an_unknown_number_is_not_found(road: Road, nomor: str) -> None:
    road.submit()

    assert Reader(road, "kadis").get(f"/permintaan/{nomor}").status_code == 404


PLACES = (
    ("disposisi", "kepala_dinas"),
    ("disposisi", "kepala_bidang"),
    ("penunjukan", ""),
    ("prioritas", ""),
    ("undangan", ""),
    ("rapat_teknis", ""),
    ("analisis", "reviu"),
    ("analisis", "setujui"),
    ("desain", "susun"),
    ("implementasi", "bangun"),
    ("implementasi", "uat"),
    ("serah_terima", "siapkan"),
    ("serah_terima", "ttd_dinas"),
    ("serah_terima", "ttd_opd"),
    ("status_gitlab", "ubah"),
    ("pendampingan", "laporan"),
    ("pendampingan", "setujui"),
    ("pendampingan", "konfirmasi"),
)


@pytest.mark.parametrize("place", PLACES)
def test_whose_turn_it_is_finds_the_form_and_the_others_whom_they_wait_for(
    at: At, place: tuple[str, str]
) -> None:
    road = at(*place)
    performer = road.performer()
    other = "tu"
    action = f"/permintaan/{road.nomor}/{place[0]}"

    mine, theirs = page(road, performer), page(road, other)

    assert form_at(mine, action).answers["seen"] == [str(road.permintaan.revision)]
    assert "Giliran Anda" in text_of(mine)
    assert action not in [form.action for form in forms_on(theirs)]
    assert "Menunggu " in text_of(theirs)


def test_whom_one_waits_for_has_a_name_and_a_limit(at: At) -> None:
    road = at("penunjukan")

    assert (
        "Menunggu Agung Wicaksono, S.Kom. Langkah 3: Tunjuk sistem analis dan programmer. Batas Senin, 2 Maret 2026 pukul 09.42 WIB."
        in text(road, "kadis")
    )


def test_an_agency_is_waited_for_by_its_name(at: At) -> None:
    assert "Menunggu Disdukcapil" in text(at("analisis", "setujui"), "kasi")


def test_a_turn_that_cannot_begin_says_why(at: At) -> None:
    road = at("analisis", "susun")

    words = text(road, road.performer())

    assert "Belum dapat dikerjakan Surat asli belum diterima. Minta Tata Usaha mencatat surat fisik" in words
    assert "Belum ada: Surat asli diterima" in words


def test_a_turn_not_yet_taken_up_can_be_started(at: At) -> None:
    road = at("penunjukan")
    start = f"/permintaan/{road.nomor}/penunjukan/mulai"
    before = page(road, "kasi")
    answer = Reader(road, "kasi").post(start, bagian="penunjukan")

    assert form_at(before, start).answers["bagian"] == ["penunjukan"]
    assert answer.status_code == 302
    assert start not in [form.action for form in forms_on(page(road, "kasi"))]


def test_badges_say_late_priority_and_ticket(at: At) -> None:
    road = at("undangan")
    Permintaan.objects.update(due_at=road.now - timedelta(days=7))
    sheet = road.permintaan.prioritas_set.get()

    words = text(road, "kasi")

    score = f"{sheet.total.normalize():f}".replace(".", ",")
    assert f"Langkah 5 lewat 5 hari kerja Prioritas {sheet.decided}, skor {score} Tiket terbuka" in words
    assert "Langkah 5 melewati batasnya" in words


def test_on_time_there_is_no_badge_of_lateness(at: At) -> None:
    assert " lewat " not in text(at("analisis", "reviu"), "kasi").partition("Alur SOP")[0]


def test_a_returned_letter_is_with_its_opd(road: Road) -> None:
    road.submit()
    road.step(outcome="dikembalikan")

    assert "Menunggu kelengkapan dari OPD" in text(road, "kasi")
    assert "Giliran Anda" in text(road, "opd")


@pytest.mark.parametrize(
    ("end", "sentence"),
    (("selesai", "Seluruh langkah pelayanan selesai pada "), ("tarik", "Permintaan dibatalkan pada ")),
)
def test_what_has_ended_says_so(at: At, road: Road, end: str, sentence: str) -> None:
    if end == "selesai":
        at("selesai")
    else:
        road.submit()
        road.withdraw()

    words = text(road, "opd")

    assert sentence in words
    assert "Giliran Anda" not in words
    assert "Menunggu " not in words.partition("Alur SOP")[0]


def test_the_stepper_shows_what_is_done_and_where_it_stands(at: At) -> None:
    words = text(at("desain", "susun"), "kasi")

    assert "Analisis selesai" in words
    assert "8 Desain sedang berjalan" in words
    assert "9 Implementasi belum mulai" in words
    assert "Sekarang: Desain. Berikutnya: Implementasi." in words
