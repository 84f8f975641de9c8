"""A book as a spreadsheet: XLSX, and CSV as Excel in Indonesian opens it. What was typed is never a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value = str | int | date | None

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
SEPARATOR = ";"
"""Where the comma is the decimal sign, as in Indonesian, Excel takes the semicolon for the separator of columns.

A first line "sep=;" would say so too, but Excel then no longer looks at the mark that says UTF-8.
"""
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")
"""What spreadsheets take for the beginning of a formula, after blanks too, and in full width."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML, and so XLSX, cannot hold."""
_WIDTHS = (9, 13, 36, 28, 36, 44, 30, 16, 18)
_DATE = "dd/mm/yyyy"


def xlsx(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[Value]], *, note: str, now: datetime
) -> bytes:
    """One sheet, with its heads in sight; `note` says below what is not in it."""
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = now.replace(tzinfo=None)
    book.properties.title, book.properties.creator = title, "Loket"
    sheet: WriteOnlyWorksheet = book.create_sheet("Register")
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.append([_cell(sheet, head, bold=True) for head in heads])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    if note:
        sheet.append([_cell(sheet, note)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> WriteOnlyCell:
    """A text stays a text: openpyxl would write one that begins with = as a formula."""
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value)
        if isinstance(value, date):
            cell.number_format = _DATE
    else:
        text = _UNWRITABLE.sub("", value)
        cell = WriteOnlyCell(sheet, text)
        cell.data_type = "s"
        cell.quotePrefix = bool(_FORMULA.match(text))
    cell.font, cell.alignment = Font(bold=bold), Alignment(vertical="top", wrap_text=True)
    return cell


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[Value]], *, note: str) -> bytes:
    """UTF-8 with its mark, without which Excel takes the file for another alphabet."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=SEPARATOR)
    writer.writerow(heads)
    writer.writerows([_plain(value) for value in row] for row in rows)
    if note:
        writer.writerow([_plain(note)])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def _plain(value: Value) -> str:
    """An apostrophe keeps a spreadsheet from calculating what somebody has typed."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    text = "" if value is None else _UNWRITABLE.sub("", str(value))
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text
