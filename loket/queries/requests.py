"""The list of permintaan: searched, filtered and paged, and only what a person may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from loket.core.actor import Actor
from loket.models.opd import Opd
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.surat import Disposisi
from loket.queries.concern import turn_of
from loket.queries.keyset import Edge, Page, page_of, rows_behind
from loket.queries.words import anywhere, at_the_end, at_the_start, is_short, words_of

PAGE = 25
_UNSHOWN = ("kebutuhan", "alasan", "layanan", "pengguna", "pic_nama", "pic_phone", "pic_email")


class View(StrEnum):
    """Saved views. What is mine, runs or is late is open; the other filters reach everything."""

    MILIK_SAYA = "milik_saya"
    BERJALAN = "berjalan"
    LEWAT_BATAS = "lewat_batas"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; an empty field does not filter."""

    view: View | None = None
    q: str = ""
    status: str = ""
    langkah: str = ""
    prioritas: str = ""
    opd_id: int | None = None


def agencies() -> list[Opd]:
    """Every OPD by name (one query); the list names them, and a search finds permintaan by them."""
    return list(Opd.objects.all())


def page_of_requests(
    actor: Actor, wanted: Wanted, edge: Edge, now: datetime, *, agencies: Sequence[Opd], size: int = PAGE
) -> Page[Permintaan]:
    """One page, newest first (one query)."""
    found = filtered(Permintaan.objects.listed_for(actor), actor, wanted, now, agencies)
    return page_of(found.select_related("opd").defer(*_UNSHOWN), edge, size)


def requests_behind(
    actor: Actor, wanted: Wanted, after: int | None, now: datetime, *, size: int
) -> tuple[Sequence[Permintaan], str]:
    """The same for a program: the rows after a key, and the cursor of what follows (one query, two for a search)."""
    named = agencies() if wanted.q else ()
    found = filtered(Permintaan.objects.listed_for(actor), actor, wanted, now, named)
    return rows_behind(found.select_related("opd").defer(*_UNSHOWN), after, size)


def filtered(
    found: QuerySet[Permintaan], actor: Actor, wanted: Wanted, now: datetime, agencies: Sequence[Opd]
) -> QuerySet[Permintaan]:
    if wanted.view:
        found = found.filter(_of_view(wanted.view, actor, now))
    exact = {
        "status": wanted.status,
        "at_step": wanted.langkah,
        "priority": wanted.prioritas,
        "opd_id": wanted.opd_id,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    for word in words_of(wanted.q):
        found = found.filter(_saying(word, agencies))
    return found


def _of_view(view: View, actor: Actor, now: datetime) -> Q:
    open_ones = Q(status__in=["berjalan", "menunggu"])
    if view is View.SELESAI:
        return Q(status="selesai")
    if view is View.BERJALAN:
        return open_ones
    if view is View.LEWAT_BATAS:
        return open_ones & Q(due_at__lt=now)
    return open_ones & _of_person(actor)


def _of_person(actor: Actor) -> Q:
    """What somebody sent in, is in the team of, was given by a disposisi, or has the turn of."""
    of_this = {"permintaan": OuterRef("pk")}
    place = Exists(Penugasan.objects.current().filter(**of_this, user=actor.id))
    letter = Exists(Disposisi.objects.filter(**of_this, kepada=actor.id))
    return Q(created_by=actor.id) | Q(place) | Q(letter) | turn_of(actor)


def _saying(word: str, agencies: Sequence[Opd]) -> Q:
    """The number, the name of the application, or the agency says it."""
    if is_short(word):
        own = Q(at_the_end("nomor", word)) | Q(at_the_start("nama_aplikasi", word))
    else:
        own = Q(anywhere("nomor", word)) | Q(anywhere("nama_aplikasi", word))
    told = word.casefold()
    ids = [one.pk for one in agencies if told in f"{one.nama} {one.singkatan}".casefold()]
    return own | Q(opd_id__in=ids)
