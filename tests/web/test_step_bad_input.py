"""Whatever is typed: a sentence at its field, everything still there, and nothing written."""

from collections.abc import Callable
from unittest.mock import Mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import Road
from tests.files.samples import docx
from tests.web.reading_forms import form_at
from tests.web.step_answers import ANSWERS, all_done
from tests.web.step_bad_input import BAD
from tests.web.step_desk import Office, a_pdf, errors_of, text_of

At = Callable[..., Road]


@pytest.mark.parametrize(
    "place", tuple(dict.fromkeys((step, bagian) for step, bagian, _, _ in BAD)), ids=".".join
)
def test_what_cannot_be_comes_back_with_a_sentence_and_nothing_is_written(
    at: At, place: tuple[str, str]
) -> None:
    desk = Office(at(*place))
    desk.road.wait_until_possible()
    good_there = ANSWERS[place](desk)
    before, found_there = desk.entries(), desk.filled({})
    for step, bagian, changes, sentence in BAD:
        if (step, bagian) != place:
            continue
        good = {**found_there, **good_there}
        answers = {name: value for name, value in {**good, **changes}.items() if value is not None}

        response = desk.post(desk.road.performer(), answers)

        found = errors_of(response)
        assert response.status_code == 422, (changes, found)
        assert [one for one in found if one.startswith(sentence)], (changes, found)
        assert desk.entries() == before


def test_everything_typed_is_still_there_after_a_mistake(at: At) -> None:
    desk = Office(at("undangan"))
    typed = {
        "tempat": "Aula <b>Lama</b>",
        "jam_mulai": "siang",
        "bahan": "Baris satu\nbaris dua",
        "tanggal": "lusa",
    }

    response = desk.send(typed)

    again = form_at(response, desk.url()).answers
    assert {name: again[name] for name in typed} == {name: [value] for name, value in typed.items()}


def test_all_mistakes_are_named_at_once(at: At) -> None:
    desk = Office(at("undangan"))

    response = desk.send({"jam_mulai": "siang", "kanal": "telepon", "peserta_ids": []})

    assert errors_of(response) == [
        "Tulis jam seperti 13.00.",
        "Pilih paling sedikit satu peserta dari Dinas Kominfo.",
        "Isi catatan telepon: siapa yang dihubungi, jam, dan jawabannya.",
    ]


@pytest.mark.parametrize(
    ("forged", "status"),
    (
        ({"bagian": "kepala_desa"}, 404),
        ({"bagian": ""}, 404),
        ({"seen": ""}, 422),
        ({"seen": "-1"}, 422),
        ({"seen": "9" * 30}, 422),
    ),
)
def test_a_forged_page_is_refused(at: At, forged: dict[str, str], status: int) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    before = desk.entries()

    response = desk.send(forged)

    assert (response.status_code, desk.entries()) == (status, before)


@pytest.mark.parametrize(
    "where",
    (
        "APL-2026-0001/tari",
        "APL-2026-9999/disposisi",
        "APL-2026-\u0660\u0660\u0660\u0661/disposisi",
        "apl/disposisi",
    ),
)
def test_what_does_not_exist_is_not_found(at: At, where: str) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))

    assert desk.get("kasi", f"/permintaan/{where}").status_code == 404


def test_the_file_of_another_person_is_no_file(at: At) -> None:
    desk = Office(at("analisis", "susun"))
    desk.road.wait_until_possible()
    others = str(desk.road.upload("tu"))

    response = desk.send({"berkas_id": others, "versi": "1.0", **all_done(desk)})

    assert errors_of(response) == ["Unggah dokumen."]
    assert others not in form_at(response, desk.url()).answers.get("berkas_id", [])


def test_an_accepted_file_survives_a_mistake_elsewhere(at: At) -> None:
    desk = Office(at("analisis", "susun"))
    desk.road.wait_until_possible()
    response = desk.send({"berkas": a_pdf("SKPL Antrean.pdf"), "versi": "", **all_done(desk)})
    assert errors_of(response) == ["Isi versi dokumen, misalnya 1.0."]
    assert "SKPL Antrean.pdf" in text_of(response)

    again = desk.post(desk.road.performer(), {**form_at(response, desk.url()).answers, "versi": "1.0"})

    assert again.status_code == 302
    assert desk.permintaan.at_bagian == "reviu"


def test_a_file_of_30_mb_says_how_large_it_may_be(at: At) -> None:
    desk = Office(at("analisis", "susun"))
    desk.road.wait_until_possible()
    large = SimpleUploadedFile("besar.pdf", b"%PDF-1.7" + bytes(30 * 1024 * 1024 - 8))

    response = desk.send({"berkas": large, "versi": "1.0", "catatan": "Tetap di sini", **all_done(desk)})

    (sentence,) = errors_of(response)
    assert sentence.endswith("Pilih berkas paling besar 20 MB.")
    assert form_at(response, desk.url()).answers["catatan"] == ["Tetap di sini"]


def test_a_disk_that_is_full_is_said_at_the_field(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Office(at("analisis", "susun"))
    desk.road.wait_until_possible()
    monkeypatch.setattr("loket.web.step_files.receive", Mock(side_effect=OSError("no space")))

    response = desk.send({"berkas": a_pdf(), "versi": "1.0", **all_done(desk)})

    assert errors_of(response) == ["Berkas belum tersimpan karena penyimpanan bermasalah. Coba lagi nanti."]


def test_a_word_file_is_no_letter(at: At) -> None:
    desk = Office(at("disposisi", "kepala_dinas"))
    desk.road.step("dikembalikan")

    response = desk.send({"berkas": SimpleUploadedFile("surat.docx", docx())})

    assert errors_of(response) == ["Unggah berkas surat sebagai PDF atau JPEG atau PNG, bukan DOCX."]
