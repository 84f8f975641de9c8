"""All that a program is told of one permintaan; the same number of queries for every permintaan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from loket.core.actor import Actor
from loket.core.acts import is_of_office, only_follows
from loket.core.kinds import PERMINTAAN_KINDS
from loket.core.process import performers_now
from loket.core.role import HEADS, TEAM, Role
from loket.core.zone import ZONE
from loket.models.dokumen import DokumenVersi
from loket.models.entry import Entry
from loket.models.gitlab import GitlabMergeRequest, GitlabStateChange
from loket.models.implementasi import Uat
from loket.models.kantor import Kantor, calendar_of
from loket.models.naskah import Naskah
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.user import Jabatan
from loket.queries.gitlab import merge_requests_of
from loket.queries.gitlab_sign import sign_of
from loket.queries.keyset import rows_behind
from loket.queries.one_permintaan import found_for, standing_for
from loket.queries.remarks import Remarks, remarks_of
from loket.queries.step_people import names_of_turn
from loket.queries.step_recorded import reviews
from loket.queries.step_rows import Standing, last_test

_PUBLIC = [name for name, kind in PERMINTAAN_KINDS.items() if kind.public]
_GIVEN_WORK = (*HEADS[1:], *sorted(TEAM))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """`is_followed`: to be read, not acted on. `turn` names whoever may act now.

    For the office alone: `people`, to whom work can be given, by role, and what GitLab tells.
    """

    standing: Standing
    team: Sequence[Penugasan]
    versions: Sequence[DokumenVersi]
    naskah: Sequence[Naskah]
    test: Uat | None
    people: Mapping[Role, Sequence[tuple[int, str]]]
    is_followed: bool
    turn: Mapping[int, str]
    is_for_office: bool
    merge_requests: Sequence[GitlabMergeRequest]
    finished_there: GitlabStateChange | None

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
    for_office = is_of_office(actor)
    roles = performers_now(standing.sop, standing.facts)
    return Sight(
        standing=standing,
        team=team,
        versions=list(versions.select_related("dokumen", "upload").order_by("submitted_at", "pk")),
        naskah=list(Naskah.objects.visible_to(actor).filter(permintaan=permintaan).order_by("pk")),
        test=last_test(permintaan),
        people=_people(now) if for_office else {},
        is_followed=only_follows(actor, standing.facts),
        turn=names_of_turn(permintaan, roles, standing.facts.team, now.astimezone(ZONE).date()),
        is_for_office=for_office,
        merge_requests=merge_requests_of(permintaan) if for_office else (),
        finished_there=sign_of(permintaan) if for_office else None,
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


def versions_of(actor: Actor, nomor: str) -> Sequence[DokumenVersi] | None:
    """Every version of every document with what was said of it, the newest of each first (three queries)."""
    permintaan = found_for(actor, nomor)
    if permintaan is None:
        return None
    rows = DokumenVersi.objects.visible_to(actor).filter(dokumen__permintaan=permintaan)
    beside = rows.select_related("dokumen", "upload", "submitted_by")
    said = beside.prefetch_related(Prefetch("review_set", queryset=reviews().order_by("at", "pk")))
    return list(said.order_by("dokumen_id", "-number"))
