"""Somebody sends what is not theirs to send, such as a Plh. whose days are over: they read why, and keep the text."""

from collections.abc import Callable
from html import unescape

import pytest

from loket.models.diskusi import Draft
from loket.models.user import User
from tests.cast import Road
from tests.web.reading_forms import forms_on
from tests.web.step_desk import Changes, Office, a_pdf, text_of

At = Callable[..., Road]
YOURS = "Isian Anda"


def _given_back(desk: Office, username: str, answers: Changes) -> str:
    """The page after it, which says why first, and has nothing to press."""
    before = desk.entries()

    response = desk.post(username, answers)

    assert (response.status_code, desk.entries()) == (422, before)
    assert not [form for form in forms_on(response) if form.action == desk.url()]
    page = text_of(response)
    assert 0 < page.index("Bagian ini dikerjakan oleh") < page.index(YOURS)
    return page.partition(YOURS)[2]


@pytest.mark.parametrize(("username", "bagian"), (("kasi", "kepala_dinas"), ("kadis", "kepala_bidang")))
def test_a_wrong_person_or_a_wrong_bagian_gets_back_what_was_typed(
    at: At, username: str, bagian: str
) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    typed = {"bagian": bagian, "catatan": "KEEPME\nbaris dua", "sifat": "segera"}

    given = _given_back(desk, username, {**desk.filled({}, username="kadis"), **typed})

    assert "Catatan KEEPME baris dua" in given
    assert "Sifat Segera" in given


def test_what_was_chosen_comes_back_in_words(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    answers = desk.filled({}, username="kadis")

    given = _given_back(desk, "tu", answers)

    kasi = User.objects.get(username="kasi")
    assert f"Diteruskan kepada {kasi.nama}" in given
    assert "sampai_di_seksi" not in given


def test_somebody_of_an_opd_does_not_learn_names_by_guessing_numbers(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    kasi = User.objects.get(username="kasi")
    forged = {"bagian": "kepala_dinas", "seen": "1", "ke": f"sampai_di_seksi:{kasi.pk}"}

    given = _given_back(desk, "opd", forged)

    assert f"sampai_di_seksi:{kasi.pk}" in given
    assert kasi.nama not in given


def test_what_was_typed_comes_back_escaped_and_whole(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    answers = {**desk.filled({}, username="kadis"), "catatan": "<script>alert(1)</script>" + "a" * 20_000}

    response = desk.post("kasi", answers)

    assert "<script>alert(1)" not in response.content.decode()
    assert "<script>alert(1)</script>" + "a" * 20_000 in unescape(response.content.decode())


def test_rows_come_back_and_a_list_that_was_cut_says_so(at: At) -> None:
    desk = Office(at("rapat_teknis"))
    rows = {"attendees-0-nama": "Pak Camat", "attendees-0-instansi": "Kecamatan Plaosan"}
    typed = {"notulen": "Rapat panjang.", "keputusan": "lanjut", "attendees-TOTAL_FORMS": "99", **rows}

    given = _given_back(desk, "tu", {**desk.filled({}), **typed})

    assert "Notulen Rapat panjang." in given
    assert "Kehadiran 1 Nama: Pak Camat Instansi: Kecamatan Plaosan Hadir: Ya" in given
    assert "Kehadiran Daftar ini paling banyak 60 baris." in given
    assert "lanjut" not in given.split()


def test_a_file_that_came_along_is_named(at: At) -> None:
    desk = Office(at("analisis", "susun"))
    desk.road.wait_until_possible()
    answers = {**desk.filled({"versi": "1.0"}), "berkas": a_pdf("SKPL Antrean.pdf")}

    assert "SKPL Antrean.pdf" in _given_back(desk, "tu", answers)


@pytest.mark.parametrize("button", ({"simpan": "draf"}, {"tambah": "attendees"}))
def test_the_other_buttons_of_the_form_give_it_back_too(at: At, button: dict[str, str]) -> None:
    desk = Office(at("rapat_teknis"))

    given = _given_back(desk, "tu", {**desk.filled({"notulen": "KEEPME"}), **button})

    assert "Notulen KEEPME" in given
    assert not Draft.objects.exists()


def test_where_nothing_was_typed_nothing_is_shown(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))

    assert YOURS not in text_of(desk.post("kasi", {"bagian": "kepala_dinas", "seen": "1"}))
    assert YOURS not in text_of(desk.get("kasi"))
