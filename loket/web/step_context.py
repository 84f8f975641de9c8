"""What the page of a step shows around its form."""

from typing import Any

from loket.core.facts import Status
from loket.core.zone import ZONE
from loket.queries.step_rows import place_in_queue
from loket.web import formats
from loket.web.components.badges import Badge, DueLabel
from loket.web.components.facts import Fact
from loket.web.components.navigation import Crumb
from loket.web.components.tasks import WaitingCard
from loket.web.step_answer import answer_facts
from loket.web.step_links import permintaan_url
from loket.web.step_recorded import recorded
from loket.web.step_recorded.gitlab import merge_requests
from loket.web.step_recorded.section import Section
from loket.web.step_success import YOU, people_of_turn, who_is_next
from loket.web.step_time import due_label, time_facts
from loket.web.step_turn import Turn
from loket.web.steps.base import Desk
from loket.web.steps.wording import evidence_of, to_do

BRIEF = 5
"""How many facts of the permintaan stand above a form beside its letter."""


def page_context(desk: Desk, turn: Turn | None, *, refused: bool = False) -> dict[str, Any]:
    """`refused`: somebody has just tried, so the reasons come before anything else."""
    standing = desk.standing
    step = standing.sop.step(desk.step)
    due = due_label(standing.permintaan.due_at, standing.calendar, desk.now)
    about = _about(desk)
    done = "" if turn or refused else _done(desk)
    return {
        "turn": turn,
        "step": step,
        "title": f"Langkah {step.ke}, {step.nama}",
        "crumbs": _crumbs(desk, turn),
        "heading": standing.permintaan.nama_aplikasi,
        "lead": f"Permintaan dari {standing.permintaan.opd.nama}",
        "may_begin": bool(turn and not turn.begun and not turn.reasons),
        "badges": _badges(desk, due),
        "done": done,
        "refusal": () if turn else standing.verdict(desk.actor, desk.step, desk.bagian).unmet,
        "waiting": None if turn else _waiting(desk, due),
        "evidence": () if done else evidence_of(standing.guards_of(desk.step, desk.bagian)),
        "answer": () if turn else answer_facts(standing),
        "equipment": ", ".join(step.kelengkapan),
        "time": time_facts(standing, desk.step, desk.now),
        "about": about,
        "brief": about[:BRIEF],
        "recorded": () if turn and turn.form.shows_the_record else _recorded(desk),
    }


def _recorded(desk: Desk) -> tuple[Section, ...]:
    """What was recorded in the step, and what GitLab tells of it to the office."""
    permintaan = desk.standing.permintaan
    return (*recorded(permintaan, desk.step), *merge_requests(permintaan, desk.step, desk.actor))


def _crumbs(desk: Desk, turn: Turn | None) -> tuple[Crumb, ...]:
    permintaan, step = desk.standing.permintaan, desk.standing.sop.step(desk.step)
    last = f"Langkah {step.ke}, {step.nama}"
    if turn and not turn.reasons and desk.step == "disposisi":
        queue = place_in_queue(desk.actor, permintaan)
        if queue.total > 1:
            last = f"Surat {queue.position} dari {queue.total}"
    return (
        Crumb("Tugas Saya", "/tugas"),
        Crumb(permintaan.nomor, permintaan_url(permintaan.nomor)),
        Crumb(last),
    )


def _badges(desk: Desk, due: DueLabel | None) -> tuple[Badge, ...]:
    permintaan = desk.standing.permintaan
    badges = []
    if due and permintaan.at_step == desk.step:
        badges.append(Badge(text=f"{due.text}, {due.detail}", kind=due.kind, icon=due.icon))
    if not Status(permintaan.status).is_open:
        done = permintaan.status == Status.SELESAI
        label, icon = Status(permintaan.status).label, "check" if done else "circle-x"
        badges.append(Badge(text=label, kind="beres" if done else "", icon=icon))
    if permintaan.priority:
        badges.append(Badge(text=f"Prioritas {permintaan.priority_label.lower()}", kind="nila", icon="flag"))
    arrived = "surat_asli_diterima" in permintaan.reached
    badges.append(Badge(text=f"Surat asli {'diterima' if arrived else 'belum diterima'}", icon="file-check"))
    return tuple(badges)


def _done(desk: Desk) -> str:
    """When the step was last finished, empty while it is in hand or yet to come."""
    run, here = desk.standing.last_run_of(desk.step), desk.standing.step_in_hand
    is_behind = here is None or desk.standing.sop.step(desk.step).ke < here.ke
    if run is None or run.done_at is None or not is_behind:
        return ""
    return f"{formats.full_datetime(run.done_at.astimezone(ZONE))}."


def _waiting(desk: Desk, due: DueLabel | None) -> WaitingCard | None:
    """Whose turn it is, where it is not this person's."""
    standing, here = desk.standing, desk.standing.step_in_hand
    if here is None or not standing.permintaan.turn:
        return None
    who = who_is_next(standing, desk.actor, people_of_turn(standing, desk.today))
    if who == YOU:
        return None
    part = here.bagian[standing.permintaan.at_bagian]
    return WaitingCard(title=f"Menunggu {who}", text=f"Langkah {here.ke}: {to_do(part)}.", due=due)


def _about(desk: Desk) -> tuple[Fact, ...]:
    permintaan = desk.standing.permintaan
    facts = [
        Fact("Kebutuhan", permintaan.kebutuhan),
        Fact("Alasan", permintaan.alasan),
        Fact("Layanan", permintaan.layanan),
        Fact("Pengguna", permintaan.pengguna),
    ]
    if permintaan.wanted_date:
        facts.append(Fact("Diharapkan", formats.full_date(permintaan.wanted_date)))
    contact = (formats.phone(permintaan.pic_phone), permintaan.pic_email)
    facts.append(Fact("Narahubung", permintaan.pic_nama, lines=tuple(line for line in contact if line)))
    return tuple(facts)
