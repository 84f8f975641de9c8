"""Documents and their pages on their way out."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings as current_settings
from django.test import Client

from loket.application.uploads import receive, store
from loket.web import serving
from tests.cast import NOW, Road
from tests.files import samples
from tests.web.files.carrying import get, letter, signed_in


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


@pytest.mark.parametrize("pk", ("0", "-1", "1.0", "x", "99999999999999999999", "\u0663", "%00", "999999999"))
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
