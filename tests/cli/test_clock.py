"""`loket clock` answers people and programs without Django or a database."""

import io
import json
import subprocess
import sys
from collections.abc import Iterable
from time import perf_counter

import pytest

from loket.cli import clock

COMMAND = (sys.executable, "-c", "import sys; from loket.cli.clock import run; sys.exit(run(sys.argv[1:]))")


def batch(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: Iterable[object]
) -> list[object]:
    asked = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(asked)))
    assert clock.run(["--batch"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("argv", "answer"),
    (
        (("add", "--from", "2026-11-24T15:50", "--minutes", "10"), "2026-11-24T16:00:00+07:00"),
        (("add", "--from", "2026-11-23T15:55", "--minutes", "10"), "2026-11-24T07:35:00+07:00"),
        (("add", "--from", "2026-11-24T08:50:00Z", "--minutes", "10"), "2026-11-24T16:00:00+07:00"),
        (("add", "--from", "2026-11-24 10:00", "--days", "15"), "2026-12-15T16:00:00+07:00"),
        (("add", "--from", "2026-03-10T09:00:00+07:00", "--days=15"), "2026-04-08T16:00:00+07:00"),
        (("add", "--minutes", "0", "--from", "2026-11-28"), "2026-11-28T00:00:00+07:00"),
        (("between", "2026-11-23T15:00", "2026-11-24T09:00"), "150"),
        (("between", "2026-11-24T09:00", "2026-11-23T15:00"), "0"),
    ),
)
def test_a_question_is_answered_on_standard_output(
    argv: tuple[str, ...], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clock.run(list(argv)) == 0
    assert capsys.readouterr() == (f"{answer}\n", "")


@pytest.mark.parametrize(
    ("argv", "complaint"),
    (
        (
            ("add", "--from", "2028-01-03T09:00", "--minutes", "1"),
            "kalender_belum_diisi: Kalender kerja tahun 2028 belum diisi;",
        ),
        (
            ("add", "--from", "2027-12-31T09:00", "--days", "1"),
            "kalender_belum_diisi: Kalender kerja tahun 2028 belum diisi;",
        ),
        (
            ("between", "2024-12-31T09:00", "2026-01-01"),
            "kalender_belum_diisi: Kalender kerja tahun 2024 belum diisi;",
        ),
        (
            ("add", "--from", "2027-12-31T09:00", "--minutes", "9" * 30),
            "kalender_belum_diisi: Kalender kerja tahun 2028 belum diisi;",
        ),
        (("add", "--from", "kemarin", "--days", "1"), 'waktu_tidak_sah: Isian "from" bukan waktu ISO 8601'),
        (("between", "2026-11-24", "2026-13-01"), 'waktu_tidak_sah: Isian "to" bukan waktu ISO 8601'),
        (("add", "--from", "2026-11-24", "--minutes", "-1"), 'jumlah_tidak_sah: Isian "minutes" harus'),
        (("add", "--from", "2026-11-24", "--days", "dua"), 'jumlah_tidak_sah: Isian "days" harus'),
        (("add", "--from", "2026-11-24", "--days", "9" * 5000), 'jumlah_tidak_sah: Isian "days" harus'),
        (("add", "--from", "2026-11-24"), "isian_tidak_lengkap: Isi salah satu saja"),
        (
            ("add", "--from", "2026-11-24", "--days", "1", "--minutes", "1"),
            "isian_tidak_lengkap: Isi salah satu",
        ),
        (("add", "--days", "1"), 'isian_tidak_lengkap: Isian "from" belum ada.'),
        ((), "perintah_tidak_sah: "),
        (("subtract",), "perintah_tidak_sah: "),
        (("between", "2026-11-24"), "perintah_tidak_sah: "),
        (("add", "--from", "2026-11-24", "--hours", "1"), "perintah_tidak_sah: "),
        (("--batch", "between", "2026-11-24", "2026-11-24"), "perintah_tidak_sah: "),
    ),
)
def test_what_cannot_be_answered_is_said_on_standard_error(
    argv: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert clock.run(list(argv)) == 2
    said = capsys.readouterr()
    assert (said.out, said.err[: len(complaint)]) == ("", complaint)


@pytest.mark.parametrize("argv", (("--help",), ("add", "-h")))
def test_help_shows_every_form(argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert clock.run(list(argv)) == 0
    said = capsys.readouterr()
    assert [form in said.out for form in ("--minutes", "--days", "between", "--batch")] == [True] * 4


def test_a_batch_answers_line_by_line_and_goes_on_after_a_bad_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = batch(
        monkeypatch,
        capsys,
        (
            {"op": "add", "from": "2026-11-24T15:50:00+07:00", "minutes": 10},
            b"bukan json",
            {"op": "add", "from": "2026-05-22T09:00", "days": 10, "minutes": None},
            {"op": "between", "from": "2026-11-23T15:00", "to": "2026-11-24T02:00:00Z"},
        ),
    )
    assert answers == [
        {"result": "2026-11-24T16:00:00+07:00"},
        {"error": "json_tidak_sah", "detail": "Baris ini bukan objek JSON."},
        {"result": "2026-06-10T16:00:00+07:00"},
        {"result": 150},
    ]


@pytest.mark.parametrize(
    ("line", "error"),
    (
        (b"", "json_tidak_sah"),
        (b"[]", "json_tidak_sah"),
        (b"\xff\xfe{", "json_tidak_sah"),
        (b"[" * 100_000, "json_tidak_sah"),
        (b'{"op": "add", "from": "2026-11-24", "minutes": ' + b"9" * 5000 + b"}", "json_tidak_sah"),
        ({}, "operasi_tidak_dikenal"),
        ({"op": ["add"]}, "operasi_tidak_dikenal"),
        ({"op": "add", "minutes": 1}, "isian_tidak_lengkap"),
        ({"op": "add", "from": "2026-11-24"}, "isian_tidak_lengkap"),
        ({"op": "add", "from": "2026-11-24", "minutes": 1, "days": 1}, "isian_tidak_lengkap"),
        ({"op": "between", "from": "2026-11-24"}, "isian_tidak_lengkap"),
        ({"op": "add", "from": 20261124, "minutes": 1}, "waktu_tidak_sah"),
        ({"op": "add", "from": "2026-11-24T25:00", "minutes": 1}, "waktu_tidak_sah"),
        ({"op": "add", "from": "\u0000\ud800", "minutes": 1}, "waktu_tidak_sah"),
        ({"op": "add", "from": "2026-11-24", "minutes": True}, "jumlah_tidak_sah"),
        ({"op": "add", "from": "2026-11-24", "minutes": 1.5}, "jumlah_tidak_sah"),
        ({"op": "add", "from": "2026-11-24", "minutes": "10"}, "jumlah_tidak_sah"),
        ({"op": "add", "from": "2026-11-24", "days": -1}, "jumlah_tidak_sah"),
        ({"op": "add", "from": "2026-11-24", "days": 10**12}, "kalender_belum_diisi"),
        ({"op": "add", "from": "0001-01-01T00:00:00+14:00", "days": 1}, "kalender_belum_diisi"),
        ({"op": "between", "from": "2026-11-24", "to": "9999-12-31T23:59:59-12:00"}, "kalender_belum_diisi"),
    ),
)
def test_a_bad_line_gets_a_code_and_a_sentence(
    line: object, error: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (answer,) = batch(monkeypatch, capsys, (line,))
    assert isinstance(answer, dict)
    assert (answer["error"], set(answer), answer["detail"][-1]) == (error, {"error", "detail"}, ".")


def test_nothing_asked_is_nothing_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert batch(monkeypatch, capsys, ()) == []


def test_neither_django_nor_a_database_is_loaded() -> None:
    program = (
        "import sys; from loket.cli.clock import run; "
        "run(['between', '2026-11-23T15:00', '2026-11-24T09:00']); "
        "print(sorted({'django', 'psycopg', 'procrastinate'} & set(sys.modules)))"
    )
    done = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("150\n[]\n", "")


def test_ten_thousand_questions_are_answered_in_a_moment() -> None:
    question = b'{"op": "add", "from": "2026-11-24T15:50:00+07:00", "minutes": 4321}\n'
    begun = perf_counter()
    done = subprocess.run((*COMMAND, "--batch"), input=question * 10_000, capture_output=True, check=True)
    took = perf_counter() - begun
    assert done.stdout == b'{"result": "2026-12-08T11:51:00+07:00"}\n' * 10_000
    # About 0.3 s on a quiet machine; the room is for a busy one.
    assert took < 3


def test_each_answer_comes_before_the_next_question() -> None:
    with subprocess.Popen((*COMMAND, "--batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        answers = []
        for minutes in (b"10", b"11"):
            asked.stdin.write(b'{"op": "add", "from": "2026-11-24T15:50", "minutes": ' + minutes + b"}\n")
            asked.stdin.flush()
            answers.append(asked.stdout.readline())
    assert answers == [
        b'{"result": "2026-11-24T16:00:00+07:00"}\n',
        b'{"result": "2026-11-25T07:31:00+07:00"}\n',
    ]


def test_a_reader_who_leaves_is_no_traceback() -> None:
    question = b'{"op": "between", "from": "2026-11-23", "to": "2026-11-24"}\n'
    with subprocess.Popen(
        (*COMMAND, "--batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        assert asked.stderr is not None
        asked.stdout.close()
        asked.stdin.write(question)
        asked.stdin.close()
        said = asked.stderr.read()
    assert (said, asked.returncode) == (b"", 1)
