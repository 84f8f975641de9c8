"""What a person enters for the parts of the document around its table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loket.application.data import Problems
from loket.application.office.sop_row import items, listed
from loket.core.revising import LISTS, TEXTS
from loket.core.sop_difference import NASKAH_FIELDS

REQUIRED = frozenset({*TEXTS, "daftar_pelaksana", "kualifikasi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NaskahData:
    """Texts and lists by the names of `core.revising`."""

    texts: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def check(self) -> Problems:
        problems = Problems()
        for name in TEXTS:
            problems.long_text(name, self.texts.get(name, ""), _what(name))
        for name in LISTS:
            items(problems, name, self.lists.get(name, ()), _what(name), required=name in REQUIRED)
        head, _, body = _paragraphs(self.texts.get("definisi", "")).partition("\n\n")
        problems.unless(
            "definisi" in problems or (body and "\n" not in head),
            "definisi",
            "Tulis istilah yang didefinisikan pada baris pertama, satu baris kosong, lalu definisinya.",
        )
        return problems

    def naskah(self) -> dict[str, Any]:
        return {
            **{name: _paragraphs(self.texts[name]) for name in TEXTS},
            **{name: listed(self.lists[name]) for name in LISTS},
        }


def _paragraphs(text: str) -> str:
    """Lines as every browser means them, without what trails them."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _what(name: str) -> str:
    label = NASKAH_FIELDS[name]
    return label[0].lower() + label[1:]
