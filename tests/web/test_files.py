"""Files on their way in and out."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as current_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from loket.application.uploads import receive, store
from loket.files.sizes import MAX_BYTES
from loket.models.dokumen import DokumenVersi, Upload
from loket.web import serving
from loket.web.pages import unggah
from loket.web.throttle import Limit
from tests.cast import NOW, Road
from tests.files import samples


@pytest.fixture(autouse=True)
def at_a_fixed_time() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def own_storage(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.FILES_URL = (tmp_path / "files").as_uri()
    settings.FILE_UPLOAD_HANDLERS = ["loket.web.upload_handler.LimitedUploadHandler"]
    monkeypatch.setattr(serving, "pages_root", lambda: tmp_path / "pages")


@pytest.fixture
def opd(client: Client, road: Road) -> Client:
    client.force_login(road.people["opd"])
    return client


def signed_in(road: Road, username: str) -> Client:
    client = Client()
    client.force_login(road.people[username])
    return client


def get(client: Client, url: str, **headers: str) -> Any:
    """The answer with its content read, which also closes the file."""
    answer: Any = client.get(url, headers=headers)
    if answer.streaming:
        answer.file = b"".join(answer.streaming_content)
    return answer


def send(client: Client, content: bytes, name: str = "surat.pdf") -> Any:
    return client.post("/unggah", {"berkas": SimpleUploadedFile(name, content)})


def letter(road: Road, content: bytes | None = None, name: str = "surat.pdf") -> DokumenVersi:
    """Submit a request whose letter really is in the store."""
    upload = receive(BytesIO(content or samples.pdf(2)), name, actor=road.actor("opd"), now=NOW)
    road.submit(upload_id=upload.pk)
    return DokumenVersi.objects.get(dokumen__permintaan__nomor=road.nomor)


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


def test_a_document_comes_as_an_attachment_that_no_browser_runs(opd: Client, road: Road) -> None:
    version = letter(road, name="Surat Nomor 12 \u2013 \u201cPenting\u201d.pdf")

    answer = get(opd, f"/dokumen/{version.pk}")

    assert answer.file == samples.pdf(2)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''Surat%20Nomor%2012%20%E2%80%93%20%E2%80%9CPenting%E2%80%9D.pdf"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("username", "status"),
    (
        ("opd", 200),
        ("kadis", 200),
        ("kasi", 200),
        ("tu", 200),
        ("opd_lain", 404),
        ("analis", 404),
        ("programmer", 404),
        ("admin", 404),
    ),
)
@pytest.mark.parametrize("place", ("", "/halaman/1"))
def test_a_document_exists_for_those_who_see_its_permintaan(
    road: Road, username: str, status: int, place: str
) -> None:
    version = letter(road)

    assert get(signed_in(road, username), f"/dokumen/{version.pk}{place}").status_code == status


@pytest.mark.parametrize("place", ("/dokumen/{pk}", "/dokumen/{pk}/halaman/1"))
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client: Client, road: Road, place: str) -> None:
    url = place.format(pk=letter(road).pk)

    assert get(client, url)["Location"] == f"/masuk?next={url}"


@pytest.mark.parametrize(
    "pk", ("0", "-1", "1.0", "x", "99999999999999999999", "\u0663", "%00", "1/", "999999999")
)
def test_a_document_that_does_not_exist_is_not_found(opd: Client, road: Road, pk: str) -> None:
    assert (get(opd, f"/dokumen/{pk}").status_code, get(opd, f"/berkas/{pk}").status_code) == (404, 404)


def test_pages_are_pictures_that_are_asked_for_each_time(opd: Client, road: Road) -> None:
    url = f"/dokumen/{letter(road).pk}/halaman/2"

    answer = get(opd, url)
    again = get(opd, url, **{"If-None-Match": answer["ETag"]})

    assert answer.file[:4] == b"RIFF"
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/webp", "private, no-cache")
    assert (again.status_code, again.content) == (304, b"")


def test_a_kept_picture_is_not_confirmed_to_who_may_not_see_it(opd: Client, road: Road) -> None:
    url = f"/dokumen/{letter(road).pk}/halaman/1"
    tag = get(opd, url)["ETag"]

    assert get(signed_in(road, "opd_lain"), url, **{"If-None-Match": tag}).status_code == 404


def test_a_photo_is_one_page(opd: Client, road: Road) -> None:
    version = letter(road, samples.jpeg(), "foto.jpg")

    statuses = [get(opd, f"/dokumen/{version.pk}/halaman/{number}").status_code for number in (1, 2)]

    assert statuses == [200, 404]


def test_pages_are_drawn_once(opd: Client, road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    version = letter(road)
    get(opd, f"/dokumen/{version.pk}/halaman/1")
    store().path(version.upload.sha256).unlink()

    assert get(opd, f"/dokumen/{version.pk}/halaman/2").status_code == 200


def test_a_text_document_has_no_pages_but_can_be_saved(opd: Client, road: Road) -> None:
    version = letter(road)
    version.upload = receive(BytesIO(samples.docx()), "kebutuhan.docx", actor=road.actor("opd"), now=NOW)
    version.save(update_fields=["upload"])

    page, file = get(opd, f"/dokumen/{version.pk}/halaman/1"), get(opd, f"/dokumen/{version.pk}")

    assert (page.status_code, page.content.decode()) == (404, "Halaman ini tidak ada.")
    assert file["Content-Disposition"] == 'attachment; filename="kebutuhan.docx"'


def remove(path: Path) -> None:
    path.unlink()


def change_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.chmod(0o600)
    path.write_bytes(content)


def become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", (remove, change_a_byte, become_a_folder))
def test_a_lost_or_changed_file_is_a_sentence_and_is_never_given_out(
    opd: Client, road: Road, harm: Callable[[Path], None]
) -> None:
    version = letter(road)
    harm(store().path(version.upload.sha256))

    file, page = get(opd, f"/dokumen/{version.pk}"), get(opd, f"/dokumen/{version.pk}/halaman/1")

    assert (file.status_code, page.status_code) == (503, 503)
    assert "Berkas ini sedang tidak dapat dibaca" in file.content.decode()
    assert page.content.decode() == "Berkas ini sedang tidak dapat dibaca. Hubungi admin Loket."


def test_a_file_that_came_back_is_given_out_again(opd: Client, road: Road) -> None:
    version = letter(road)
    path = store().path(version.upload.sha256)
    elsewhere = path.rename(path.with_name("sementara"))
    lost = get(opd, f"/dokumen/{version.pk}/halaman/1").status_code
    elsewhere.rename(path)

    assert (lost, get(opd, f"/dokumen/{version.pk}/halaman/1").status_code) == (503, 200)


def test_pages_that_cannot_be_drawn_are_a_sentence(
    opd: Client, road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = letter(road)
    monkeypatch.setattr("loket.files.child.SECONDS", 0)
    monkeypatch.setattr("loket.files.pages._SECONDS_PER_PAGE", 0)

    answer = get(opd, f"/dokumen/{version.pk}/halaman/1")

    assert (answer.status_code, answer.content.decode()) == (
        404,
        "Halaman berkas ini tidak dapat ditampilkan. Unduh berkas untuk membacanya.",
    )


@pytest.mark.parametrize("number", (3, 61, 9999))
def test_a_page_that_does_not_exist_is_not_found(opd: Client, road: Road, number: int) -> None:
    assert get(opd, f"/dokumen/{letter(road).pk}/halaman/{number}").status_code == 404


def test_a_thick_document_is_read_to_its_later_pages(opd: Client, road: Road) -> None:
    version = letter(road, samples.pdf(serving.FIRST_PAGES + 1))

    statuses = [
        get(opd, f"/dokumen/{version.pk}/halaman/{number}").status_code
        for number in (serving.FIRST_PAGES, serving.FIRST_PAGES + 1)
    ]

    assert statuses == [200, 200]


def test_pages_are_kept_below_the_data_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    assert serving.pages_root() == current_settings.ENVIRONMENT.data_dir / "pages"
