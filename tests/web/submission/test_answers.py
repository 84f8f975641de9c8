"""A slip of the pen gets its sentence, and what was typed stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from loket.models.dokumen import Upload
from tests.cast import Road
from tests.files import samples
from tests.web.submission.filling import (
    CHECK,
    CONTACT,
    LETTER,
    NEED,
    draft_of,
    errors_of,
    fill,
    page,
    text_of,
    upload,
)

BAD: tuple[tuple[str, str, str, str], ...] = (
    ("kebutuhan", "nama_aplikasi", " ", "Isi nama aplikasi."),
    (
        "kebutuhan",
        "kebutuhan",
        "a" * 100_000,
        "Isian kebutuhan 100.000 karakter. Ringkas menjadi paling banyak 5.000 karakter.",
    ),
    (
        "kebutuhan",
        "nama_aplikasi",
        "Antrean\u202e Daring",
        "Isian nama aplikasi mengandung karakter tersembunyi. Ketik ulang tanpa menyalin dari aplikasi lain.",
    ),
    ("kebutuhan", "wanted_date", "2 Maret 2026", "Tanggal yang diharapkan harus setelah hari ini."),
    (
        "kebutuhan",
        "wanted_date",
        "17/08/2026",
        "Tanggal yang diharapkan jatuh pada hari libur (Hari Kemerdekaan Republik Indonesia). Pilih hari kerja.",
    ),
    ("kebutuhan", "wanted_date", "31/02/2026", "Tulis tanggal seperti 26/11/2026."),
    (
        "surat",
        "nomor_surat",
        "<b>1</b>",
        "Nomor surat hanya berisi huruf, angka, titik, garis miring, dan tanda hubung.",
    ),
    ("surat", "tanggal_surat", "3 Maret 2026", "Tanggal surat tidak boleh setelah hari ini."),
    ("surat", "tanggal_surat", "", "Isi tanggal surat."),
    ("surat", "bentuk", "lisan", "Pilih salah satu dari pilihan yang tersedia."),
    ("narahubung", "pic_phone", "bukan nomor", "Nomor telepon tidak dikenali. Tulis seperti 0812-3456-7890."),
    ("narahubung", "pic_email", "nur@", "Alamat email tidak lengkap. Tulis seperti nama@magetan.go.id."),
)


def test_the_contact_is_prefilled_from_the_profile_of_the_agencys_person(opd: Client, road: Road) -> None:
    road.people["opd"].phone = "+6281234567890"
    road.people["opd"].save(update_fields=["phone"])

    form = opd.get(page("narahubung")).context["form"]

    assert form["pic_nama"].value() == road.people["opd"].nama
    assert form["pic_phone"].value() == "+6281234567890"


def test_a_page_speaks_of_its_own_fields_only(opd: Client) -> None:
    assert set(errors_of(opd.post(page("narahubung"), {}))) == {"pic_nama", "pic_phone"}


@pytest.mark.parametrize("bad", BAD, ids=[f"{field}-{number}" for number, (_, field, _, _) in enumerate(BAD)])
def test_a_bad_answer_gets_its_sentence_at_its_field_and_stays_as_it_was_typed(
    opd: Client, road: Road, bad: tuple[str, str, str, str]
) -> None:
    name, field, typed, sentence = bad
    answer = opd.post(page(name), {**NEED, **LETTER, **CONTACT, "berkas_id": upload(road), field: typed})

    assert (answer.status_code, errors_of(answer)) == (422, {field: [sentence]})
    assert answer.context["form"][field].value() == typed
    kept = draft_of(road)
    assert kept is not None
    assert kept.fields[field] == [typed]


def test_a_nul_is_refused_and_does_no_harm(opd: Client, road: Road) -> None:
    answer = opd.post(page("kebutuhan"), {**NEED, "nama_aplikasi": "Antrean\x00"})

    assert (answer.status_code, list(errors_of(answer))) == (422, ["nama_aplikasi"])


def test_more_text_than_a_draft_can_hold_is_a_sentence(opd: Client, road: Road) -> None:
    answer = opd.post(page("kebutuhan"), {**NEED, "kebutuhan": "a" * 300_000})

    assert answer.status_code == 413
    assert "Draf terlalu besar untuk disimpan. Ringkas isian Anda, lalu simpan lagi." in text_of(answer)
    assert draft_of(road) is None


def test_more_than_a_form_can_hold_is_a_page_and_no_crash(opd: Client) -> None:
    answer = opd.post(page("kebutuhan"), {**NEED, "kebutuhan": "a" * 3_000_000})

    assert (answer.status_code, "Kiriman ini tidak terbaca" in text_of(answer)) == (400, True)


def test_a_body_that_is_no_form_is_a_page_and_no_crash(opd: Client) -> None:
    answer = opd.post(page("surat"), b"--x\r\nrusak", content_type="multipart/form-data; boundary=\x7f")

    assert answer.status_code == 400


def test_an_accepted_file_survives_errors_elsewhere(opd: Client, road: Road) -> None:
    file = SimpleUploadedFile("surat.pdf", samples.pdf())

    refused = opd.post(page("surat"), {**LETTER, "nomor_surat": "", "berkas": file})
    kept = Upload.objects.get()
    again = opd.post(page("surat"), {**LETTER, "berkas_id": str(kept.pk)})

    assert list(errors_of(refused)) == ["nomor_surat"]
    assert [one.id for one in refused.context["form"].kept] == [str(kept.pk)]
    assert again["Location"] == page("narahubung")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    (
        ("kosong.pdf", b"", "Berkas ini kosong (0 byte). Pilih berkas yang berisi."),
        ("besar.pdf", bytes(30 * 1024 * 1024), "Ukuran berkas 30 MB. Pilih berkas paling besar 20 MB."),
        (
            "surat.docx",
            samples.pdf(),
            "Nama berkas berakhiran .docx, tetapi isinya PDF. Ganti akhirannya menjadi .pdf, atau pilih berkas yang benar.",
        ),
        (
            "halaman.pdf",
            samples.HTML,
            "Berkas ini halaman web (HTML). Cetak halaman itu ke PDF, lalu unggah PDF tersebut.",
        ),
    ),
    ids=("empty", "too-big", "another-kind", "a-web-page"),
)
def test_a_bad_file_gets_its_sentence_beside_what_was_typed(
    opd: Client, road: Road, name: str, content: bytes, sentence: str
) -> None:
    answer = opd.post(page("surat"), {**LETTER, "berkas": SimpleUploadedFile(name, content)})

    assert (answer.status_code, errors_of(answer)) == (422, {"berkas": [sentence]})
    assert answer.context["form"]["perihal"].value() == LETTER["perihal"]
    assert Upload.objects.count() == 0


def test_a_letter_must_be_one_that_can_be_read_page_by_page(opd: Client, road: Road) -> None:
    file = SimpleUploadedFile("surat.docx", samples.docx())

    answer = opd.post(page("surat"), {**LETTER, "berkas": file})

    assert errors_of(answer) == {
        "berkas": ["Unggah berkas surat sebagai PDF atau JPEG atau PNG, bukan DOCX."]
    }


@pytest.mark.parametrize("number", ("0", "x", "999999", "99999999999999999999", "\x00"))
def test_a_file_that_does_not_exist_is_asked_for(opd: Client, road: Road, number: str) -> None:
    answer = opd.post(page("surat"), {**LETTER, "berkas_id": number})

    assert errors_of(answer)["berkas"] == ["Unggah berkas surat."]


def test_the_file_of_somebody_else_is_not_taken(opd: Client, road: Road) -> None:
    answer = opd.post(page("surat"), {**LETTER, "berkas_id": upload(road, "opd_lain")})

    assert (errors_of(answer), answer.context["form"].kept) == ({"berkas": ["Unggah berkas surat."]}, ())


def test_a_file_that_was_taken_away_is_gone(opd: Client, road: Road) -> None:
    fill(opd, road)

    opd.post(page("surat"), LETTER)

    assert "Unggah berkas surat." in text_of(opd.get(CHECK))
