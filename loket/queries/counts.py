"""What surrounds every page: the office, the SOP in force, and how much waits for the person (one query)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Func, IntegerField, Model, Q, QuerySet, Subquery

from loket.core.actor import Actor
from loket.core.calendar import Calendar
from loket.core.role import Role
from loket.core.sop import Sop
from loket.core.zone import ZONE
from loket.models.diskusi import Pesan
from loket.models.gitlab import GitlabConnection
from loket.models.kahar import Kahar
from loket.models.kantor import Kantor, calendar_of
from loket.models.opd import Opd
from loket.models.permintaan import OPEN, Permintaan
from loket.models.sop_revision import SopRevision, rules_of
from loket.queries.concern import mine, overdue_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """`opd` is the short name of the agency of the person, `kahar` the decree of the keadaan kahar, if any.

    That GitLab is paused concerns admins alone, and is read for them alone.
    """

    kantor: Kantor
    revision_id: int | None
    tasks: int = 0
    overdue: int = 0
    unread: int = 0
    opd: str = ""
    kahar: str = ""
    gitlab_paused_at: datetime | None = None
    gitlab_paused_by: str = ""

    @property
    def sop(self) -> Sop | None:
        return None if self.revision_id is None else rules_of(self.revision_id)

    @property
    def calendar(self) -> Calendar:
        return calendar_of(self.kantor.calendar_version)


def surroundings(actor: Actor, now: datetime) -> Surroundings | None:
    """None before the office is established. Whoever is not signed in has nothing to count."""
    in_force = SopRevision.objects.in_force(now.astimezone(ZONE).date()).values("pk")[:1]
    found = Kantor.objects.annotate(revision_id=Subquery(in_force))
    names = ["revision_id"]
    if actor.id is not None:
        counts = _counts(actor, now)
        found = found.annotate(**counts)
        names += counts
    kantor = found.first()
    if kantor is None:
        return None
    values = {name: getattr(kantor, name) for name in names}
    return Surroundings(kantor=kantor, **{name: value for name, value in values.items() if value is not None})


def _counts(actor: Actor, now: datetime) -> dict[str, Subquery]:
    paused = GitlabConnection.objects.filter(paused_at__isnull=False)
    if not actor.has(Role.ADMIN):
        paused = paused.none()
    return {
        "tasks": _count(mine(actor)),
        "overdue": _count(Permintaan.objects.filter(overdue_of(actor), OPEN, due_at__lt=now)),
        "unread": _count(unread_by(actor)),
        "opd": Subquery(Opd.objects.filter(pk__in=[actor.opd_id]).values("singkatan")[:1]),
        "kahar": Subquery(Kahar.objects.filter(until=None).values("nomor")[:1]),
        "gitlab_paused_at": Subquery(paused.values("paused_at")[:1]),
        "gitlab_paused_by": Subquery(paused.values("paused_by__nama")[:1]),
    }


def unread_by(actor: Actor) -> "QuerySet[Pesan]":
    """Notices this person has not read, of what they may see."""
    return notices_to(actor).filter(read_at=None)


def notices_to(actor: Actor) -> "QuerySet[Pesan]":
    """What is told of the office's own record is about no permintaan, and theirs alone."""
    told = Pesan.objects.filter(user=actor.id)
    if actor.sees_everything():
        return told
    return told.filter(Q(permintaan=None) | Q(permintaan__in=Permintaan.objects.visible_to(actor)))


def _count(rows: "QuerySet[Model]") -> Subquery:
    counted = rows.order_by().annotate(counted=Func(F("pk"), function="COUNT", output_field=IntegerField()))
    return Subquery(counted.values("counted"))
