"""`/`: what the service is, tracking, numbers, and the twelve steps in plain words."""

from datetime import datetime

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from loket.application.data import local_date
from loket.core.sop import Sop, Step
from loket.queries.sop_counts import open_counts, performance
from loket.queries.sop_in_force import sop_in_force
from loket.web import formats
from loket.web.components.facts import Stat
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.pages.lacak import KodeForm
from loket.web.request import Request

SECONDS_OF_NUMBERS = 60
"""Anybody may ask for this page at any rate; the numbers are counted once a minute at most."""


@require_safe
def landing(request: Request) -> HttpResponse:
    sop = sop_in_force(local_date(request.now))
    context = {
        "form": KodeForm(),
        "sop_url": reverse("sop", args=[sop.nomor]),
        "steps": _steps(sop),
        "stats": _stats(sop, request.now),
    }
    return render(request, "public/landing.html", context)


def activity(step: Step) -> str:
    """Kegiatan of a step in one sentence, with what a meeting is about."""
    return f"{step.kegiatan} {'; '.join(step.agenda)}".strip()


def _steps(sop: Sop) -> Table:
    columns = (Column("Langkah"), Column("Dikerjakan oleh"), Column("Waktu baku"))
    return Table(caption="Langkah layanan", columns=columns, rows=tuple(map(_row, sop.steps.values())))


def _row(step: Step) -> TableRow:
    people = ", ".join(role.label for role in step.pelaksana)
    first = Cell(f"{step.ke}. {step.nama}", detail=activity(step))
    return TableRow((first, Cell(people), Cell(step.standard.text)))


def _stats(sop: Sop, now: datetime) -> tuple[Stat, ...]:
    open_now, finished, percent = (
        cache.get_or_set("angka", lambda: _count(sop, now), SECONDS_OF_NUMBERS) or _NONE
    )
    timely = (
        Stat(formats.percent(percent), "langkah tepat waktu dalam 90 hari")
        if percent is not None
        else Stat("0", "langkah diukur dalam 90 hari")
    )
    return (
        Stat(formats.number(open_now), "permintaan berjalan"),
        Stat(formats.number(finished), "selesai tahun ini"),
        timely,
    )


_NONE: tuple[int, int, float | None] = (0, 0, None)


def _count(sop: Sop, now: datetime) -> tuple[int, int, float | None]:
    done = performance(sop, now)
    return open_counts(sop, now).open, done.finished_this_year, done.timely_percent
