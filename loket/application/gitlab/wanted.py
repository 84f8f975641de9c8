"""What the issue of a permintaan should say now, read off its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from loket.application.data import local_date
from loket.core.facts import Status
from loket.core.personal import holds_personal_data
from loket.core.priority import Level
from loket.core.role import Role
from loket.integrations.gitlab.taxonomy import Progress, Taxonomy
from loket.integrations.gitlab.ticket import Ticket
from loket.models.opd import Opd
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.sop_revision import rules_of
from loket.models.tiket import Tiket


@dataclass(frozen=True, slots=True)
class _Team:
    """Everybody who is or was on a permintaan, by name in GitLab, with the role and whether they still are."""

    places: Sequence[tuple[str, str, bool]]

    def names(self, role: Role, *, with_former: bool = False) -> tuple[str, ...]:
        found = {
            name for name, held, is_current in self.places if held == role and (is_current or with_former)
        }
        return tuple(sorted(found))


def wanted_of(tiket: Tiket, ref: UUID) -> tuple[Ticket, Taxonomy]:
    """What it should say, and all labels that are Loket's (two queries)."""
    team = _team_of(tiket.permintaan)
    return _ticket(tiket, ref, team), _taxonomy(tiket.permintaan, team)


def _ticket(tiket: Tiket, ref: UUID, team: _Team) -> Ticket:
    permintaan = tiket.permintaan
    return Ticket(
        ref=ref,
        nomor=permintaan.nomor,
        nama_aplikasi=permintaan.nama_aplikasi,
        kebutuhan=permintaan.kebutuhan,
        opd_nama=permintaan.opd.nama,
        opd_kode=permintaan.opd.kode,
        link=f"{settings.BASE_URL}/permintaan/{permintaan.nomor}",
        priority=Level(permintaan.priority) if permintaan.priority else None,
        step=permintaan.at_step,
        progress=_progress(tiket),
        analis=team.names(Role.SISTEM_ANALIS),
        programmers=team.names(Role.PROGRAMMER),
        due_on=local_date(permintaan.due_at) if permintaan.due_at else None,
    )


def _taxonomy(permintaan: Permintaan, team: _Team) -> Taxonomy:
    """Of people only those who are or were on this permintaan: nobody else's label was ever set on its issue."""
    return Taxonomy(
        steps=tuple(rules_of(permintaan.sop_revision_id).steps),
        opd=tuple(Opd.objects.values_list("kode", flat=True)),
        analis=team.names(Role.SISTEM_ANALIS, with_former=True),
        programmers=team.names(Role.PROGRAMMER, with_former=True),
    )


def _progress(tiket: Tiket) -> Progress:
    if tiket.state == Tiket.State.SELESAI:
        return Progress.SELESAI
    if tiket.state == Tiket.State.DITUTUP:
        return Progress.DITUTUP
    return Progress.DIJEDA if tiket.permintaan.status == Status.MENUNGGU else Progress.PROSES


def _team_of(permintaan: Permintaan) -> _Team:
    rows = Penugasan.objects.filter(permintaan=permintaan)
    found = rows.values_list("user_id", "user__username", "role", "until_date")
    return _Team([(_name(user_id, name), role, until is None) for user_id, name, role, until in found])


def _name(user_id: int, username: str) -> str:
    """An office may give everybody their NIP as username, which is nobody's business in GitLab."""
    return f"anggota-{user_id}" if holds_personal_data(username) else username
