"""`loket clock`: working-time arithmetic on the shipped calendar, for a person or for another program.

A single question answers on standard output with exit code 0, or says why not on standard error with 2.
`--batch` answers every line with one line, in order, and ends with 0 however many lines were refused: a
refusal is that line's answer. It ends with 1 only when the reader of its output has left.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import NoReturn

from loket.core.calendar import Calendar, CalendarNotFilled
from loket.sop import shipped_calendar

_USAGE = """\
Cara pakai:
  loket clock add --from WAKTU --minutes N    waktu paling awal sesudah N menit kerja
  loket clock add --from WAKTU --days N       jam tutup hari kerja ke-N sesudah tanggal itu
  loket clock between WAKTU WAKTU             menit kerja di antara dua waktu
  loket clock --batch                         satu pertanyaan JSON tiap baris, satu jawaban tiap baris
WAKTU ditulis menurut ISO 8601, misalnya 2026-11-24T15:50; tanpa zona berarti Asia/Jakarta."""


class Unanswerable(Exception):
    """The question itself is wrong; `code` is for programs, the message for people."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


def run(argv: list[str]) -> int:
    if {"-h", "--help"} & set(argv):
        print(_USAGE)
        return 0
    calendar = shipped_calendar.load()
    try:
        options = _parser().parse_args(argv)
        if options.batch and options.op is None:
            return _batch(calendar)
        if options.batch or options.op is None:
            raise _misused()
        print(answer(_question(options), calendar))
    except (Unanswerable, CalendarNotFilled) as refusal:
        print(f"{refusal.code}: {refusal}", file=sys.stderr)
        return 2
    return 0


def answer(question: Mapping[str, object], calendar: Calendar) -> str | int:
    """Answer `add` with an ISO time, `between` with minutes."""
    match question.get("op"):
        case "add":
            start = _time(question, "from", calendar)
            given = [unit for unit in ("minutes", "days") if question.get(unit) is not None]
            if len(given) != 1:
                raise Unanswerable("isian_tidak_lengkap", 'Isi salah satu saja: "minutes" atau "days".')
            add = calendar.add_minutes if given == ["minutes"] else calendar.add_days
            return add(start, _amount(question, given[0])).isoformat()
        case "between":
            return calendar.minutes_between(
                _time(question, "from", calendar), _time(question, "to", calendar)
            )
        case _:
            raise Unanswerable("operasi_tidak_dikenal", 'Isi "op" dengan "add" atau "between".')


def _batch(calendar: Calendar) -> int:
    try:
        for line in sys.stdin.buffer:
            # Flushed line by line: a program may wait for one answer before it asks the next.
            print(json.dumps(_reply(line, calendar)), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains again at its end
        return 1
    return 0


def _reply(line: bytes, calendar: Calendar) -> dict[str, str | int]:
    try:
        return {"result": answer(_parsed(line), calendar)}
    except (Unanswerable, CalendarNotFilled) as refusal:
        return {"error": refusal.code, "detail": str(refusal)}


def _parsed(line: bytes) -> Mapping[str, object]:
    try:
        question = json.loads(line)
    except (ValueError, RecursionError):
        question = None
    if not isinstance(question, dict):
        raise Unanswerable("json_tidak_sah", "Baris ini bukan objek JSON.")
    return question


def _time(question: Mapping[str, object], name: str, calendar: Calendar) -> datetime:
    value = question.get(name)
    if value is None:
        raise Unanswerable("isian_tidak_lengkap", f'Isian "{name}" belum ada.')
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None:
        raise Unanswerable(
            "waktu_tidak_sah", f'Isian "{name}" bukan waktu ISO 8601, misalnya 2026-11-24T15:50:00+07:00.'
        )
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=calendar.zone)


def _amount(question: Mapping[str, object], unit: str) -> int:
    value = question[unit]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Unanswerable("jumlah_tidak_sah", f'Isian "{unit}" harus bilangan bulat, paling kecil 0.')
    return value


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _misused()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--batch", action="store_true")
    operations = parser.add_subparsers(dest="op")
    add = operations.add_parser("add", add_help=False, allow_abbrev=False)
    for name in ("from", "minutes", "days"):
        add.add_argument(f"--{name}")
    between = operations.add_parser("between", add_help=False, allow_abbrev=False)
    for name in ("from", "to"):
        between.add_argument(name)
    return parser


def _question(options: argparse.Namespace) -> dict[str, object]:
    """Turn what was typed into what a line of a batch would hold."""
    typed = {name: value for name, value in vars(options).items() if value is not None}
    amounts = {unit: _number(typed[unit]) for unit in ("minutes", "days") if unit in typed}
    return typed | amounts


def _number(typed: str) -> int | str:
    try:
        return int(typed)
    except ValueError:
        return typed


def _misused() -> Unanswerable:
    return Unanswerable("perintah_tidak_sah", f"Perintah ini tidak lengkap atau tidak dikenal.\n{_USAGE}")
