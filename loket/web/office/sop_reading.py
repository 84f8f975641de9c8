"""A draft beside the revision before it, word by word, and what deserves a second look in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from loket.core.sop import Sop, Unit
from loket.core.sop_difference import FieldChange, RowChange
from loket.core.wording import Piece, compared
from loket.sop.related import related
from loket.web import formats


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedField:
    label: str
    before: Sequence[Piece]
    after: Sequence[Piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """`url` opens its form."""

    title: str
    url: str
    fields: Sequence[ComparedField]


def compared_rows(changes: Sequence[RowChange]) -> list[ComparedRow]:
    """The rows in their order, the parts around the table after them."""
    ordered = sorted(changes, key=lambda change: change.step is None)
    return [_row(change) for change in ordered]


def remarks_on(sop: Sop) -> list[str]:
    """What is allowed and seldom meant: a related SOP whose days no longer add up to those of its step."""
    found = []
    for step in sop.steps.values():
        days = related(step.sop_terkait).hari_kerja if step.sop_terkait else None
        standard = step.standard
        if days is None or (standard.unit is Unit.HARI_KERJA and standard.value == days):
            continue
        found.append(
            f"Langkah {step.ke}, {step.nama}, menjadi {standard.text},"
            f" sedangkan butir {step.sop_terkait} seluruhnya {formats.number(days)} hari kerja."
        )
    return found


def _row(change: RowChange) -> ComparedRow:
    step = change.step
    return ComparedRow(
        title=f"Langkah {step.ke}, {step.nama}" if step else "Naskah di luar tabel",
        url=reverse("draf_sop_langkah", args=[step.key]) if step else reverse("draf_sop_naskah"),
        fields=tuple(map(_field, change.fields)),
    )


def _field(change: FieldChange) -> ComparedField:
    before, after = compared(change.before, change.after)
    return ComparedField(label=change.label, before=before, after=after)
