"""The task to do first: what it needs, what is there, and its form where it is a short one."""

from dataclasses import dataclass

from loket.core.calendar import Calendar
from loket.queries.concern import Kind
from loket.queries.inbox import Task
from loket.queries.one_permintaan import standing_for
from loket.queries.step_rows import Standing
from loket.web.components.badges import DueLabel
from loket.web.components.tasks import Evidence, FocusCard
from loket.web.request import Request
from loket.web.step_turn import Turn, desk_of, take_up
from loket.web.steps.wording import answer_of, evidence_of, to_do
from loket.web.work import inbox_cards
from loket.web.work.deadlines import deadline_of, due_of

SHORT_FORMS = {
    ("analisis", "susun"),
    ("analisis", "reviu"),
    ("analisis", "setujui"),
    ("desain", "susun"),
    ("desain", "reviu"),
    ("desain", "setujui"),
    ("implementasi", "uat"),
    ("status_gitlab", "ubah"),
    ("status_gitlab", "terkonfirmasi"),
    ("pendampingan", "setujui"),
    ("pendampingan", "konfirmasi"),
}
"""Bagian whose form fits into a card; the others have a page of their own, one press away."""

NAMED = {
    Kind.SURAT_ASLI: "Surat asli",
    Kind.USULAN: "Keputusan atas usulan Loket",
    Kind.LINGKUP: "Perubahan ruang lingkup",
}
"""What a task needs that is no turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """`turn` is the form, or None where the card leads to a page instead."""

    card: FocusCard
    turn: Turn | None
    link: str
    link_text: str


def card_of(request: Request, task: Task, calendar: Calendar) -> Focus:
    """Two queries, and those of the form."""
    standing, _ = standing_for(task.permintaan, request.actor, calendar, request.now)
    has_page, may = task.kind in {Kind.SURAT_ASLI, Kind.LINGKUP}, _may(request, standing, task)
    named = NAMED.get(task.kind)
    short = (task.part.step, task.part.key) in SHORT_FORMS
    desk = desk_of(request, standing, task.part.step, task.part.key)
    url, due = inbox_cards.url_of(task), due_of(task, calendar, request.now)
    link, link_text = (f"{url}/{task.part.step}", to_do(task.part)) if may else (url, "Buka permintaan")
    return Focus(
        card=FocusCard(
            due=DueLabel(due.kind, due.text[:1].lower() + due.text[1:], due.detail),
            deadline=deadline_of(task),
            title=inbox_cards.title_of(task),
            url=url,
            meta=inbox_cards.meta_of(task),
            step_text=f"Langkah {task.step.ke} dari {len(standing.sop.steps)}, {task.step.nama}",
            current=task.step.ke,
            evidence=(Evidence(named),) if named else _evidence(standing, task),
        ),
        turn=take_up(desk) if may and short else None,
        link=link,
        link_text=inbox_cards.title_of(task) if has_page else link_text,
    )


def _may(request: Request, standing: Standing, task: Task) -> bool:
    """A turn whose conditions are not met yet has no form; the evidence says what is missing."""
    own = task.kind is Kind.GILIRAN
    return own and bool(standing.verdict(request.actor, task.part.step, task.part.key))


def _evidence(standing: Standing, task: Task) -> tuple[Evidence, ...]:
    """What must be there before, and what this task leaves behind."""
    step, part = task.step, task.part
    before = (*evidence_of(standing.guards_of(part.step, part.key)), *answer_of(standing))
    if part.key == step.first_bagian:
        return (*before, *(Evidence(output, f"Hasil langkah {step.ke}") for output in step.output))
    return (*before, Evidence(part.nama, "Bagian yang sekarang menunggu Anda"))
