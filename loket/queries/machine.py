"""All that a program is told of one permintaan; the same number of queries for every permintaan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from loket.core.actor import Actor
from loket.core.acts import is_of_office, only_follows
from loket.core.kinds import PERMINTAAN_KINDS
from loket.core.role import HEADS, TEAM, Role
from loket.core.zone import ZONE
from loket.models.dokumen import DokumenVersi
from loket.models.entry import Entry
from loket.models.implementasi import Uat
from loket.models.kantor import Kantor, calendar_of
from loket.models.naskah import Naskah
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.user import Jabatan
from loket.queries.keyset import rows_behind
from loket.queries.one_permintaan import found_for, standing_for
from loket.queries.remarks import Remarks, remarks_of
from loket.queries.step_rows import Standing, last_test

_PUBLIC = [name for name, kind in PERMINTAAN_KINDS.items() if kind.public]
_GIVEN_WORK = (*HEADS[1:], *sorted(TEAM))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """`people`: whom work can be given to, by role, for the office alone. `is_followed`: to be read, not acted on."""

    standing: Standing
    team: Sequence[Penugasan]
    versions: Sequence[DokumenVersi]
    naskah: Sequence[Naskah]
    test: Uat | None
    people: Mapping[Role, Sequence[tuple[int, str]]]
    is_followed: bool

    @property
    def permintaan(self) -> Permintaan:
        return self.standing.permintaan


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A page of the record, the newest first, with what people wrote."""

    permintaan: Permintaan
    entries: Sequence[Entry]
    remarks: Remarks
    next: str


def sight_of(actor: Actor, nomor: str, now: datetime) -> Sight | None:
    """None where there is no such permintaan for this person."""
    permintaan = found_for(actor, nomor)
    if permintaan is None:
        return None
    calendar = calendar_of(Kantor.objects.values_list("calendar_version", flat=True).get())
    standing, team = standing_for(permintaan, actor, calendar, now)
    versions = DokumenVersi.objects.filter(dokumen__permintaan=permintaan)
    return Sight(
        standing=standing,
        team=team,
        versions=list(versions.select_related("dokumen", "upload").order_by("submitted_at", "pk")),
        naskah=list(Naskah.objects.visible_to(actor).filter(permintaan=permintaan).order_by("pk")),
        test=last_test(permintaan),
        people=_people(now) if is_of_office(actor) else {},
        is_followed=only_follows(actor, standing.facts),
    )


def record_of(actor: Actor, nomor: str, after: int | None, size: int) -> Record | None:
    """The entries that this person may see (four queries)."""
    permintaan = found_for(actor, nomor)
    if permintaan is None:
        return None
    for_office = is_of_office(actor)
    entries = Entry.objects.filter(permintaan=permintaan).select_related("actor")
    if not for_office:
        entries = entries.filter(kind__in=_PUBLIC)
    rows, following = rows_behind(entries, after, size, by="seq")
    contact = not only_follows(actor, permintaan.facts())
    said = remarks_of(permintaan.pk, internal=for_office, contact=contact)
    return Record(permintaan=permintaan, entries=rows, remarks=said, next=following)


def _people(now: datetime) -> dict[Role, list[tuple[int, str]]]:
    found: dict[Role, list[tuple[int, str]]] = {role: [] for role in _GIVEN_WORK}
    for pk, nama, role, _ in Jabatan.objects.names(_GIVEN_WORK, now.astimezone(ZONE).date()):
        found[role].append((pk, nama))
    return found
