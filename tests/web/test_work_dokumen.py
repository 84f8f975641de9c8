from collections.abc import Callable

import pytest

from loket.models.dokumen import DokumenVersi, Upload
from tests.cast import Road
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

At = Callable[..., Road]


def newest(jenis: str = "spesifikasi") -> DokumenVersi:
    return DokumenVersi.objects.filter(dokumen__jenis=jenis).latest("number")


def url(road: Road, version: DokumenVersi) -> str:
    return f"/permintaan/{road.nomor}/dokumen/{version.pk}"


@pytest.mark.parametrize(
    ("username", "status"), (("kasi", 200), ("opd", 200), ("opd_lain", 404), ("admin", 404))
)
def test_a_document_is_read_by_those_who_see_its_permintaan(at: At, username: str, status: int) -> None:
    road = at("analisis", "reviu")

    assert Reader(road, username).get(url(road, newest())).status_code == status


def test_its_pages_are_pictures_and_the_original_is_a_download(at: At) -> None:
    road = at("analisis", "reviu")
    Upload.objects.update(pages=3)
    version = newest()

    content = Reader(road, "kasi").get(url(road, version)).content.decode()

    shown = [f'<img src="/dokumen/{version.pk}/halaman/{number}"' in content for number in (1, 2, 3, 4)]
    assert shown == [True, True, True, False]
    assert f'href="/dokumen/{version.pk}"' in content


def test_a_file_without_pages_says_so(at: At) -> None:
    road = at("analisis", "reviu")
    Upload.objects.update(pages=0)

    assert "Berkas ini tidak punya pratinjau halaman." in text_of(
        Reader(road, "kasi").get(url(road, newest()))
    )


def test_versions_stand_beside_each_other_with_what_was_said(at: At) -> None:
    road = at("analisis", "reviu")
    road.step(outcome="dikembalikan")
    first = newest()
    remark = first.review_set.get().catatan
    road.walk_to("analisis", "reviu")

    words = text_of(Reader(road, "kasi").get(url(road, first)))

    assert "mengembalikan dokumen" in words
    assert remark in words
    assert words.count("yang Anda baca") == 1
    assert f"Sidik SHA-256 {first.upload.sha256}" in words


def test_a_letter_is_called_by_its_number_among_versions(road: Road) -> None:
    road.submit()

    assert "Surat permintaan Versi ke-1, Antrean Daring" in text_of(
        Reader(road, "opd").get(url(road, newest("surat")))
    )


@pytest.mark.parametrize("pk", ("0", "999999999999999999", "9" * 30, "x"))
def test_a_document_that_is_none_is_not_found(road: Road, pk: str) -> None:
    road.submit()

    assert Reader(road, "kadis").get(f"/permintaan/{road.nomor}/dokumen/{pk}").status_code == 404


def test_reading_a_document_costs_the_same_for_every_version(at: At) -> None:
    road = at("analisis", "reviu")
    one = Reader(road, "kasi").queries(url(road, newest()))
    road.step(outcome="dikembalikan")
    road.walk_to("analisis", "reviu")

    assert (one, Reader(road, "kasi").queries(url(road, newest()))) == (6, 6)
