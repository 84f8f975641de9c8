"""Letters per second and memory over 1,000 letters, against Typst alone on the same template.

    python -m bench.bench_letters

Both set every letter, in turn: the floor has one compiler at hand and the letter's data as JSON already; Loket
begins with the dataclass, draws the QR code, and makes a compiler of its own.
"""

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

import psutil
import typst

from loket.documents import Frozen, freeze, render
from loket.documents.glyphs import FONTS
from tests.documents.agreements import BAST
from tests.documents.letters import SURAT_DINAS, SURAT_UNDANGAN

LETTERS = 1_000
MADE_AT = dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.UTC)
KINDS = (SURAT_DINAS, SURAT_UNDANGAN, BAST)


def main() -> None:
    started = _memory()
    floors, ours = zip(*(_kind(kind) for kind in KINDS), strict=True)
    _report("Typst alone", sum(floors))
    _report("Loket", sum(ours))
    print(f"ratio {sum(ours) / sum(floors):.2f}; memory {started} MB at the start, {_memory()} MB at the end")


def _kind(letter: Any) -> tuple[float, float]:
    """What one kind takes: by Typst alone, and by Loket."""
    compiler, floor, ours = _typst(letter.template), 0.0, 0.0
    for number in range(LETTERS // len(KINDS)):
        sah = replace(letter.sah, alamat=f"{letter.sah.alamat}{number:06}")
        # Two numbers, so that Typst finds nothing of the second letter in what it remembers of the first.
        first, second = (replace(letter, nomor=f"B/500.{n}/{number}/2026", sah=sah) for n in (12, 13))
        floor += _timed(partial(_set, compiler, freeze(first)))
        ours += _timed(partial(render, second, made_at=MADE_AT))
    return floor, ours


def _typst(template: str) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    templates = FONTS.parent / "templates"
    return typst.Compiler(templates / template, root=templates, font_paths=fonts, ignore_system_fonts=True)


def _set(compiler: typst.Compiler, letter: Frozen) -> None:
    compiler.compile_with_warnings(
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=int(MADE_AT.timestamp()),
        sys_inputs={"data": letter.data},
    )


def _timed(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def _memory() -> int:
    return int(psutil.Process().memory_info().rss / 1024 / 1024)


def _report(name: str, seconds: float) -> None:
    letters = LETTERS // len(KINDS) * len(KINDS)
    print(f"{name:<12} {letters} letters in {seconds:>6.1f} s, {letters / seconds:>6.1f} letters/s")


if __name__ == "__main__":
    main()
