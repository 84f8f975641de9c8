"""Absence in tests: somebody acts for another, or a position is vacant."""

from datetime import timedelta

from loket.application.office.positions import JabatanData, give_jabatan
from loket.core.role import Role
from loket.models.user import Jabatan
from tests.cast import Road


def deputise(
    road: Road, username: str = "kabid", role: Role = Role.KEPALA_DINAS, *, kind: str = "plh", days: int = 4
) -> Jabatan:
    today = road.now.date()
    data = JabatanData(
        role=role,
        kind=kind,
        nomor_surat="800/12/2026",
        from_date=today,
        until_date=today + timedelta(days=days),
    )
    return give_jabatan(road.people[username], data, actor=road.actor("admin"), now=road.now)


def vacate(road: Road, *usernames: str) -> None:
    for username in usernames:
        road.people[username].jabatan_set.update(until_date=road.now.date() - timedelta(days=1))
