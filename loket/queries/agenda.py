"""The meetings and launches of a day that concern a person (one query)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value

from loket.core.actor import Actor
from loket.core.role import Role
from loket.core.zone import midnight
from loket.models.bast import Bast
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.rapat import Rapat

MEETING, LAUNCH = "rapat_teknis", "serah_terima"
MOST = 20
_COLUMNS = ("kind", "start", "end", "place", "nomor", "nama_aplikasi", "opd")


@dataclass(frozen=True, slots=True)
class Appointment:
    """`kind` is the step that it belongs to."""

    kind: str
    start: datetime
    end: datetime
    place: str
    nomor: str
    nama_aplikasi: str
    opd: str


def appointments(actor: Actor, day: date) -> list[Appointment]:
    """Those of one day, in their order."""
    begins = midnight(day)
    within = (begins, begins + timedelta(days=1))
    to_be_held = Q(permintaan__at_step="rapat_teknis", sesi=F("permintaan__sesi"))
    meetings = Rapat.objects.filter(
        _invited(actor), to_be_held | Q(held_start__isnull=False), planned_start__range=within
    )
    handed_over = ("serah_terima", "status_gitlab", "pendampingan")
    launches = Bast.objects.filter(
        _present(actor), is_current=True, permintaan__at_step__in=handed_over, launch_start__range=within
    )
    rows = _columns(meetings, MEETING, "planned_start", "planned_end").union(
        _columns(launches, LAUNCH, "launch_start", "launch_end"), all=True
    )
    return [Appointment(*row) for row in rows.order_by("start")[:MOST]]


def _columns(rows: QuerySet[Any], kind: str, start: str, end: str) -> QuerySet[Any, Any]:
    visible = rows.filter(permintaan__status__in=["berjalan", "menunggu"]).order_by()
    columns: QuerySet[Any, Any] = visible.annotate(
        kind=Value(kind, output_field=CharField()),
        start=F(start),
        end=F(end),
        place=F("tempat"),
        nomor=F("permintaan__nomor"),
        nama_aplikasi=F("permintaan__nama_aplikasi"),
        opd=F("permintaan__opd__singkatan"),
    ).values_list(*_COLUMNS)
    return columns


def _invited(actor: Actor) -> Q:
    """People of the office who are invited, and those of the agency; of these meetings only what they may see."""
    invited = Rapat.peserta.through.objects.filter(rapat=OuterRef("pk"), user=actor.id)
    return Q(Q(Exists(invited)) | Q(invited_by=actor.id) | _of_own_opd(actor), _visible(actor))


def _present(actor: Actor) -> Q:
    """Whoever signs, prepared or built it."""
    team = Penugasan.objects.current().filter(permintaan=OuterRef("permintaan"), user=actor.id)
    heads = Q(pk__isnull=False) if actor.has(Role.KEPALA_DINAS) else Q(pk__in=[])
    return Q(Q(Exists(team)) | Q(prepared_by=actor.id) | heads | _of_own_opd(actor), _visible(actor))


def _of_own_opd(actor: Actor) -> Q:
    return Q(permintaan__opd_id=actor.opd_id) if actor.opd_id is not None else Q(pk__in=[])


def _visible(actor: Actor) -> Q:
    return Q() if actor.sees_everything() else Q(permintaan__in=Permintaan.objects.listed_for(actor))
