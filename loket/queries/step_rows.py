"""Where a permintaan stands for one person, and the single rows that the forms ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet, Subquery

from loket.core.actor import Actor
from loket.core.calendar import Calendar
from loket.core.facts import Facts
from loket.core.guards import GUARDS
from loket.core.process import may_perform
from loket.core.sop import END, Sop, Step
from loket.core.verdict import Verdict
from loket.models.bast import Bast
from loket.models.dokumen import DokumenVersi, Upload
from loket.models.implementasi import Aplikasi, Uat
from loket.models.kahar import HOLDS
from loket.models.kantor import Kantor, calendar_of
from loket.models.pendampingan import LaporanPendampingan
from loket.models.pengerjaan import Pengerjaan
from loket.models.periksa import ButirPeriksa
from loket.models.permintaan import Permintaan
from loket.models.perubahan import PerubahanLingkup
from loket.models.sop_revision import rules_of
from loket.models.surat import Surat
from loket.queries.step_people import current_team
from loket.queries.step_recorded import handovers

_WITH_CALENDAR = Permintaan.objects.annotate(
    calendar_version=Subquery(Kantor.objects.values("calendar_version")[:1]), is_kahar=HOLDS
)
_OPEN = Permintaan.objects.open()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A permintaan with all that `may_perform` asks about it. `runs` are all its runs, oldest first."""

    permintaan: Permintaan
    sop: Sop
    calendar: Calendar
    facts: Facts
    runs: Sequence[Pengerjaan]

    @property
    def open_run(self) -> Pengerjaan | None:
        return next((run for run in self.runs if run.done_at is None), None)

    def last_run_of(self, step: str) -> Pengerjaan | None:
        return next((run for run in reversed(self.runs) if run.step == step), None)

    @property
    def step_in_hand(self) -> Step | None:
        return None if self.permintaan.at_step == END else self.sop.step(self.permintaan.at_step)

    def bagian_of(self, step: str) -> str:
        """The bagian of a step that is meant: the one in hand, else its first."""
        here = self.permintaan.at_step == step and self.permintaan.at_bagian
        return here or self.sop.step(step).first_bagian

    def verdict(self, actor: Actor, step: str, bagian: str) -> Verdict:
        return may_perform(actor, self.sop, self.sop.bagian(step, bagian), self.facts)

    def guards_of(self, step: str, bagian: str) -> dict[str, bool]:
        """What a bagian asks for, by name, and whether it is there."""
        part = self.sop.bagian(step, bagian)
        whole = self.sop.step(step)
        gate = whole.guards_mulai if bagian == whole.first_bagian else ()
        return {name: bool(GUARDS[name].ask(self.facts)) for name in (*gate, *part.guards)}


def visible_permintaan(nomor: str, actor: Actor, *, with_opd: bool) -> Permintaan | None:
    """One's own business, annotated with the office's calendar and whether keadaan kahar holds, as the road itself reads it.

    Whoever only follows a permintaan reads its page, not the pages of its steps and acts.
    """
    rows = _WITH_CALENDAR.listed_for(actor).filter(nomor=nomor)
    return (rows.select_related("opd") if with_opd else rows).first()


def glance_at(permintaan: Permintaan, actor: Actor) -> Standing:
    """Enough to read a form: without the runs and the team, and without a query; `visible_permintaan` gave the row."""
    calendar = calendar_of(permintaan.calendar_version)  # type: ignore[attr-defined]  # annotated there
    return Standing(
        permintaan=permintaan,
        sop=rules_of(permintaan.sop_revision_id),
        calendar=calendar,
        facts=permintaan.facts(calendar=calendar, actor_id=actor.id),
        runs=(),
    )


def standing_of(permintaan: Permintaan, actor: Actor, now: datetime) -> Standing:
    """Gather it for one person at one moment (three queries)."""
    runs = list(Pengerjaan.objects.filter(permintaan=permintaan).order_by("available_at", "pk"))
    open_run = next((run for run in runs if run.done_at is None), None)
    calendar = calendar_of(Kantor.objects.values_list("calendar_version", flat=True).get())
    facts = permintaan.facts(
        team=current_team(permintaan),
        calendar=calendar,
        actor_id=actor.id,
        awaited=open_run.awaits(permintaan.at_bagian, calendar, now) if open_run else None,
        **(open_run.times() if open_run else {}),
    )
    return Standing(
        permintaan=permintaan,
        sop=rules_of(permintaan.sop_revision_id),
        calendar=calendar,
        facts=facts,
        runs=runs,
    )


def uploads_shown(ids: Sequence[int], permintaan: Permintaan, actor: Actor) -> list[Upload]:
    """Those of the uploads that this person sent in, or that belong to this permintaan."""
    mine = Q(uploaded_by_id=actor.id) | Q(dokumenversi__dokumen__permintaan=permintaan)
    return list(Upload.objects.filter(mine, pk__in=ids).distinct()) if ids else []


def current_letter(permintaan: Permintaan) -> Surat | None:
    return Surat.objects.filter(permintaan=permintaan, is_current=True).first()


def change_in_hand(permintaan: Permintaan) -> PerubahanLingkup | None:
    """The change of scope that is not decided yet, or not in the documents."""
    undone = ~Q(keputusan=PerubahanLingkup.Keputusan.DITOLAK)
    return PerubahanLingkup.objects.filter(undone, permintaan=permintaan, version=None).first()


def latest_version(permintaan: Permintaan, jenis: str) -> DokumenVersi | None:
    versions = DokumenVersi.objects.filter(dokumen__permintaan=permintaan, dokumen__jenis=jenis)
    return versions.select_related("dokumen", "upload").order_by("-number").first()


def application_of(permintaan: Permintaan) -> Aplikasi | None:
    return Aplikasi.objects.filter(permintaan=permintaan).first()


def last_test(permintaan: Permintaan) -> Uat | None:
    """The round of acceptance testing in hand, or the one before."""
    return Uat.objects.filter(permintaan=permintaan).order_by("-round").first()


def checked_items(permintaan: Permintaan, codes: Sequence[str]) -> "QuerySet[ButirPeriksa]":
    """The items of a checklist as they were handed in last."""
    return ButirPeriksa.objects.filter(permintaan=permintaan, kode__in=codes).order_by("kode")


def current_bast(permintaan: Permintaan) -> Bast | None:
    return handovers(permintaan).filter(is_current=True).first()


def current_report(permintaan: Permintaan) -> LaporanPendampingan | None:
    return LaporanPendampingan.objects.filter(permintaan=permintaan, is_current=True).first()


@dataclass(frozen=True, slots=True)
class Queue:
    """Where a letter stands among those that wait for the same hand."""

    position: int
    total: int


def place_in_queue(actor: Actor, permintaan: Permintaan) -> Queue:
    """Most urgent first (one query)."""
    before = Q(due_at__lt=permintaan.due_at) | Q(due_at=permintaan.due_at, pk__lt=permintaan.pk)
    counted = _waiting(actor, permintaan.at_step).aggregate(
        total=Count("pk"), before=Count("pk", filter=before)
    )
    return Queue(counted["before"] + 1, counted["total"])


def next_letter(actor: Actor, step: str, *, besides: Permintaan) -> str:
    """The number of the most urgent other permintaan at a step, empty where none waits for this person."""
    waiting = _waiting(actor, step).exclude(pk=besides.pk).order_by("due_at", "pk")
    return waiting.values_list("nomor", flat=True).first() or ""


def _waiting(actor: Actor, step: str) -> "QuerySet[Permintaan]":
    turn = [str(role) for role in actor.capacities]
    return _OPEN.visible_to(actor).filter(at_step=step, turn__overlap=turn)
