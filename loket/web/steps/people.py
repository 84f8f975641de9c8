"""People as choices of a form, with their load as words and as a small bar."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from loket.queries.step_people import Candidate
from loket.web.components.fields import Choice


def load_text(one: Candidate) -> str:
    if not one.load.count:
        return "belum ada permintaan berjalan"
    late = f", {one.load.late} lewat batas" if one.load.late else ""
    return f"{one.load.count} permintaan berjalan{late}"


def with_title(one: Candidate) -> Choice:
    return Choice(one.nama, hint=f"{one.title}, {load_text(one)}")


def with_bars(people: Iterable[Candidate]) -> list[tuple[str, Choice]]:
    """Choices whose bars can be compared with each other; urgent permintaan weigh more than others."""
    shown = list(people)
    total = max((one.load.weight for one in shown), default=0) or 1
    return [(str(one.id), Choice(one.nama, hint=_bar(one, total))) for one in shown]


def _bar(one: Candidate, total: int) -> SafeString:
    text = f"{one.title}, {load_text(one)}"
    bar = render_to_string(
        "components/load_bar.html",
        {
            "value": one.load.weight,
            "total": total,
            "over": one.load.late_weight,
            "within": one.load.weight - one.load.late_weight,
            "label": f"Beban {one.load.weight} dari {total}",
        },
    )
    return format_html("{}{}", text, SafeString(bar))
