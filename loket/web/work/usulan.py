"""What the clock proposes, at the head of the page, and what it will say next."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.acts import ACTS
from loket.application.recording import state_of
from loket.core.actor import Actor
from loket.core.alarm import Alarm
from loket.core.alarm_moments import next_alarm
from loket.queries.one_permintaan import Whole
from loket.queries.usulan import why_proposed
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.step_links import act_url
from loket.web.work.deadlines import full

NEXT = "Pengingat berikutnya"
NOTHING_COMES = Fact(NEXT, "")
ACCEPT, DECLINE = "terima_usulan", "tolak_usulan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The links are empty for whoever does not decide it."""

    title: str
    reason: str
    accept_url: str = ""
    decline_url: str = ""


def proposal_of(whole: Whole, actor: Actor) -> Proposal | None:
    permintaan, standing = whole.permintaan, whole.standing
    if not permintaan.proposed:
        return None
    title, why = f"Usulan Loket: {Alarm(permintaan.proposed).label}.", why_proposed(permintaan)
    if not ACTS[ACCEPT].allowed(actor, standing.sop, standing.facts):
        return Proposal(title=title, reason=f"{why} Usulan ini diputuskan Kepala Seksi.")
    accept_url, decline_url = (act_url(permintaan.nomor, key) for key in (ACCEPT, DECLINE))
    return Proposal(title=title, reason=why, accept_url=accept_url, decline_url=decline_url)


def next_reminder_of(whole: Whole, now: datetime) -> Fact:
    """For the office; to an OPD what comes is said when it comes. What is due is being said."""
    run, standing = whole.standing.open_run, whole.standing
    if run is None or not whole.is_for_office:
        return NOTHING_COMES
    alarm = next_alarm(state_of(whole.permintaan, run.run()), standing.sop, standing.calendar)
    if alarm is None or alarm.at <= now:
        return NOTHING_COMES
    return Fact(NEXT, full(alarm.at), lines=(formats.capital(alarm.alarm.label),))
