"""Which open permintaan concern a person, and why."""

from enum import IntEnum
from functools import cache, reduce
from operator import or_

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateTimeField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from loket.core.actor import Actor
from loket.core.acts import SUPERIORS
from loket.core.capacity import role_of
from loket.core.role import TEAM, Role
from loket.core.scope import APPROVED
from loket.models.kahar import HOLDS
from loket.models.permintaan import Penugasan, Permintaan
from loket.sop.definition import shipped

LETTER = "surat_asli_diterima"
NOTHING = Q(pk__in=[])


class Kind(IntEnum):
    """Why something is in an inbox: my turn, a letter to note, something to decide, or others have it."""

    GILIRAN = 0
    SURAT_ASLI = 1
    USULAN = 2
    LINGKUP = 3
    MENUNGGU = 4


OTHERS = F("kind") / 4
"""0 for what is mine to do, 1 for what others have."""
UNDATED = (Kind.USULAN, Kind.LINGKUP)
"""What has no date of its own."""


def concerning(actor: Actor) -> QuerySet[Permintaan]:
    """Open permintaan of this person, each with its `kind`, `task_due` and `as_role`.

    Whatever concerns somebody is visible to them (a test asks), so visibility is not asked again: it would read
    every place that a member of a team ever had.
    """
    reasons = _reasons(actor)
    concerned = Permintaan.objects.open().filter(reduce(or_, reasons.values()) | _awaited(actor))
    found = concerned.annotate(as_role=_role_for_others(actor), is_kahar=HOLDS)
    asked = [When(one, then=Value(kind.value)) for kind, one in reasons.items() if one != NOTHING]
    kind = Case(*asked, default=Value(Kind.MENUNGGU.value))
    can_wait = Q(kind=Kind.SURAT_ASLI) & ~Q(at_step__in=_steps_behind_the_letter())
    undated = Q(kind__in=UNDATED) | can_wait
    due = Case(When(undated, then=None), default=F("due_at"), output_field=DateTimeField(null=True))
    return found.annotate(kind=kind).annotate(task_due=due)


def mine(actor: Actor) -> QuerySet[Permintaan]:
    """Only what is this person's to do."""
    return Permintaan.objects.open().filter(reduce(or_, _reasons(actor).values()))


def _reasons(actor: Actor) -> dict[Kind, Q]:
    """What makes something this person's to do; the first that holds names it."""
    return {
        Kind.GILIRAN: turn_of(actor),
        Kind.SURAT_ASLI: letter_missing(actor),
        Kind.USULAN: proposed_to(actor),
        Kind.LINGKUP: scope_of(actor),
    }


def overdue_of(actor: Actor) -> Q:
    """Of what is mine: all that can be late. A letter to be noted is late only where it holds work up."""
    letter = letter_missing(actor)
    return turn_of(actor) | Q(letter, at_step__in=_steps_behind_the_letter())


def turn_of(actor: Actor) -> Q:
    """It is the turn of a role that this person holds, and where the procedure binds the role, of this person."""
    wanted = NOTHING
    for role in actor.capacities:
        turn = Q(turn__contains=[role.value])
        if role is Role.OPD:
            wanted |= turn & Q(opd_id=actor.opd_id)
        elif role in TEAM:
            wanted |= turn & Q(_in_team(actor, role=role.value))
        elif role is Role.TATA_USAHA:
            wanted |= turn & Q(created_by_id=actor.id)
        elif role is not Role.ADMIN:
            wanted |= turn
    return wanted


def _role_for_others(actor: Actor) -> Case | Value:
    """The role of what is this person's to do only for somebody else; empty for all that is their own."""
    roles = [role_of(capacity) for capacity in actor.for_others()]
    if not roles:
        return Value("")
    own = When(reduce(or_, _reasons(actor.as_themselves()).values()), then=Value(""))
    others = [
        When(reduce(or_, _reasons(actor.only(role)).values()), then=Value(role.value)) for role in roles
    ]
    return Case(own, *others, default=Value(""), output_field=CharField())


def letter_missing(actor: Actor) -> Q:
    """Tata usaha notes the arrival of every original letter."""
    return ~Q(reached__contains=[LETTER]) if actor.has(Role.TATA_USAHA) else NOTHING


def proposed_to(actor: Actor) -> Q:
    """The head of the section decides what the clock proposes."""
    return Q(proposed__gt="") if actor.has(Role.KEPALA_SEKSI) else NOTHING


def scope_of(actor: Actor) -> Q:
    """A change of scope is decided on its level, and brought into the documents by the analysts of the team."""
    levels = [role.value for role in SUPERIORS if actor.has(role)]
    wanted = Q(scope__in=levels) if levels else NOTHING
    if actor.has(Role.SISTEM_ANALIS):
        wanted |= Q(_in_team(actor, role=Role.SISTEM_ANALIS.value), scope=APPROVED)
    return wanted


def _awaited(actor: Actor) -> Q:
    """What this person has a part in, while others work on it."""
    wanted = NOTHING
    if actor.has(Role.OPD):
        wanted |= Q(opd_id=actor.opd_id)
    if actor.works_in_teams():
        wanted |= Q(_in_team(actor))
    if actor.has(Role.KEPALA_SEKSI):
        wanted |= ~Q(at_step__in=_steps_before_the_section())
    return wanted


def _in_team(actor: Actor, **more: str) -> Subquery:
    """True or nothing. An EXISTS would be hashed by PostgreSQL, over every place that the person ever had."""
    place = Penugasan.objects.current().filter(permintaan=OuterRef("pk"), user=actor.id, **more)
    return Subquery(place.order_by().values(here=Value(True))[:1], output_field=BooleanField())


@cache
def _steps_behind_the_letter() -> tuple[str, ...]:
    """The steps that cannot begin before the original letter is here."""
    return tuple(step.key for step in shipped().steps.values() if LETTER in step.guards_mulai)


@cache
def _steps_before_the_section() -> tuple[str, ...]:
    """The steps before the head of the section has anything to do with a permintaan."""
    keys = list(shipped().steps)
    first = next(key for key in keys if Role.KEPALA_SEKSI in shipped().step(key).pelaksana)
    return tuple(keys[: keys.index(first)])
