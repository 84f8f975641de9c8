import csv
import io
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from loket.web.pages.register import EXPORTS
from loket.web.register import export
from tests.cast import Road
from tests.letters import State, ended, issued, signer
from tests.web.work_pages import Answer, Reader

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uff1d1")
HOSTILE = '=HYPERLINK("http://jahat.example";"klik")'


@pytest.fixture
def letters(road: Road) -> Road:
    road.submit(perihal="=2+2; permintaan")
    road.step()
    signer(issued(road, 1), road)
    ended(issued(road, 2, hal=HOSTILE, tujuan="@SUM(A1)"), State.DIBATALKAN, road)
    return road


def asked(road: Road, form: str, username: str = "tu", **query: str) -> Answer:
    answer = Reader(road, username).get(f"/register/unduh/{form}", **query)
    assert answer.status_code == 200
    return answer


def lines(answer: Answer) -> list[list[str]]:
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def sheet(answer: Answer) -> Any:
    return load_workbook(io.BytesIO(answer.content)).active


def text_in(answer: Answer) -> str:
    document = PdfDocument(answer.content)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize("form", ("xlsx", "csv", "pdf"))
def test_a_file_is_saved_and_never_shown(letters: Road, form: str) -> None:
    answer = asked(letters, form, tahun="2026")

    assert f'filename="Buku Agenda Surat Keluar Tahun 2026.{form}"' in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-store")


def test_csv_opens_in_an_indonesian_excel(letters: Road) -> None:
    answer = asked(letters, "csv")

    head, first, second = lines(answer)
    assert answer.content.startswith(b"\xef\xbb\xbfNo. urut;Tanggal;Nomor;")
    assert len(head) == len(first) == 8
    assert first[:2] == ["1", "02/03/2026"]
    assert second[4:6] == ["'@SUM(A1)", f"'{HOSTILE}"]
    assert (first[7], second[7]) == ("Berlaku", "Dibatalkan")


def test_xlsx_has_dates_as_dates_and_typed_text_as_text(letters: Road) -> None:
    rows = list(sheet(asked(letters, "xlsx")).iter_rows())

    assert [cell.value for cell in rows[0]][:3] == ["No. urut", "Tanggal", "Nomor"]
    assert rows[1][1].value.date() == date(2026, 3, 2)
    assert (rows[2][5].value, rows[2][5].data_type, rows[2][5].quotePrefix) == (HOSTILE, "s", True)
    assert not [cell for row in rows for cell in row if cell.data_type == "f"]


def test_a_spreadsheet_survives_what_no_spreadsheet_can_hold(road: Road) -> None:
    road.submit()
    issued(road, 1, hal="a\x0bb\x1f", tujuan="c" * 250)

    with ZipFile(io.BytesIO(asked(road, "xlsx").content)) as archive:
        assert archive.testzip() is None
    assert sheet(asked(road, "xlsx"))["F2"].value == "ab"


@pytest.mark.parametrize("typed", FORMULAS)
def test_whatever_begins_like_a_formula_is_none(road: Road, typed: str) -> None:
    road.submit()
    issued(road, 1, hal=f"{typed} x")

    assert lines(asked(road, "csv"))[1][5] == f"'{typed} x"
    cell = sheet(asked(road, "xlsx"))["F2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_the_printed_book_has_the_letterhead_and_every_line(letters: Road) -> None:
    said = text_in(asked(letters, "pdf", tahun="2026", keadaan="dibatalkan"))

    for told in ("DINAS KOMUNIKASI DAN INFORMATIKA", "BUKU AGENDA SURAT KELUAR TAHUN 2026", "Dibatalkan"):
        assert told in said
    assert "Keadaan: Dibatalkan; Tahun: 2026" in said
    assert "HYPERLINK" in said
    assert "Undangan rapat 1" not in said


def test_the_book_in_is_exported_too(letters: Road) -> None:
    (head, line) = lines(asked(letters, "csv", buku="masuk"))
    said = text_in(asked(letters, "pdf", buku="masuk"))

    assert (head[0], line[0], line[8]) == ("No. agenda", "1/2026", "APL-2026-0001")
    assert line[5] == "'=2+2; permintaan"
    assert line[7] == letters.people["kabid"].nama
    assert "Buku Agenda Surat Masuk" in said
    assert "APL-2026-0001" in said


@pytest.mark.parametrize("form", ("xlsx", "csv", "pdf"))
def test_what_is_too_long_says_what_is_missing(
    letters: Road, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(export.MOST, form, 1)
    answer = asked(letters, form)

    note = "Hanya 1 baris terbaru yang dimuat. Pilih tahun atau bulan supaya seluruh baris termuat."
    if form == "csv":
        assert (len(lines(answer)), lines(answer)[1][0], lines(answer)[2]) == (3, "2", [note])
    elif form == "xlsx":
        assert sheet(answer)["A3"].value == note
    else:
        assert note in text_in(answer)


def test_everybody_exports_what_they_see(letters: Road) -> None:
    assert len(lines(asked(letters, "csv", "opd"))) == 3
    assert len(lines(asked(letters, "csv", "opd_lain"))) == 1


def test_another_format_is_not_found(letters: Road) -> None:
    assert Reader(letters, "tu").get("/register/unduh/exe").status_code == 404


def test_files_are_not_made_without_end(letters: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(letters, "tu")

    statuses = [reader.get("/register/unduh/csv").status_code for _ in range(EXPORTS.tries + 1)]

    assert statuses == [200] * EXPORTS.tries + [429]
