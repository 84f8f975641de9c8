"""What the page of a step shows around its form."""

from typing import Any

from loket.core.facts import Status
from loket.core.process import performers_now
from loket.queries.step_people import names_of_turn
from loket.queries.step_rows import letters_waiting
from loket.web import formats
from loket.web.components.badges import Badge, DueLabel
from loket.web.components.facts import Fact
from loket.web.components.navigation import Crumb
from loket.web.components.tasks import WaitingCard
from loket.web.step_links import permintaan_url
from loket.web.step_recorded import recorded
from loket.web.step_success import who_is_next
from loket.web.step_time import due_label, time_facts
from loket.web.step_turn import Turn
from loket.web.steps.base import Desk
from loket.web.steps.wording import evidence_of


def page_context(desk: Desk, turn: Turn | None) -> dict[str, Any]:
    standing = desk.standing
    step = standing.sop.step(desk.step)
    due = _due(desk)
    return {
        "turn": turn,
        "step": step,
        "title": step.nama,
        "crumbs": _crumbs(desk, turn),
        "heading": _heading(desk, turn),
        "lead": f"{standing.permintaan.nama_aplikasi}, {standing.permintaan.opd.nama}",
        "badges": _badges(desk, due),
        "refusal": None if turn else _refusal(desk),
        "waiting": None if turn else _waiting(desk, due),
        "evidence": evidence_of(standing.guards_of(desk.step, desk.bagian)),
        "equipment": ", ".join(step.kelengkapan),
        "time": time_facts(standing, desk.step, desk.now),
        "about": _about(desk),
        "recorded": recorded(desk.standing.permintaan, desk.step),
    }


def _crumbs(desk: Desk, turn: Turn | None) -> tuple[Crumb, ...]:
    permintaan, step = desk.standing.permintaan, desk.standing.sop.step(desk.step)
    last = f"Langkah {step.ke}, {step.nama}"
    if turn and desk.step == "disposisi":
        queue = letters_waiting(desk.actor, desk.step, nomor=permintaan.nomor)
        if queue.total > 1:
            last = f"Surat {queue.position} dari {queue.total}"
    return (
        Crumb("Tugas Saya", "/tugas"),
        Crumb(permintaan.nomor, permintaan_url(permintaan.nomor)),
        Crumb(last),
    )


def _heading(desk: Desk, turn: Turn | None) -> str:
    return turn.title if turn else desk.standing.sop.step(desk.step).nama


def _badges(desk: Desk, due: DueLabel | None) -> tuple[Badge, ...]:
    permintaan = desk.standing.permintaan
    badges = []
    if due and permintaan.at_step == desk.step:
        badges.append(Badge(text=f"{due.text}, {due.detail}", kind=due.kind, icon=due.icon))
    if not Status(permintaan.status).is_open:
        badges.append(Badge(text=Status(permintaan.status).label, kind="beres", icon="check"))
    if permintaan.priority:
        badges.append(Badge(text=f"Prioritas {permintaan.priority_label.lower()}", kind="nila", icon="flag"))
    arrived = "surat_asli_diterima" in permintaan.reached
    badges.append(Badge(text=f"Surat asli {'diterima' if arrived else 'belum diterima'}", icon="file-check"))
    return tuple(badges)


def _due(desk: Desk) -> DueLabel | None:
    return due_label(desk.standing.permintaan.due_at, desk.standing.calendar, desk.now)


def _refusal(desk: Desk) -> tuple[str, ...]:
    return desk.standing.verdict(desk.actor, desk.step, desk.bagian).unmet


def _waiting(desk: Desk, due: DueLabel | None) -> WaitingCard | None:
    """Whose turn it is, where it is not this person's."""
    standing, here = desk.standing, desk.standing.step_in_hand
    roles = performers_now(standing.sop, standing.facts)
    if (
        here is None
        or not roles
        or desk.actor.id in names_of_turn(standing.permintaan, roles, standing.facts.team, desk.today)
    ):
        return None
    who = who_is_next(standing, desk.actor, desk.today)
    part = here.bagian[standing.permintaan.at_bagian]
    return WaitingCard(title=f"Menunggu {who}", text=f"Langkah {here.ke}: {part.tindakan}.", due=due)


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
