"""The acceptance test of step 9 in its two forms, and as it was recorded."""

from collections.abc import Callable

import pytest

from loket.models.diskusi import Draft
from tests.cast import Road
from tests.web.reading_forms import form_at
from tests.web.step_answers import ANSWERS
from tests.web.step_desk import Office, errors_of, text_of

At = Callable[..., Road]
BUILD, TEST = ("implementasi", "bangun"), ("implementasi", "uat")
LINES = "Pasien mengambil nomor\nPetugas <memanggil> nomor\nRekap harian dicetak"


@pytest.fixture
def desk(at: At) -> Office:
    """Three scenarios wait to be tried."""
    desk = Office(at(*BUILD))
    sent = desk.send({**ANSWERS[BUILD](desk), "versi": "2.1", "skenario": LINES})
    assert sent.status_code == 302
    return desk


def test_the_scenarios_wait_unmarked_with_the_version(desk: Office) -> None:
    form, page = desk.form(), text_of(desk.get("opd"))

    assert "Skenario uji versi 2.1" in page
    assert "S-02 Petugas <memanggil> nomor" in page
    assert {name: form.choices[name] for name in form.choices if name.startswith("status_")} == {
        f"status_S-0{number}_1": ["lulus", "gagal"] for number in (1, 2, 3)
    }
    assert [name for name in form.answers if name.startswith("status_")] == []


def test_what_is_not_marked_is_said_and_led_to_and_nothing_typed_is_lost(desk: Office) -> None:
    typed = {"status_S-01_1": "gagal", "keterangan_S-03_1": "Belum sempat."}

    response = desk.send({**typed, "outcome": "diterima", "catatan": "Baik."})

    again = form_at(response, desk.url()).answers
    assert response.status_code == 422
    assert errors_of(response) == [
        "Tandai Lulus atau Gagal pada skenario S-02 dan S-03.",
        (
            "Skenario S-01 gagal, sehingga aplikasi belum dapat diterima tanpa catatan. "
            "Pilih diterima dengan catatan, atau ditolak."
        ),
    ]
    assert 'href="#id_status_S-02_1' in response.content.decode()
    assert {name: again[name] for name in typed} == {name: [value] for name, value in typed.items()}
    assert again["catatan"] == ["Baik."]


def test_marks_that_cannot_be_do_not_hide_what_is_missing(desk: Office) -> None:
    marks = dict.fromkeys((f"status_S-0{number}_1" for number in (1, 2, 3)), "beres")

    response = desk.send({**marks, "outcome": "diterima"})

    assert "Tandai Lulus atau Gagal pada skenario S-01 sampai S-03." in errors_of(response)


def test_everybody_reads_what_was_tested_and_found(desk: Office) -> None:
    before = text_of(desk.get("kasi"))
    marks = {"status_S-01_1": "lulus", "status_S-02_1": "lulus", "status_S-03_1": "gagal"}

    sent = desk.send(
        {
            **marks,
            "keterangan_S-03_1": "Kolom <jam> kosong.",
            "outcome": "diterima_dengan_catatan",
            "catatan": "Isi kolom jam.",
        }
    )

    page = text_of(desk.get("kasi", desk.url("implementasi")))
    assert sent.status_code == 302
    assert "Versi yang diuji 2.1" in before
    assert "3 skenario uji" in before
    assert "3 skenario uji: 2 lulus, 1 gagal" in page
    assert "S-03 Rekap harian dicetak Gagal Kolom <jam> kosong." in page


def test_a_next_round_begins_with_the_scenarios_and_the_version_of_the_one_before(desk: Office) -> None:
    desk.road.step("ditolak")

    answers = desk.form().answers

    assert answers["versi"] == ["2.1"]
    assert answers["skenario"][0].splitlines() == LINES.splitlines()


def test_neither_a_draft_nor_a_page_of_an_earlier_round_marks_the_next(desk: Office) -> None:
    marks = dict.fromkeys((f"status_S-0{number}_1" for number in (1, 2, 3)), "lulus")
    desk.post("opd", desk.filled(marks), desk.url() + "/draf")
    draft = Draft.objects.get()
    desk.road.step("ditolak")
    desk.road.step()
    draft.save(force_insert=True)

    shown = desk.form()
    response = desk.send({**marks, "outcome": "diterima"})

    assert [name for name in shown.answers if name.startswith("status_")] == []
    assert errors_of(response)[0].startswith("Hasil uji memuat skenario yang tidak ada pada putaran ini.")
    assert desk.permintaan.at_bagian == "uat"


def test_a_form_of_a_test_that_was_never_opened_is_refused_with_a_sentence(at: At) -> None:
    desk = Office(at(*BUILD))

    response = desk.post("opd", {"bagian": "uat", "seen": desk.permintaan.revision, "status_S-01_1": "lulus"})

    assert response.status_code == 422
    assert desk.permintaan.at_bagian == "bangun"


def test_what_is_typed_for_the_test_comes_back_from_a_draft_and_from_a_refusal(at: At) -> None:
    desk = Office(at(*BUILD))
    typed = {"versi": "0.9", "skenario": "Masuk\r\nKeluar"}
    who = desk.road.performer()
    desk.post(who, desk.filled(typed), desk.url() + "/draf")

    kept = desk.form().answers
    refused = desk.send({**typed, "outcome": "kemajuan", "percent": "101"})

    again = form_at(refused, desk.url()).answers
    assert [answers["versi"] for answers in (kept, again)] == [["0.9"], ["0.9"]]
    assert [answers["skenario"][0].split() for answers in (kept, again)] == [["Masuk", "Keluar"]] * 2


def test_a_report_of_progress_asks_for_no_scenarios(at: At) -> None:
    desk = Office(at(*BUILD))

    response = desk.send({"outcome": "kemajuan", "percent": "40", "catatan": "Modul masuk selesai."})

    assert response.status_code == 302
    assert not desk.permintaan.uat_set.exists()


def test_what_is_prepared_for_the_test_outlives_a_report_of_progress(at: At) -> None:
    desk = Office(at(*BUILD))
    report = {"outcome": "kemajuan", "percent": "40", "catatan": "Modul masuk.", "status_IM-03": "proses"}
    typed = {"repository": "https://gitlab.magetan.example/a", "versi": "0.9", "skenario": "Masuk\r\nKeluar"}

    sent = desk.send({**report, **typed})

    answers, page = desk.form().answers, desk.get(desk.road.performer()).content.decode()
    assert sent.status_code == 302
    assert [answers[name] for name in ("repository", "versi", "status_IM-03")] == [
        ["https://gitlab.magetan.example/a"],
        ["0.9"],
        ["proses"],
    ]
    assert answers["skenario"][0].split() == ["Masuk", "Keluar"]
    assert [answers[name] for name in ("catatan", "percent")] == [[""], [""]]
    assert '<details class="lipat" open>' in page


def test_a_report_of_progress_alone_leaves_no_draft(desk: Office) -> None:
    """In a next round either: what is only proposed was typed by nobody."""
    desk.road.step("ditolak")

    desk.send({"outcome": "kemajuan", "percent": "95", "catatan": "Rekap diperbaiki."})

    assert not Draft.objects.exists()


def test_a_report_is_recorded_although_what_is_left_is_too_much_for_a_draft(at: At) -> None:
    desk = Office(at(*BUILD))

    sent = desk.send(
        {"outcome": "kemajuan", "percent": "40", "catatan": "Modul masuk.", "skenario": "a " * 140_000}
    )

    assert (sent.status_code, Draft.objects.count()) == (302, 0)
    assert desk.permintaan.progressnote_set.count() == 1
