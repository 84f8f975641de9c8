"""What waits for GitLab: read off the rows and the record, so that no lost job hides it; and the jobs that gave up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from loket.core.moving import MOVING
from loket.models.entry import Entry
from loket.models.jobs import PENDING, pending
from loket.models.permintaan import Permintaan
from loket.models.tiket import Tiket
from loket.queries.keyset import Edge, Order, Page, page_of

PAGE = 25
OLDEST_FIRST = Order(
    newest_first=("pk",),
    oldest_first=("-pk",),
    older=lambda key: Q(pk__gt=key),
    newer=lambda key: Q(pk__lt=key),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """`hindered` are those of them that GitLab has refused."""

    count: int
    hindered: int
    since: datetime | None


def waiting() -> Waiting:
    """One query."""
    hindered = Count("pk", filter=~Q(issuegitlab__problem="") & Q(issuegitlab__isnull=False))
    found = _waiting().aggregate(count=Count("pk"), hindered=hindered, oldest=Min("since"))
    return Waiting(count=found["count"], hindered=found["hindered"], since=found["oldest"])


def page_of_waiting(edge: Edge, *, size: int = PAGE) -> Page[Tiket]:
    """One page, the oldest ticket first, each with `since` (one query)."""
    return page_of(waiting_tickets(), edge, size, OLDEST_FIRST)


def waiting_tickets() -> "QuerySet[Tiket]":
    """Each with `since` and its issue."""
    found = _waiting().select_related("permintaan", "issuegitlab")
    return found.defer("permintaan__kebutuhan", "permintaan__alasan")


def next_jobs(task: str, permintaan: Iterable[int]) -> dict[int, datetime | None]:
    """When the next job of each of these is due; None is at once, and who is missing has none (one query)."""
    wanted = pending(task).filter(args__permintaan_id__in=list(permintaan))
    rows = wanted.values_list("args__permintaan_id", "scheduled_at")
    found: dict[int, datetime | None] = {}
    for permintaan_id, at in rows:
        known = found.get(permintaan_id, at)
        found[permintaan_id] = None if at is None or known is None else min(at, known)
    return found


def failed_jobs(queue: str) -> "QuerySet[ProcrastinateJob]":
    """What gave up, each with `failed_at`, without what a later job of the same has done or will do.

    What comes by the clock is told nothing but when, so each of its jobs does the work of those before it.
    """
    later = ProcrastinateJob.objects.filter(
        Q(args=OuterRef("args")) | Q(args__has_key="timestamp"),
        task_name=OuterRef("task_name"),
        pk__gt=OuterRef("pk"),
        status__in=(*PENDING, "succeeded"),
    )
    ended = ProcrastinateEvent.objects.filter(job=OuterRef("pk")).order_by("-at").values("at")[:1]
    failed: QuerySet[ProcrastinateJob] = ProcrastinateJob.objects.filter(queue_name=queue, status="failed")
    return failed.filter(~Exists(later)).annotate(failed_at=Subquery(ended))


def page_of_failed(queue: str, edge: Edge, *, size: int = PAGE) -> Page[ProcrastinateJob]:
    return page_of(failed_jobs(queue), edge, size)


def numbers_of(permintaan: Sequence[int]) -> dict[int, str]:
    """The numbers of these (one query)."""
    return dict(Permintaan.objects.filter(pk__in=permintaan).values_list("pk", "nomor"))


def _waiting() -> "QuerySet[Tiket]":
    """Tickets whose issue is not made, is behind the record, or was refused, each with `since`."""
    moved = Entry.objects.filter(
        permintaan=OuterRef("permintaan"), happened_at__gt=OuterRef("issuegitlab__seen_at")
    )
    moved = moved.filter(~Q(outcome="") | Q(kind__in=MOVING))
    unsaid = Subquery(moved.order_by("happened_at").values("happened_at")[:1])
    unplanned = Q(issuegitlab=None, state=Tiket.State.TERBUKA)
    unmade = Q(issuegitlab__isnull=False, issuegitlab__iid=None)
    needless = Q(issuegitlab__tries=0, state=Tiket.State.DITUTUP)
    unclosed = Q(issuegitlab__isnull=False) & (Q(issuegitlab__closed_at=None) | Q(state=Tiket.State.TERBUKA))
    behind = unclosed & (Q(unsaid__isnull=False) | ~Q(issuegitlab__problem=""))
    since = Coalesce("unsaid", "issuegitlab__seen_at", F("opened_at"))
    found = Tiket.objects.annotate(unsaid=unsaid)
    return found.filter(unplanned | (unmade | behind) & ~needless).annotate(since=since)
