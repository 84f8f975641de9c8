"""A change of the calendar shows first what it moves; what was typed travels along until it is confirmed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from loket.application.calendar_preview import SHOWN, Move, Preview, preview_of
from loket.application.errors import Invalid
from loket.core.zone import ZONE
from loket.queries.office import calendar_version
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.feedback import Banner
from loket.web.components.navigation import Crumb
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.office.sending import place, sentences_of
from loket.web.request import Request

SURE, EDIT = "yakin", "ubah"
"""`yakin` names the calendar that the preview was reckoned with; after another change it is shown anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change that was typed: what it says, how it is made, and what is said when it is."""

    title: str
    facts: tuple[Fact, ...]
    change: Callable[[], object]
    done: str
    next_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a change moves, as a page shows it; without a table nothing does."""

    banner: Banner
    table: Table | None = None


def through_preview(
    request: Request,
    form: forms.Form,
    judge: Callable[[], Mapping[str, list[str]]],
    proposal: Callable[[], Proposal],
    crumbs: tuple[Crumb, ...],
) -> HttpResponse | None:
    """First the preview, then the change; None where the form is to be shown, with what is wrong in it."""
    if not form.is_bound or EDIT in request.POST:
        return None
    is_read = form.is_valid()
    problems = judge()
    if problems or not is_read:
        place(form, problems)
        return None
    planned = proposal()
    try:
        if not is_sure(request.POST):
            return _shown(request, planned, moved_of(preview_of(planned.change)), crumbs)
        planned.change()
    except Invalid as invalid:
        place(form, invalid.problems)
        return None
    messages.success(request, planned.done)
    return redirect(planned.next_url)


def previewed(change: Callable[[], object]) -> tuple[Moved | None, tuple[str, ...]]:
    """What an act moves that is asked for without a form, or the sentences that say why it cannot be done."""
    try:
        return moved_of(preview_of(change)), ()
    except Invalid as invalid:
        return None, sentences_of(invalid)


def is_sure(sent: QueryDict) -> bool:
    """A form says it in a field, so that one that is edited again does not; a question in its address."""
    return sent.get(SURE) == str(calendar_version())


def sure_url() -> str:
    """Where the confirmation of a question is sent."""
    return f"?{SURE}={calendar_version()}"


def moved_of(preview: Preview) -> Moved:
    running = formats.number(preview.running)
    if not preview.moved:
        text = f"{running} permintaan yang berjalan sudah diperiksa."
        return Moved(banner=Banner(title="Tidak ada batas yang berubah", text=text, kind="beres"))
    title = f"Batas {formats.number(preview.moved)} dari {running} permintaan yang berjalan akan bergeser"
    more = f" Yang ditampilkan {SHOWN} yang paling mendesak." if preview.moved > SHOWN else ""
    text = f"Waktu yang sudah selesai diukur tidak berubah.{more}"
    return Moved(banner=Banner(title=title, text=text, kind="peringatan"), table=_table(preview))


def _table(preview: Preview) -> Table:
    """Numbers, steps and dates only: an admin sees nothing else of a permintaan."""
    return Table(
        caption="Batas yang bergeser",
        columns=(Column("Nomor"), Column("Langkah"), Column("Batas sekarang"), Column("Batas baru")),
        rows=tuple(TableRow(_cells(move)) for move in preview.first),
        dense=True,
    )


def _cells(move: Move) -> tuple[Cell, ...]:
    step = f"{move.step.ke}, {move.step.nama}"
    return Cell(move.nomor), Cell(step), Cell(_moment(move.before)), Cell(_moment(move.after))


def _moment(moment: datetime | None) -> str:
    return formats.full_datetime(moment.astimezone(ZONE)) if moment else "Belum dapat dihitung"


def _shown(request: Request, planned: Proposal, moved: Moved, crumbs: tuple[Crumb, ...]) -> HttpResponse:
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in {"csrfmiddlewaretoken", SURE}
    ]
    context = {
        "planned": planned,
        "moved": moved,
        "crumbs": crumbs,
        "typed": [*typed, (SURE, str(calendar_version()))],
        "edit": EDIT,
    }
    return render(request, "office/pratinjau.html", context)
