"""Files on their way in."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from loket.application.uploads import store
from loket.files.sizes import MAX_BYTES
from loket.models.dokumen import Upload
from loket.web.pages import unggah
from loket.web.throttle import Limit
from tests.cast import Road
from tests.files import samples
from tests.web.files.carrying import get, send, signed_in

BAD = {
    "an empty file": (b"", "surat.pdf", "Berkas ini kosong (0 byte). Pilih berkas yang berisi."),
    "a PDF named docx": (
        samples.pdf(),
        "surat.docx",
        (
            "Nama berkas berakhiran .docx, tetapi isinya PDF. "
            "Ganti akhirannya menjadi .pdf, atau pilih berkas yang benar."
        ),
    ),
    "a web page": (
        samples.HTML,
        "surat.pdf",
        "Berkas ini halaman web (HTML). Cetak halaman itu ke PDF, lalu unggah PDF tersebut.",
    ),
    "an SVG": (
        samples.SVG,
        "logo.png",
        "Berkas ini gambar SVG. Simpan sebagai PNG atau PDF, lalu unggah lagi.",
    ),
    "a program": (
        samples.PROGRAM,
        "surat.pdf",
        "Berkas ini program, bukan dokumen. Pilih berkas PDF, DOCX, XLSX, JPEG, atau PNG.",
    ),
    "a PDF that is a zip too": (
        samples.pdf() + samples.archive(a=b"b"),
        "surat.pdf",
        "Berkas ini memuat dua jenis isi sekaligus. Simpan ulang sebagai PDF biasa, lalu unggah lagi.",
    ),
}


def test_an_accepted_file_is_answered_with_its_id_and_description(opd: Client, road: Road) -> None:
    answer = send(opd, samples.pdf(2))

    upload = Upload.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "id": str(upload.pk),
        "name": "surat.pdf",
        "size": upload.size,
        "label": f"2 halaman, PDF {upload.size // 1024 + 1} KB",
    }
    assert (upload.uploaded_by, store().exists(upload.sha256)) == (road.people["opd"], True)


@pytest.mark.parametrize(("content", "name", "sentence"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_kept_is_answered_with_a_sentence(
    opd: Client, content: bytes, name: str, sentence: str
) -> None:
    answer = send(opd, content, name)

    assert (answer.status_code, answer.json()) == (422, {"error": sentence})
    assert (Upload.objects.count(), list(store().all())) == (0, [])


def test_thirty_megabytes_are_refused_with_the_sentence_and_stored_nowhere(
    opd: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)

    answer = send(opd, b"%PDF-1.7\n" + bytes(30 * 1024 * 1024 - 9))

    assert (answer.status_code, answer.json()) == (
        413,
        {"error": "Ukuran berkas 30 MB. Pilih berkas paling besar 20 MB."},
    )
    assert (Upload.objects.count(), list(store().all()), list(tmp_path.glob("*upload*"))) == (0, [], [])


def test_a_file_of_no_end_is_refused_though_nothing_of_it_was_kept(opd: Client) -> None:
    environment: Any = {
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
        "CONTENT_LENGTH": str(10 * MAX_BYTES),
        "wsgi.input": BytesIO(b"--x--"),
    }

    answer = opd.generic("POST", "/unggah", **environment)

    assert (answer.status_code, answer.json()) == (
        413,
        {"error": "Ukuran berkas lebih dari 20 MB. Pilih berkas paling besar 20 MB."},
    )


def test_no_file_is_asked_for_again(opd: Client) -> None:
    answer = opd.post("/unggah", {"berkas": ""})

    assert (answer.status_code, answer.json()) == (422, {"error": "Pilih berkas yang akan diunggah."})


@pytest.mark.parametrize(
    "name", ("../../etc/passwd.pdf", "a\x00b.pdf", "surat\u202efdp.pdf", "a" * 500 + ".pdf", "CON.pdf")
)
def test_a_strange_name_becomes_one_that_every_system_can_save(opd: Client, name: str) -> None:
    answer = send(opd, samples.pdf(), name)

    kept = answer.json()["name"]
    assert answer.status_code == 201
    assert kept == Upload.objects.get().name
    assert not set(kept) & set('/\\\x00\u202e"')
    assert len(kept) <= 120


def test_whoever_is_not_signed_in_uploads_nothing(client: Client, road: Road) -> None:
    answer = send(client, samples.pdf())

    assert (answer.status_code, Upload.objects.count()) == (401, 0)
    assert answer.json() == {"error": "Sesi Anda berakhir. Masuk lagi, lalu pilih berkas sekali lagi."}


def test_another_site_cannot_upload_for_somebody(road: Road) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(road.people["opd"])

    assert (send(client, samples.pdf()).status_code, Upload.objects.count()) == (403, 0)


def test_uploads_have_a_generous_limit_and_a_json_refusal(
    opd: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unggah, "UPLOADS", Limit("unggah", tries=2, seconds=600))

    answers = [send(opd, samples.pdf()) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert answers[2].json() == {"error": "Terlalu banyak unggahan. Coba lagi dalam 10 menit."}
    assert answers[2]["Retry-After"] == "600"


def test_a_store_that_cannot_be_written_is_a_sentence(
    opd: Client, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "penuh").write_text("bukan folder")
    settings.FILES_URL = (tmp_path / "penuh" / "files").as_uri()

    answer = send(opd, samples.pdf())

    assert (answer.status_code, Upload.objects.count()) == (503, 0)
    assert answer.json() == {
        "error": "Berkas belum tersimpan karena penyimpanan bermasalah. Coba lagi nanti."
    }


def test_an_upload_is_read_by_its_sender_only_and_only_until_it_is_used(opd: Client, road: Road) -> None:
    send(opd, samples.pdf())
    upload = Upload.objects.get()
    url = f"/berkas/{upload.pk}"

    mine, theirs = get(opd, url), get(signed_in(road, "kasi"), url)
    road.submit(upload_id=upload.pk)
    afterwards = get(opd, url)

    assert mine.file == samples.pdf()
    assert (mine.status_code, theirs.status_code, afterwards.status_code) == (200, 404, 404)
