"""The binder is downloaded by whose business it is."""

import io
import zipfile

from tests.cast import Road
from tests.web.work_pages import Reader


def test_it_is_an_archive_to_be_saved(road: Road) -> None:
    road.submit()

    answer = Reader(road, "kasi").get(f"/permintaan/{road.nomor}/berkas")

    assert answer.headers["Content-Disposition"] == f'attachment; filename="Berkas {road.nomor}.zip"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).testzip() is None


def test_another_agency_finds_nothing(road: Road) -> None:
    road.submit()

    assert Reader(road, "opd_lain").get(f"/permintaan/{road.nomor}/berkas").status_code == 404
