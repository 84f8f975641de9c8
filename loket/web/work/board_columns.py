"""The columns of the board, as it is grouped, with their cards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from loket.core.board import Grouping, limit_of
from loket.core.calendar import Calendar
from loket.core.priority import Level
from loket.core.sop import Sop
from loket.models.permintaan import Penugasan, Permintaan
from loket.queries.board import NOBODY, Board, Lane, Wanted
from loket.queries.requests import View
from loket.queries.requests import Wanted as Listed
from loket.web.components.badges import Badge
from loket.web.components.board import Card, Column, Stack
from loket.web.components.navigation import Chip
from loket.web.step_links import permintaan_url, step_url
from loket.web.work.board_address import Address
from loket.web.work.list_filters import Offer
from loket.web.work.list_filters import url_of as list_url
from loket.web.work.list_table import URGENT, due_of_row

NOBODY_YET = {Grouping.PRIORITAS: "Belum ada prioritas", Grouping.TIM: "Belum ada tim"}
NO_TEAM = "Tim belum ditunjuk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the columns are drawn from; `limits` is None for whoever does not see all of the office's work."""

    board: Board
    address: Address
    sop: Sop
    calendar: Calendar
    now: datetime
    limits: Mapping[str, int] | None

    @property
    def wanted(self) -> Wanted:
        return self.address.wanted


def columns_of(desk: Desk) -> tuple[Column, ...]:
    columns = tuple(_phases(desk) if desk.wanted.kelompok is Grouping.LANGKAH else _lanes(desk))
    keys = [column.key for column in columns]
    shown = desk.address.kolom if desk.address.kolom in keys else _first_with_work(columns)
    return tuple(replace(column, is_chosen=column.key == shown) for column in columns)


def choices_of(desk: Desk, columns: Iterable[Column]) -> tuple[Chip, ...]:
    """On a phone one column at a time."""
    return tuple(
        Chip(one.title, replace(desk.address, kolom=one.key).url, count=_count(one), active=one.is_chosen)
        for one in columns
    )


def _first_with_work(columns: tuple[Column, ...]) -> str:
    return next((column.key for column in columns if not column.is_empty), columns[0].key)


def _phases(desk: Desk) -> Iterable[Column]:
    """A phase is a column, its steps are the labels within."""
    for number, (name, keys) in enumerate(desk.sop.fase.items(), start=1):
        steps = [desk.sop.step(key) for key in keys]
        stacks = tuple(
            _stack(desk, desk.board.lanes.get(step.key, Lane()), f"{step.ke}. {step.nama}", langkah=step.key)
            for step in steps
        )
        yield _column(desk, str(number), name, stacks, limit=_limit(desk, name))


def _limit(desk: Desk, phase: str) -> int | None:
    """A part of the work says nothing about the limit of the whole."""
    return None if desk.limits is None or desk.wanted.is_filtered else limit_of(phase, desk.limits)


def _lanes(desk: Desk) -> Iterable[Column]:
    grouping = desk.wanted.kelompok
    if grouping is Grouping.PRIORITAS:
        titles = {level.value: level.label for level in Level}
    else:
        titles = {str(pk): nama for pk, nama in desk.board.people.items()}
    for key, title in {**titles, NOBODY: NOBODY_YET[grouping]}.items():
        more = {"prioritas": key} if grouping is Grouping.PRIORITAS else {}
        lane = desk.board.lanes.get(key, Lane())
        person = int(key) if grouping is Grouping.TIM and key else None
        stack = _stack(desk, lane, "", orang=person, **more)
        yield _column(desk, key or "tanpa", title, (stack,), limit=None)


def _column(desk: Desk, key: str, title: str, stacks: tuple[Stack, ...], *, limit: int | None) -> Column:
    count = sum(stack.count for stack in stacks)
    is_over = limit is not None and count > limit
    text = str(count) if limit is None else f"{count} dari {limit}"
    return Column(
        key=key,
        title=title,
        count_text=f"{text}, melebihi batas" if is_over else text,
        is_over=is_over,
        is_chosen=False,
        stacks=stacks,
    )


def _count(column: Column) -> int:
    return sum(stack.count for stack in column.stacks)


def _stack(
    desk: Desk, lane: Lane, title: str, *, langkah: str = "", prioritas: str = "", orang: int | None = None
) -> Stack:
    rest = lane.total - len(lane.rows)
    return Stack(
        title=title,
        count=lane.total,
        cards=tuple(_card(desk, row) for row in lane.rows),
        rest_text=f"{rest} permintaan lainnya",
        rest_url=_rest(desk, langkah, prioritas, orang) if rest else "",
    )


def _rest(desk: Desk, langkah: str, prioritas: str, orang: int | None) -> str:
    """The list has the rest; of a person's work the board by steps shows more."""
    wanted = desk.wanted
    person = orang or wanted.orang
    if person:
        by_steps = replace(wanted, kelompok=Grouping.LANGKAH, orang=person)
        return Address(wanted=by_steps).url
    listed = Listed(
        view=View.BERJALAN,
        langkah=langkah or wanted.langkah,
        prioritas=prioritas or wanted.prioritas,
    )
    return list_url(listed, Offer(sop=desk.sop, agencies=()))


def _card(desk: Desk, row: Permintaan) -> Card:
    step = desk.sop.step(row.at_step)
    issue = getattr(getattr(row, "tiket", None), "issuegitlab", None)
    return Card(
        title=row.nama_aplikasi,
        url=permintaan_url(row.nomor),
        nomor=row.nomor,
        agency=row.opd.singkatan,
        current=step.ke,
        step_text=f"{step.ke}. {step.nama}",
        due=due_of_row(row, desk.calendar, desk.now),
        people=_names(desk.board.teams.get(row.pk, ())),
        step_url=step_url(row.nomor, row.at_step),
        badge=_priority(row),
        issue=f"Issue #{issue.iid}" if issue and issue.iid else "",
        issue_url=issue.web_url if issue and issue.iid else "",
    )


def _priority(row: Permintaan) -> Badge | None:
    if not row.priority:
        return None
    urgent = row.priority == Level.MENDESAK
    return URGENT if urgent else Badge(text=f"Prioritas {row.priority_label.lower()}")


def _names(team: Iterable[Penugasan]) -> str:
    return ", ".join(dict.fromkeys(place.user.nama for place in team)) or NO_TEAM
