"""What can be done with a permintaan now: by this person, or by whom else."""

from dataclasses import dataclass

from loket.core.facts import Status
from loket.core.process import performers_now
from loket.core.role import Role
from loket.queries.one_permintaan import Whole
from loket.web import formats
from loket.web.components.feedback import Banner
from loket.web.components.tasks import Evidence, WaitingCard
from loket.web.request import Request
from loket.web.step_links import permintaan_url
from loket.web.step_turn import Turn, desk_of, take_up
from loket.web.steps.wording import evidence_of, role_names, to_do
from loket.web.work.deadlines import full, short_label

SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class InHand:
    """One of: the form of my turn, why my turn cannot begin, whom it waits for, or how it ended."""

    turn: Turn | None = None
    blocked: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    waiting: WaitingCard | None = None
    ended: Banner | None = None


def in_hand(request: Request, whole: Whole) -> InHand:
    permintaan, standing = whole.permintaan, whole.standing
    here = standing.step_in_hand
    if here is None or not Status(permintaan.status).is_open:
        return InHand(ended=_ended(whole))
    verdict = standing.verdict(request.actor, here.key, permintaan.at_bagian)
    if verdict:
        return InHand(turn=take_up(desk_of(request, standing, here.key, permintaan.at_bagian)))
    if _is_mine(request, whole):
        evidence = evidence_of(standing.guards_of(here.key, permintaan.at_bagian))
        return InHand(blocked=verdict.unmet, evidence=evidence)
    return InHand(waiting=_waiting(request, whole))


def _is_mine(request: Request, whole: Whole) -> bool:
    """It would be this person's turn, were everything there that it needs."""
    actor, roles = request.actor, performers_now(whole.standing.sop, whole.standing.facts)
    if Role.OPD in roles and actor.has(Role.OPD):
        return actor.opd_id == whole.permintaan.opd_id
    return actor.id in whole.turn


def _waiting(request: Request, whole: Whole) -> WaitingCard:
    permintaan, step = whole.permintaan, whole.standing.step_in_hand
    if whole.standing.facts.is_paused:
        return _paused(whole)
    names = list(whole.turn.values())
    roles = performers_now(whole.standing.sop, whole.standing.facts)
    who = " atau ".join(names) if 0 < len(names) <= SEVERAL else role_names(roles)
    until = f" Batas {full(permintaan.due_at)}." if permintaan.due_at else ""
    what = f"Langkah {step.ke}: {to_do(step.bagian[permintaan.at_bagian])}." if step else ""
    return WaitingCard(
        title=f"Menunggu {who}",
        text=f"{what}{until}",
        due=short_label(permintaan.due_at, whole.standing.calendar, request.now),
    )


def _paused(whole: Whole) -> WaitingCard:
    jeda = whole.outputs.jeda[-1]
    expected = f" Diperkirakan dilanjutkan {formats.full_date(jeda.perkiraan)}." if jeda.perkiraan else ""
    return WaitingCard(
        title=f"{'Ditangguhkan' if jeda.sebab else 'Dijeda'}, {jeda.reason_label}",
        text=f"{_sentence(jeda.catatan)} Sejak {full(jeda.paused_at)}.{expected}",
        due=None,
    )


def _ended(whole: Whole) -> Banner:
    status, at = Status(whole.permintaan.status), whole.permintaan.ended_at
    when = f" pada {full(at)}" if at else ""
    if status is Status.SELESAI:
        return Banner(text=f"Seluruh langkah pelayanan selesai{when}.", kind="beres")
    text = f"Permintaan {status.label.lower()}{when}.{_why(whole)}"
    goes_on = getattr(getattr(whole.permintaan, "penutupan", None), "carried_on", None)
    if goes_on is None:
        return Banner(text=text)
    return Banner(text=text, link_url=permintaan_url(goes_on.nomor), link_text=f"Buka {goes_on.nomor}")


def _why(whole: Whole) -> str:
    closing = getattr(whole.permintaan, "penutupan", None)
    if closing is None:
        return ""
    where = f" Tujuan: {closing.tujuan} ({closing.kontak})." if closing.tujuan else ""
    instead = f" Saran: {_sentence(closing.saran)}" if closing.saran else ""
    letter = (
        f" Surat {closing.surat_nomor}, {formats.plain_date(closing.surat_tanggal)}."
        if closing.surat_tanggal
        else ""
    )
    return f" Alasan: {_sentence(closing.alasan)}{where}{instead}{letter}"


def _sentence(written: str) -> str:
    """What somebody wrote, so that another sentence can follow."""
    text = written.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
