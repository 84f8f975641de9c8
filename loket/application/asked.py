"""What an OPD asks for and by which letter: the rules of each fact, wherever it is entered."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from loket.application.data import Problems, local_date
from loket.core.facts import Facts
from loket.core.text import LONG, SHORT, problem_with_letter_number

Check = Callable[[Problems, Any, Facts, datetime], None]


def _short(name: str, what: str, limit: int = SHORT) -> Check:
    def check(problems: Problems, value: str, _: Facts, now: datetime) -> None:
        problems.text(name, value, what, limit=limit)

    return check


def _long(name: str, what: str) -> Check:
    return _short(name, what, LONG)


def _wanted_date(problems: Problems, day: date | None, facts: Facts, now: datetime) -> None:
    if day is not None and day <= local_date(now):
        problems.add("wanted_date", "Tanggal yang diharapkan harus setelah hari ini.")
    elif day is not None and facts.calendar and day <= facts.calendar.last:
        problems.working_date("wanted_date", day, facts, "tanggal yang diharapkan")


def _letter_number(problems: Problems, value: str, facts: Facts, now: datetime) -> None:
    problems.add("nomor_surat", problem_with_letter_number(value))


def _letter_date(problems: Problems, day: date | None, facts: Facts, now: datetime) -> None:
    if day is None:
        problems.add("tanggal_surat", "Isi tanggal surat.")
    elif day > local_date(now):
        problems.add("tanggal_surat", "Tanggal surat tidak boleh setelah hari ini.")


NEED: Mapping[str, Check] = {
    "nama_aplikasi": _short("nama_aplikasi", "nama aplikasi"),
    "kebutuhan": _long("kebutuhan", "kebutuhan"),
    "alasan": _long("alasan", "alasan permintaan"),
    "layanan": _short("layanan", "layanan yang didukung"),
    "pengguna": _short("pengguna", "calon pengguna"),
    "wanted_date": _wanted_date,
}
"""Columns of `Permintaan`."""
LETTER: Mapping[str, Check] = {
    "nomor_surat": _letter_number,
    "perihal": _short("perihal", "perihal surat"),
    "penanda_tangan": _short("penanda_tangan", "penanda tangan surat", 150),
    "tanggal_surat": _letter_date,
}
"""Columns of `Surat`."""
