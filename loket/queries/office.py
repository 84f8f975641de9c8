"""What an admin reads: accounts, agencies, the calendar, and who changed them last. Nothing of any permintaan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Count, Prefetch, Q, QuerySet

from loket.core.actor import SYSTEM
from loket.core.record import KANTOR
from loket.models.entry import Entry
from loket.models.kantor import HariLibur, JadwalKerja, Kantor
from loket.models.opd import Opd
from loket.models.user import Jabatan, User
from loket.queries.keyset import Edge, Page, page_of
from loket.queries.words import anywhere, words_of

PAGE = 25


class View(StrEnum):
    KANTOR = "kantor"
    OPD = "opd"
    NONAKTIF = "nonaktif"


_OF_VIEW = {
    View.KANTOR: Q(opd=None, is_active=True),
    View.OPD: Q(opd__isnull=False, is_active=True),
    View.NONAKTIF: Q(is_active=False),
}


@dataclass(frozen=True, slots=True)
class Change:
    by: str
    at: datetime


def page_of_accounts(view: View | None, q: str, edge: Edge, day: date, *, size: int = PAGE) -> Page[User]:
    """One page, the newest account first, each with the positions held that day as `held` (two queries)."""
    return page_of(accounts_of(view, q, day), edge, size)


def accounts_of(view: View | None, q: str, day: date) -> "QuerySet[User]":
    found = User.objects.select_related("opd").prefetch_related(
        Prefetch("jabatan_set", queryset=Jabatan.objects.held_on(day).order_by("pk"), to_attr="held")
    )
    if view:
        found = found.filter(_OF_VIEW[view])
    for word in words_of(q):
        found = found.filter(_saying(word))
    return found


def account_of(pk: int) -> User | None:
    return User.objects.select_related("opd").filter(pk=pk).first()


def position_of(pk: int, user_id: int) -> Jabatan | None:
    return Jabatan.objects.select_related("user").filter(pk=pk, user=user_id).first()


def register() -> Sequence[Opd]:
    """Every agency with the number of its active accounts as `accounts`, those that are no more last (one query)."""
    counted = Opd.objects.annotate(accounts=Count("user", filter=Q(user__is_active=True)))
    return list(counted.order_by("-is_active", "nama"))


def agency_of(pk: int) -> Opd | None:
    return Opd.objects.filter(pk=pk).first()


def holidays_of(year: int) -> Sequence[HariLibur]:
    return list(HariLibur.objects.filter(day__year=year))


def holiday_of(pk: int) -> HariLibur | None:
    return HariLibur.objects.filter(pk=pk).first()


def schedules() -> QuerySet[JadwalKerja]:
    """Working hours, the newest period first."""
    return JadwalKerja.objects.order_by("-valid_from", "-pk")


def schedule_of(pk: int) -> JadwalKerja | None:
    return JadwalKerja.objects.filter(pk=pk).first()


def ordinary_hours(day: date) -> JadwalKerja | None:
    """The open-ended hours that hold on a date."""
    return schedules().filter(valid_until=None, valid_from__lte=day).first()


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """When rows and record were compared last, how many differences there were, and the first of them."""

    at: datetime | None
    found: int = 0
    differences: Sequence[Mapping[str, str]] = ()


def last_examination() -> Examined:
    """Two queries."""
    at = Kantor.objects.values_list("examined_at", flat=True).get()
    entries = Entry.objects.filter(subject=KANTOR, kind="pemeriksaan.differed").order_by("-seq")
    last = entries.first()
    if at is None or last is None or last.happened_at < at:
        return Examined(at=at)
    said = last.particulars
    return Examined(at=at, found=said["found"], differences=said["differences"])


def calendar_version() -> int:
    return Kantor.objects.values_list("calendar_version", flat=True).get()


def last_change(*areas: str) -> Change | None:
    """The last act of the office in these areas, such as "akun" (one query)."""
    wanted = Q()
    for area in areas:
        wanted |= Q(kind__startswith=f"{area}.")
    entries = Entry.objects.filter(wanted, subject=KANTOR).select_related("actor").order_by("-seq")
    last = entries.first()
    return Change(last.actor.nama if last.actor else SYSTEM.name, last.happened_at) if last else None


def _saying(word: str) -> Q:
    of_agency = Q(opd__nama__icontains=word) | Q(opd__singkatan__icontains=word)
    return Q(anywhere("nama", word)) | Q(anywhere("username", word)) | Q(nip__contains=word) | of_agency
