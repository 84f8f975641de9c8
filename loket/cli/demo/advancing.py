"""`loket demo advance`: the demo's people go on with one permintaan."""

from datetime import datetime
from io import BytesIO

from loket.application.errors import Invalid, Refused
from loket.application.uploads import receive
from loket.cli.demo import papers, walk
from loket.cli.demo.letters import IN_STEP, scanned_bast
from loket.cli.problem import Problem
from loket.core.calendar import CalendarNotFilled
from loket.core.facts import Status
from loket.core.kinds import KINDS
from loket.core.sop import END, Sop
from loket.core.zone import ZONE
from loket.documents import render
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of
from loket.models.user import User

ENOUGH = 40
"""More parts than any way without detours has."""


def advance(nomor: str, to: str | None, now: datetime) -> None:
    """Perform the next part, or all parts up to `to`; print a line for each act. Raises Problem."""
    permintaan = _permintaan(nomor)
    sop = rules_of(permintaan.sop_revision_id)
    goal = _goal(to, sop) if to else None
    if goal is None:
        _go_on(permintaan, now)
        return
    for _ in range(ENOUGH):
        here = _rank(sop, permintaan.at_step, permintaan.at_bagian)
        if here == goal:
            print(f"{nomor} stands at {permintaan.at_step}.{permintaan.at_bagian}".removesuffix(".") + ".")
            return
        if here > goal:
            raise Problem(f"{nomor} is past {to} already: it stands at {permintaan.at_step}.")
        _go_on(permintaan, now)
        permintaan = _permintaan(nomor)
    raise Problem(f"{nomor} does not come to {to}.")


def _permintaan(nomor: str) -> Permintaan:
    found = Permintaan.objects.select_related("opd").filter(nomor=nomor).first()
    if found is None:
        raise Problem(f"There is no permintaan {nomor}.")
    return found


def _goal(to: str, sop: Sop) -> tuple[int, int]:
    step, _, bagian = to.partition(".")
    if step != END and (step not in sop.steps or (bagian and bagian not in sop.steps[step].bagian)):
        raise Problem(f"There is no step {to}. The steps are {', '.join(sop.steps)}, {END}.")
    return _rank(sop, step, bagian or (sop.steps[step].first_bagian if step != END else ""))


def _rank(sop: Sop, step: str, bagian: str) -> tuple[int, int]:
    """Where a place lies on the road."""
    if step == END:
        return len(sop.steps) + 1, 0
    return sop.steps[step].ke, list(sop.steps[step].bagian).index(bagian)


def _go_on(permintaan: Permintaan, now: datetime) -> None:
    """Perform the part in hand, after the arrival of the original letter where the road waits for it."""
    if not Status(permintaan.status).is_open:
        raise Problem(f"{permintaan.nomor} has ended: {permintaan.status}.")
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    at = _moment(permintaan, now)
    performer = _performer(permintaan)
    try:
        if walk.needs_letter(permintaan):
            _say(walk.receive_letter(permintaan.nomor, now=at, people=people), now)
        entry = walk.finish(
            permintaan.nomor,
            now=at,
            keep=lambda jenis: _keep(permintaan, jenis, performer, at),
            people=people,
        )
    except Refused as refused:
        raise Problem(" ".join(refused.verdict.unmet)) from None
    except Invalid as invalid:
        raise Problem(" ".join(text for texts in invalid.problems.values() for text in texts)) from None
    except CalendarNotFilled as unfilled:
        raise Problem(str(unfilled)) from None
    _say(entry, now)


def _moment(permintaan: Permintaan, now: datetime) -> datetime:
    """Now, or right after what must have happened before."""
    last = Entry.objects.filter(permintaan=permintaan).latest("seq").happened_at
    event = walk.event_over(permintaan)
    ahead = max(last, event or last)
    return walk.office_calendar().next_open(ahead) if ahead > now else now


def _performer(permintaan: Permintaan) -> User:
    try:
        user = walk.performer(permintaan)
    except (IndexError, User.DoesNotExist):
        user = None
    if user is None or not user.is_demo:
        raise Problem(f"No demo account may do this part: it is the turn of {' or '.join(permintaan.turn)}.")
    return user


def _keep(permintaan: Permintaan, jenis: str, performer: User, at: datetime) -> int:
    topic, day = papers.topic_of(permintaan), at.astimezone(ZONE).date()
    if jenis == IN_STEP:
        return scanned_bast(permintaan, performer.actor(day), at)
    paper = (
        papers.letter(topic, day) if jenis == "surat" else papers.report(jenis, topic, day, performer.nama)
    )
    name = f"{papers.NAMES[jenis]} {permintaan.nomor}.pdf"
    return receive(BytesIO(render(paper, made_at=at)), name, actor=performer.actor(day), now=at).pk


def _say(entry: Entry, now: datetime) -> None:
    at = entry.happened_at.astimezone(ZONE)
    who = f"{entry.actor.username}: {entry.actor.nama}" if entry.actor else "Loket"
    ahead = "  (still to come)" if entry.happened_at > now else ""
    print(f"{at:%Y-%m-%d %H:%M %Z}  {who} {KINDS[entry.kind].sentence}{ahead}")
