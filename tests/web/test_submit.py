"""A new request, from the first page of questions to the receipt."""

from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from loket.application.drafts import NEW, read_draft
from loket.application.uploads import receive
from loket.models.diskusi import Draft
from loket.models.dokumen import Upload
from loket.models.entry import Entry
from loket.models.kantor import Counter
from loket.models.opd import Opd
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.surat import Surat
from loket.web.submission.summary import EMPTY
from tests.cast import NOW, Road
from tests.files import samples

START, CHECK = "/permintaan/baru", "/permintaan/baru/periksa"
NEED = {
    "nama_aplikasi": "Antrean Puskesmas Daring",
    "kebutuhan": "Nomor antrean dapat diambil dari rumah.",
    "alasan": "Waktu tunggu rata-rata 74 menit.",
    "layanan": "Pendaftaran pasien",
    "pengguna": "Masyarakat dan 25 petugas",
    "wanted_date": "1 September 2026",
}
LETTER = {
    "nomor_surat": "B/500.12/118/403.112/2026",
    "tanggal_surat": "27/02/2026",
    "perihal": "Permintaan pengadaan aplikasi",
    "penanda_tangan": "Kepala Dinas Kesehatan",
    "bentuk": "fisik",
}
CONTACT = {"pic_nama": "Nur Hidayati", "pic_phone": "0812-3456-7890", "pic_email": "nur@magetan.example"}


@pytest.fixture(autouse=True)
def at_a_fixed_time() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def own_storage(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_URL = (tmp_path / "files").as_uri()
    settings.FILE_UPLOAD_HANDLERS = ["loket.web.upload_handler.LimitedUploadHandler"]


def signed_in(road: Road, username: str) -> Client:
    client = Client()
    client.force_login(road.people[username])
    return client


@pytest.fixture
def opd(road: Road) -> Client:
    return signed_in(road, "opd")


@pytest.fixture
def clerk(road: Road) -> Client:
    return signed_in(road, "tu")


def page(name: str) -> str:
    return f"{START}/{name}"


def upload(road: Road, username: str = "opd") -> str:
    received = receive(BytesIO(samples.pdf(2)), "surat.pdf", actor=road.actor(username), now=NOW)
    return str(received.pk)


def fill(client: Client, road: Road, username: str = "opd", **changed: str) -> None:
    """Send the three pages of questions."""
    answers = {**NEED, **LETTER, **CONTACT, "berkas_id": upload(road, username), **changed}
    for name in ("kebutuhan", "surat", "narahubung"):
        client.post(page(name), answers)


def text_of(answer: Any) -> str:
    return unescape(answer.content.decode())


def errors_of(answer: Any) -> dict[str, list[str]]:
    return {name: [str(error) for error in errors] for name, errors in answer.context["form"].errors.items()}


def draft_of(road: Road, username: str = "opd") -> Draft | None:
    return read_draft(road.people[username].pk, NEW)


def test_the_start_page_says_what_is_needed_and_that_there_is_no_draft(opd: Client) -> None:
    text = text_of(opd.get(START))

    assert "Siapkan lebih dahulu" in text
    assert "Belum ada draf." in text
    assert f'href="{page("kebutuhan")}"' in text


def test_the_pages_lead_from_one_to_the_next_and_to_the_check(opd: Client, road: Road) -> None:
    answers = [
        opd.post(page("kebutuhan"), NEED),
        opd.post(page("surat"), {**LETTER, "berkas_id": upload(road)}),
        opd.post(page("narahubung"), CONTACT),
    ]

    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (302, page("surat")),
        (302, page("narahubung")),
        (302, CHECK),
    ]


def test_the_contact_is_prefilled_from_the_profile_of_the_agencys_person(opd: Client, road: Road) -> None:
    road.people["opd"].phone = "+6281234567890"
    road.people["opd"].save(update_fields=["phone"])

    form = opd.get(page("narahubung")).context["form"]

    assert form["pic_nama"].value() == road.people["opd"].nama
    assert form["pic_phone"].value() == "+6281234567890"


def test_the_front_desk_is_not_its_own_contact(clerk: Client) -> None:
    assert clerk.get(page("narahubung")).context["form"]["pic_nama"].value() is None


def test_sending_gives_a_number_a_code_and_a_receipt(opd: Client, road: Road) -> None:
    fill(opd, road)

    answer = opd.post(CHECK)

    permintaan = Permintaan.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/permintaan/{permintaan.nomor}/tanda-terima")
    assert (permintaan.nomor, permintaan.opd, permintaan.at_step) == (
        "APL-2026-0001",
        road.people["opd"].opd,
        "disposisi",
    )
    assert (permintaan.nama_aplikasi, permintaan.wanted_date) == (NEED["nama_aplikasi"], date(2026, 9, 1))
    assert permintaan.pic_phone == "+6281234567890"
    surat = Surat.objects.get()
    assert (surat.nomor_surat, surat.kanal, surat.version.upload.name) == (
        LETTER["nomor_surat"],
        "loket",
        "surat.pdf",
    )
    assert draft_of(road) is None


def test_the_receipt_names_number_code_next_step_and_its_limit(opd: Client, road: Road) -> None:
    fill(opd, road)

    text = text_of(opd.get(opd.post(CHECK)["Location"]))

    permintaan = Permintaan.objects.get()
    assert permintaan.nomor in text
    assert permintaan.kode_lacak in text
    assert "Kepala Dinas: disposisikan surat permintaan, waktu baku ±10 menit." in text
    assert "Batasnya Senin, 2 Maret 2026 pukul 09.10 WIB." in text
    assert "Antar surat asli ke Dinas Kominfo." in text


@pytest.mark.parametrize(
    ("username", "status"), (("opd", 200), ("kasi", 200), ("opd_lain", 404), ("admin", 404))
)
def test_a_receipt_is_for_those_who_see_the_permintaan(road: Road, username: str, status: int) -> None:
    road.submit()

    assert signed_in(road, username).get(f"/permintaan/{road.nomor}/tanda-terima").status_code == status


def test_the_clock_of_the_first_step_runs_since_the_first_saved_draft(
    opd: Client, road: Road, at_a_fixed_time: time_machine.Traveller
) -> None:
    opd.post("/permintaan/baru/draf?halaman=kebutuhan", {"nama_aplikasi": "Antrean"})
    at_a_fixed_time.shift(timedelta(minutes=7))
    fill(opd, road)
    at_a_fixed_time.shift(timedelta(minutes=1))

    opd.post(CHECK)

    assert Pengerjaan.objects.get(step="surat").available_at == NOW


def test_a_draft_older_than_the_calendar_can_still_be_sent(opd: Client, road: Road) -> None:
    fill(opd, road)
    Draft.objects.update(begun_at=NOW - timedelta(days=3000))

    assert opd.post(CHECK).status_code == 302


def test_sending_twice_makes_one_permintaan(opd: Client, road: Road) -> None:
    fill(opd, road)
    key = opd.get(CHECK).context["key"]

    answers = [opd.post(CHECK, {"kunci": key}) for _ in range(2)]

    assert {answer["Location"] for answer in answers} == {"/permintaan/APL-2026-0001/tanda-terima"}
    assert Permintaan.objects.count() == 1


def test_a_draft_that_came_back_after_it_was_sent_is_not_sent_again(opd: Client, road: Road) -> None:
    fill(opd, road)
    kept = draft_of(road)
    opd.post(CHECK)
    assert kept is not None
    kept.save(force_insert=True)

    opd.post(CHECK)

    assert Permintaan.objects.count() == 1


@pytest.mark.parametrize("key", ("", "x", "99999999999999999999", "\x00", "-1"))
def test_with_nothing_to_send_one_is_led_to_the_start(opd: Client, road: Road, key: str) -> None:
    answer = opd.post(CHECK, {"kunci": key})

    assert (answer.status_code, answer["Location"]) == (302, START)
    assert opd.get(CHECK)["Location"] == START


def test_the_key_of_somebody_else_leads_to_nothing(opd: Client, road: Road) -> None:
    fill(opd, road)
    key = opd.get(CHECK).context["key"]
    opd.post(CHECK)

    assert signed_in(road, "opd_lain").post(CHECK, {"kunci": key})["Location"] == START


def test_every_answer_on_the_check_page_can_be_changed_and_returns_there(opd: Client, road: Road) -> None:
    fill(opd, road)
    text = text_of(opd.get(CHECK))

    answer = opd.post(f"{page('kebutuhan')}?ubah=1", {**NEED, "nama_aplikasi": "Antrean Lain"})

    for name in (*NEED, *LETTER, *CONTACT, "berkas"):
        assert f"?ubah=1#id_{name}" in text
    assert answer["Location"] == CHECK
    assert "Antrean Lain" in text_of(opd.get(CHECK))


def test_the_check_page_shows_answers_as_they_were_understood(opd: Client, road: Road) -> None:
    fill(opd, road, wanted_date="lusa", pic_email="")

    text = text_of(opd.get(CHECK))

    assert "Rabu, 4 Maret 2026" in text
    assert "Surat fisik" in text
    assert "surat.pdf (2 halaman, PDF" in text
    assert EMPTY in text


def test_an_unfinished_request_says_what_is_missing_and_is_not_sent(opd: Client, road: Road) -> None:
    opd.post(page("kebutuhan"), {**NEED, "alasan": ""})

    shown, sent = opd.get(CHECK), opd.post(CHECK)

    assert (shown.status_code, sent.status_code, Permintaan.objects.count()) == (200, 422, 0)
    for answer in (shown, sent):
        assert f'href="{page("kebutuhan")}?ubah=1#id_alasan">Isi alasan permintaan.' in text_of(answer)
        assert f'href="{page("surat")}?ubah=1#id_berkas">Unggah berkas surat.' in text_of(answer)


def test_a_page_speaks_of_its_own_fields_only(opd: Client) -> None:
    assert set(errors_of(opd.post(page("narahubung"), {}))) == {"pic_nama", "pic_phone"}


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


def test_a_draft_is_kept_while_typing_and_shown_again(opd: Client, road: Road) -> None:
    answer = opd.post(
        "/permintaan/baru/draf?halaman=kebutuhan", {"nama_aplikasi": "Antre", "wanted_date": "kam"}
    )

    form = opd.get(page("kebutuhan")).context["form"]

    assert answer.json() == {"saved_at": "09.00"}
    assert (form["nama_aplikasi"].value(), form["wanted_date"].value(), form.is_bound) == (
        "Antre",
        "kam",
        False,
    )
    assert "Draf Anda tersimpan" in text_of(opd.get(START))


def test_a_draft_of_one_page_leaves_the_other_pages_alone(opd: Client, road: Road) -> None:
    fill(opd, road)

    opd.post("/permintaan/baru/draf?halaman=narahubung", {"pic_nama": "Lain"})

    kept = draft_of(road)
    assert kept is not None
    assert (kept.fields["pic_nama"], kept.fields["nama_aplikasi"]) == (["Lain"], [NEED["nama_aplikasi"]])


def test_a_draft_keeps_the_answers_of_the_page_and_nothing_else(opd: Client, road: Road) -> None:
    opd.post(
        "/permintaan/baru/draf?halaman=narahubung",
        {"pic_nama": "A", "opd_id": "1", "csrfmiddlewaretoken": "x"},
    )

    kept = draft_of(road)
    assert kept is not None
    assert set(kept.fields) == set(CONTACT)


def test_saving_for_later_judges_nothing(opd: Client, road: Road) -> None:
    answer = opd.post(page("kebutuhan"), {"nama_aplikasi": "Antre", "simpan": "1"})

    assert answer["Location"] == START
    assert "Draf tersimpan pukul 09.00." in text_of(opd.get(START))


def test_a_draft_can_be_thrown_away(opd: Client, road: Road) -> None:
    fill(opd, road)

    answer = opd.post("/permintaan/baru/hapus")

    assert (answer["Location"], draft_of(road)) == (START, None)


def test_a_draft_belongs_to_its_writer(opd: Client, road: Road) -> None:
    fill(opd, road)

    assert "Belum ada draf." in text_of(signed_in(road, "opd_lain").get(START))


def test_the_start_leads_back_to_the_first_unfinished_page(opd: Client, road: Road) -> None:
    opd.post(page("kebutuhan"), NEED)
    first = opd.get(START).context["next_url"]
    fill(opd, road)

    assert (first, opd.get(START).context["next_url"]) == (page("surat"), CHECK)


@pytest.mark.parametrize("path", ("draf", "draf?halaman=x", "draf?halaman=periksa"))
def test_a_draft_of_a_page_that_does_not_exist_is_not_found(opd: Client, path: str) -> None:
    assert opd.post(f"{START}/{path}", {"nama_aplikasi": "A"}).status_code == 404


def test_whoever_is_not_signed_in_keeps_no_draft(client: Client, road: Road) -> None:
    answer = client.post("/permintaan/baru/draf?halaman=kebutuhan", {"nama_aplikasi": "A"})

    assert (answer.status_code, Draft.objects.count()) == (401, 0)


@pytest.mark.parametrize("path", (START, page("kebutuhan"), CHECK))
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client: Client, road: Road, path: str) -> None:
    assert client.get(path)["Location"] == f"/masuk?next={path}"


@pytest.mark.parametrize("path", ("kebutuhan-lain", "Surat", "periksa/x", "0"))
def test_a_page_that_does_not_exist_is_not_found(opd: Client, path: str) -> None:
    assert opd.get(f"{START}/{path}").status_code == 404


@pytest.mark.parametrize("username", ("kadis", "kabid", "kasi", "analis", "programmer", "admin"))
def test_whoever_may_not_send_is_told_so_politely_and_changes_nothing(road: Road, username: str) -> None:
    client = signed_in(road, username)

    shown = client.get(START)
    statuses = {
        client.get(page("kebutuhan")).status_code,
        client.post(page("kebutuhan"), NEED).status_code,
        client.post("/permintaan/baru/draf?halaman=kebutuhan", NEED).status_code,
        client.post(CHECK).status_code,
    }

    assert (shown.status_code, statuses) == (403, {403})
    assert "Bagian ini dikerjakan oleh OPD atau Tata Usaha." in text_of(shown)
    assert (Draft.objects.count(), Permintaan.objects.count()) == (0, 0)


def test_an_agency_that_was_closed_meanwhile_cannot_send(opd: Client, road: Road) -> None:
    fill(opd, road)
    Opd.objects.filter(pk__in=[road.people["opd"].opd_id]).update(is_active=False)
    entries = Entry.objects.count()

    answer = opd.post(CHECK)

    assert (answer.status_code, "Pilih OPD yang mengajukan permintaan." in text_of(answer)) == (422, True)
    assert (Permintaan.objects.count(), Counter.objects.count(), Entry.objects.count()) == (0, 0, entries)
    assert draft_of(road) is not None


def test_the_front_desk_sends_for_the_agency_it_chooses(clerk: Client, road: Road) -> None:
    fill(clerk, road, "tu", opd="dinas kesehatan", kanal="whatsapp")

    clerk.post(CHECK)

    permintaan = Permintaan.objects.get()
    assert (permintaan.opd.nama, permintaan.created_by) == ("Dinas Kesehatan", road.people["tu"])
    assert Surat.objects.get().kanal == "whatsapp"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    (
        ("", "Pilih OPD yang mengajukan permintaan."),
        ("Dinas Antariksa", "OPD ini tidak ada di daftar. Ketik sebagian namanya, lalu pilih dari daftar."),
    ),
)
def test_an_agency_that_is_not_known_is_asked_for(
    clerk: Client, road: Road, typed: str, sentence: str
) -> None:
    answer = clerk.post(page("kebutuhan"), {**NEED, "opd": typed})

    assert errors_of(answer) == {"opd": [sentence]}


def test_several_agencies_that_fit_are_named(clerk: Client, road: Road) -> None:
    answer = clerk.post(page("kebutuhan"), {**NEED, "opd": "pariwisata"})
    several = clerk.post(page("kebutuhan"), {**NEED, "opd": "dinas"})

    assert answer["Location"] == page("surat")
    assert errors_of(several)["opd"][0].startswith("Beberapa OPD cocok: ")
    assert errors_of(several)["opd"][0].endswith(", dan lainnya. Ketik nama yang lengkap.")


def test_the_front_desk_finds_every_agency_in_the_list(clerk: Client, road: Road) -> None:
    text = text_of(clerk.get(page("kebutuhan")))

    assert [opd.nama for opd in Opd.objects.filter(is_active=True) if f'value="{opd.nama}"' not in text] == []


def test_an_agency_cannot_send_for_another(opd: Client, road: Road) -> None:
    fill(opd, road, opd="Dinas Kesehatan", opd_id=str(road.people["opd_lain"].opd_id), kanal="langsung")

    opd.post(CHECK)

    assert Permintaan.objects.get().opd_id == road.people["opd"].opd_id
    assert Surat.objects.get().kanal == "loket"


def test_a_similar_request_of_the_same_agency_is_pointed_out(opd: Client, road: Road) -> None:
    road.submit(nama_aplikasi="Antrean Puskesmas Darling")
    fill(opd, road)

    text = text_of(opd.get(CHECK))

    assert "Mirip dengan permintaan yang sudah ada" in text
    assert f'href="/permintaan/{road.nomor}">Antrean Puskesmas Darling' in text


def test_the_requests_of_other_agencies_are_not_given_away_as_similar(road: Road) -> None:
    road.submit(nama_aplikasi=NEED["nama_aplikasi"])
    other = signed_in(road, "opd_lain")
    fill(other, road, "opd_lain")

    text = text_of(other.get(CHECK))

    assert "Mirip" not in text
    assert road.nomor not in text


def test_the_front_desk_sees_similar_requests_of_all_agencies(clerk: Client, road: Road) -> None:
    road.submit(nama_aplikasi=NEED["nama_aplikasi"])
    fill(clerk, road, "tu", opd="Dinas Kesehatan", kanal="langsung")

    assert road.nomor in text_of(clerk.get(CHECK))
