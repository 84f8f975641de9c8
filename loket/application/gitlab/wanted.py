"""What the issue of a permintaan should say now, read off its rows."""

from uuid import UUID

from django.conf import settings
from django.db import models

from loket.application.data import local_date
from loket.core.facts import Status
from loket.core.priority import Level
from loket.core.role import Role
from loket.integrations.gitlab.taxonomy import Progress, Taxonomy
from loket.integrations.gitlab.ticket import Ticket
from loket.models.opd import Opd
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.sop_revision import rules_of
from loket.models.tiket import Tiket


def ticket_of(tiket: Tiket, ref: UUID) -> Ticket:
    permintaan = tiket.permintaan
    team = Penugasan.objects.current()
    return Ticket(
        ref=ref,
        nomor=permintaan.nomor,
        nama_aplikasi=permintaan.nama_aplikasi,
        kebutuhan=permintaan.kebutuhan,
        opd_nama=permintaan.opd.nama,
        opd_kode=permintaan.opd.kode,
        link=f"{settings.BASE_URL}/permintaan/{permintaan.nomor}/",
        priority=Level(permintaan.priority) if permintaan.priority else None,
        step=permintaan.at_step,
        progress=_progress(tiket),
        analis=_usernames(team.filter(permintaan=permintaan), Role.SISTEM_ANALIS),
        programmers=_usernames(team.filter(permintaan=permintaan), Role.PROGRAMMER),
        due_on=local_date(permintaan.due_at) if permintaan.due_at else None,
    )


def taxonomy_of(permintaan: Permintaan) -> Taxonomy:
    """Of people only those who are or were on this permintaan: nobody else's label was ever set on its issue."""
    team = Penugasan.objects.filter(permintaan=permintaan)
    return Taxonomy(
        steps=tuple(rules_of(permintaan.sop_revision_id).steps),
        opd=tuple(Opd.objects.values_list("kode", flat=True)),
        analis=_usernames(team, Role.SISTEM_ANALIS),
        programmers=_usernames(team, Role.PROGRAMMER),
    )


def _progress(tiket: Tiket) -> Progress:
    if tiket.state == Tiket.State.SELESAI:
        return Progress.SELESAI
    if tiket.state == Tiket.State.DITUTUP:
        return Progress.DITUTUP
    return Progress.DIJEDA if tiket.permintaan.status == Status.MENUNGGU else Progress.PROSES


def _usernames(team: "models.QuerySet[Penugasan]", role: Role) -> tuple[str, ...]:
    found = team.filter(role=role).order_by("user__username").distinct()
    return tuple(found.values_list("user__username", flat=True))
