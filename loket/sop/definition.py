"""The shipped SOP files: found by number, parsed, and refused with the line that is wrong."""

import re
import tomllib
from collections.abc import Callable, Collection
from functools import cache
from importlib.resources import files

from loket.core.guards import GUARDS
from loket.core.sop import Sop, SopInvalid
from loket.core.sop_reading import read_sop
from loket.core.soundness import Fault, faults

MAIN = "SOP-DISKOMINFO-001"


def parse(content: str) -> Sop:
    """Read a TOML text. Raises SopInvalid with the line or the place that is wrong."""
    try:
        return read_sop(tomllib.loads(content))
    except tomllib.TOMLDecodeError as error:
        raise SopInvalid(f"bukan TOML yang benar: {error}") from error


@cache
def text_of(nomor: str = MAIN) -> str:
    """The shipped file as text. Raises FileNotFoundError for a number that is not shipped."""
    return (files("loket.sop") / f"{nomor}.toml").read_text("utf-8")


@cache
def shipped(nomor: str = MAIN) -> Sop:
    return parse(text_of(nomor))


def problems_in(content: str, *, parts: Collection[tuple[str, str]], effects: Collection[str]) -> list[str]:
    """Everything wrong with an SOP text, each with its line: unreadable, unsound, or unknown to the code."""
    try:
        sop = parse(content)
    except SopInvalid as error:
        return [_at_line(content, Fault(str(error), tuple(_words(str(error)))))]
    return [_at_line(content, fault) for fault in faults(sop, parts=parts, guards=GUARDS, effects=effects)]


def _words(sentence: str) -> list[str]:
    return [word.strip(",:()'") for word in sentence.split() if word.strip(",:()'").isidentifier()]


def _at_line(content: str, fault: Fault) -> str:
    """Find the line by its words, one after the other: the step's key, then the bagian's, then the name."""
    lines, at = [line.strip() for line in content.splitlines()], 0
    if placed := _TOML_PLACE.search(fault.sentence):
        return f"baris {placed[1] or len(lines)}: {fault.sentence}"
    for word in fault.near:
        at = _line_of(word, lines, at)
    return f"baris {at + 1}: {fault.sentence}"


_TOML_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


def _line_of(word: str, lines: list[str], at: int) -> int:
    """The first line from `at` on that is named so, else one that says so, else one that fills it; else `at`."""
    ways: tuple[Callable[[str], bool], ...] = (
        lambda line: line in {word, f'key = "{word}"', f'nama = "{word}"'},
        lambda line: f'"{word}"' in line or f'"{word}.' in line,
        lambda line: line.startswith(f"{word} = "),
    )
    found = (next((n for n in range(at, len(lines)) if says(lines[n])), None) for says in ways)
    return next((n for n in found if n is not None), at)
