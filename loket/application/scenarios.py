"""The scenarios of an acceptance test: a programmer lists them, the OPD marks each as passed or failed."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from loket.application.checklist import LONGEST, Answer, Answers
from loket.application.data import Problems
from loket.application.registry import Work
from loket.core.text import SHORT
from loket.models.dokumen import DokumenVersi
from loket.models.implementasi import Uat, scenario_code

MOST = 60
LONGEST_VERSION = 30
"""Characters of a version, as its column holds them."""
A_RUN = 3
"""From so many in a row on, a sentence names only the first and the last."""
UNMARKED = Answer("")

Row = Mapping[str, str]
"""A scenario as its round keeps it."""


def listed(text: str) -> tuple[str, ...]:
    """One on each line that holds something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def check_handed_over(problems: Problems, versi: str, text: str) -> None:
    """The version and the list that a programmer hands over for test."""
    problems.text("versi", versi, "versi yang diuji", limit=LONGEST_VERSION)
    one_line = len(versi.splitlines()) <= 1
    problems.unless(one_line, "versi", "Tulis versi yang diuji dalam satu baris.")
    found = listed(text)
    problems.unless(found, "skenario", "Isi skenario uji, satu skenario per baris.")
    problems.unless(
        len(found) <= MOST,
        "skenario",
        f"Skenario uji berjumlah {len(found)}. Ringkas menjadi paling banyak {MOST} skenario.",
    )
    for number, uraian in enumerate(found[:MOST], 1):
        problems.text("skenario", uraian, f"skenario ke-{number}", limit=SHORT)


def open_round(work: Work, versi: str, text: str, evidence: DokumenVersi) -> Uat:
    """The next round of the test, with nothing marked yet."""
    return Uat.objects.create(
        permintaan=work.permintaan,
        round=work.permintaan.uat_set.count() + 1,
        versi=versi.strip(),
        skenario=[{"uraian": uraian, "hasil": "", "catatan": ""} for uraian in listed(text)],
        evidence=evidence,
        ready_by_id=work.by,
        ready_at=work.now,
    )


def check_results(problems: Problems, results: Answers, count: int, outcome: str) -> None:
    """Every scenario of the round is marked, and no other; what failed is not accepted without a word."""
    codes = {number: scenario_code(number) for number in range(1, count + 1)}
    answers = {number: results.get(kode, UNMARKED) for number, kode in codes.items()}
    problems.unless(
        results.keys() <= set(codes.values()),
        "hasil",
        "Hasil uji memuat skenario yang tidak ada pada putaran ini. Periksa hasil setiap skenario, lalu kirim lagi.",
    )
    missing = [number for number, answer in answers.items() if answer.status not in Uat.Lulus.values]
    problems.unless(not missing, "hasil", f"Tandai Lulus atau Gagal pada skenario {_named(missing)}.")
    for number, answer in answers.items():
        field, what = f"keterangan_{codes[number]}", f"catatan skenario {codes[number]}"
        problems.text(field, answer.keterangan, what, limit=LONGEST, required=False)
    failed = [number for number, answer in answers.items() if answer.status == Uat.Lulus.GAGAL]
    problems.unless(
        not failed or outcome != Uat.Hasil.DITERIMA,
        "outcome",
        f"Skenario {_named(failed)} gagal, sehingga aplikasi belum dapat diterima tanpa catatan. "
        "Pilih diterima dengan catatan, atau ditolak.",
    )


def _named(numbers: Sequence[int]) -> str:
    """S-01 sampai S-03, S-07, dan S-09."""
    parts: list[str] = []
    for _, run in groupby(enumerate(numbers), key=lambda placed: placed[1] - placed[0]):
        codes = [scenario_code(number) for _, number in run]
        parts += codes if len(codes) < A_RUN else [f"{codes[0]} sampai {codes[-1]}"]
    *others, last = parts or [""]
    comma = "," if len(others) > 1 else ""
    return f"{', '.join(others)}{comma} dan {last}" if others else last


def marked(rows: Sequence[Row], results: Answers) -> list[Row]:
    """The scenarios with what was found."""
    answers = (results[scenario_code(number)] for number in range(1, len(rows) + 1))
    return [
        {"uraian": row["uraian"], "hasil": answer.status, "catatan": answer.keterangan.strip()}
        for row, answer in zip(rows, answers, strict=True)
    ]


def counted(rows: Sequence[Row]) -> dict[str, int]:
    """How many passed and failed, which is what the record tells."""
    found = [row["hasil"] for row in rows]
    return {hasil.value: found.count(hasil) for hasil in Uat.Lulus}
