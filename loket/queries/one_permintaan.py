"""All that the page of one permintaan shows, for one person; the same number of queries for every permintaan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from loket.core.actor import Actor
from loket.core.acts import is_of_office, only_follows
from loket.core.calendar import Calendar
from loket.core.kinds import PERMINTAAN_KINDS
from loket.core.moving import STARTED
from loket.core.process import performers_now
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.addendum import Addendum
from loket.models.bast import Bast
from loket.models.dokumen import DokumenVersi
from loket.models.entry import Entry
from loket.models.jeda import Jeda
from loket.models.kahar import HOLDS
from loket.models.naskah import Naskah
from loket.models.pendampingan import LaporanPendampingan
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.rapat import Kesepakatan, Rapat
from loket.models.sop_revision import rules_of
from loket.models.surat import Disposisi, Surat
from loket.models.tiket import Prioritas
from loket.queries.gitlab import InGitlab, in_gitlab
from loket.queries.remarks import Remarks, remarks_of
from loket.queries.step_people import names_of_turn
from loket.queries.step_rows import Standing

RECENT = 30
"""Entries shown at first; a link shows the rest."""
MOST = 1000

_PUBLIC = [name for name, kind in PERMINTAAN_KINDS.items() if kind.public]
_BESIDE = ("opd", "created_by", "tiket__issuegitlab", "aplikasi", "penutupan__carried_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """What the steps have left behind so far."""

    surat: Surat | None
    disposisi: Sequence[Disposisi]
    prioritas: Prioritas | None
    rapat: Sequence[Rapat]
    jeda: Sequence[Jeda]
    addendum: Sequence[Addendum]
    bast: Bast | None
    laporan: LaporanPendampingan | None
    versions: Sequence[DokumenVersi]
    naskah: Sequence[Naskah]

    @property
    def kesepakatan(self) -> Kesepakatan | None:
        """The agreement that holds: that of the latest session which has one."""
        agreed = (getattr(one, "kesepakatan", None) for one in reversed(self.rapat))
        return next((one for one in agreed if one), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """`is_followed`: by somebody whose own request is carried on here. `turn` names whoever may act now; `has_more` tells that `entries` are not all that this person may see."""

    standing: Standing
    team: Sequence[Penugasan]
    turn: dict[int, str]
    outputs: Outputs
    entries: Sequence[Entry]
    has_more: bool
    remarks: Remarks
    in_gitlab: InGitlab
    is_for_office: bool
    is_followed: bool

    @property
    def permintaan(self) -> Permintaan:
        return self.standing.permintaan


def found_for(actor: Actor, nomor: str) -> Permintaan | None:
    """The row with all that belongs to it once, or None where there is none for this person."""
    rows = Permintaan.objects.visible_to(actor).annotate(is_kahar=HOLDS).select_related(*_BESIDE)
    return rows.filter(nomor=nomor).first()


def standing_for(
    permintaan: Permintaan, actor: Actor, calendar: Calendar, now: datetime
) -> tuple[Standing, list[Penugasan]]:
    """The standing with the team by name (two queries)."""
    runs = list(Pengerjaan.objects.filter(permintaan=permintaan).order_by("available_at", "pk"))
    members = Penugasan.objects.current().filter(permintaan=permintaan)
    team = list(members.select_related("user").order_by("-is_lead", "-role", "pk"))
    open_run = next((run for run in runs if run.done_at is None), None)
    facts = permintaan.facts(
        team=frozenset((member.user_id, Role(member.role)) for member in team),
        calendar=calendar,
        actor_id=actor.id,
        awaited=open_run.awaits(permintaan.at_bagian, calendar, now) if open_run else None,
        **(open_run.times() if open_run else {}),
    )
    sop = rules_of(permintaan.sop_revision_id)
    standing = Standing(permintaan=permintaan, sop=sop, calendar=calendar, facts=facts, runs=runs)
    return standing, team


def whole_of(
    permintaan: Permintaan, actor: Actor, calendar: Calendar, now: datetime, *, everything: bool = False
) -> Whole:
    standing, team = standing_for(permintaan, actor, calendar, now)
    for_office, followed = is_of_office(actor), only_follows(actor, standing.facts)
    entries = _entries(permintaan, internal=for_office, everything=everything)
    roles = performers_now(standing.sop, standing.facts)
    there = in_gitlab(permintaan, most=MOST if everything else RECENT) if for_office else InGitlab()
    return Whole(
        standing=standing,
        team=team,
        turn=names_of_turn(permintaan, roles, standing.facts.team, now.astimezone(ZONE).date()),
        outputs=_outputs(permintaan, actor),
        entries=entries,
        has_more=not everything
        and (there.has_more or permintaan.head_seq > len(entries))
        and (for_office or len(entries) == RECENT),
        in_gitlab=there,
        remarks=remarks_of(permintaan.pk, internal=for_office, contact=not followed),
        is_for_office=for_office,
        is_followed=followed,
    )


def _entries(permintaan: Permintaan, *, internal: bool, everything: bool) -> list[Entry]:
    """The newest, or all of them; who took up a bagian when is only shown with all."""
    entries = Entry.objects.filter(permintaan=permintaan).select_related("actor").order_by("-seq")
    if not internal:
        entries = entries.filter(kind__in=_PUBLIC)
    if everything:
        return list(entries[:MOST])
    return list(entries.exclude(kind=STARTED)[:RECENT])


def _outputs(permintaan: Permintaan, actor: Actor) -> Outputs:
    versions = DokumenVersi.objects.filter(dokumen__permintaan=permintaan)
    return Outputs(
        surat=permintaan.surat_set.filter(is_current=True).first(),
        disposisi=list(permintaan.disposisi_set.all()),
        prioritas=permintaan.prioritas_set.order_by("-pk").first(),
        rapat=list(permintaan.rapat_set.select_related("kesepakatan")),
        jeda=list(Jeda.objects.filter(permintaan=permintaan)),
        addendum=list(Addendum.objects.filter(permintaan=permintaan)),
        bast=permintaan.bast_set.filter(is_current=True).first(),
        laporan=permintaan.laporanpendampingan_set.filter(is_current=True).first(),
        versions=list(
            versions.select_related("dokumen", "upload", "submitted_by").order_by("dokumen_id", "-number")
        ),
        naskah=list(Naskah.objects.visible_to(actor).filter(permintaan=permintaan)),
    )
