"""The books of letters, out and in: searched, filtered and paged, and only what a person may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from loket.core.actor import Actor
from loket.core.zone import midnight
from loket.models.naskah import NUMBERED, Naskah, TandaTangan
from loket.models.opd import Opd
from loket.models.permintaan import Permintaan
from loket.models.surat import Disposisi, Surat
from loket.queries.keyset import BY_KEY, Edge, Order, Page, page_of
from loket.queries.words import anywhere, at_the_end, at_the_start, is_short, words_of

PAGE = 25
DECEMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; an empty field does not filter. `bulan` is one of `tahun`."""

    q: str = ""
    jenis: str = ""
    keadaan: str = ""
    tahun: int | None = None
    bulan: int | None = None


def _side(key: int, side: str) -> Q:
    """Older or newer than a naskah: a draft can be older than what was issued before it, so the key alone will not do."""
    moment = Subquery(Naskah.objects.filter(pk=key).values("issued_at"))
    beyond, equal = f"issued_at__{side}", f"pk__{side}"
    return Q(**{f"{beyond}e": moment}) & (Q(**{beyond: moment}) | Q(**{equal: key}))


BY_ISSUE = Order(
    newest_first=("-issued_at", "-pk"),
    oldest_first=("issued_at", "pk"),
    older=lambda key: _side(key, "lt"),
    newer=lambda key: _side(key, "gt"),
)


def letters_out(actor: Actor, wanted: Wanted, agencies: Sequence[Opd]) -> QuerySet[Naskah]:
    """Every naskah that took a number, those that are void or replaced included."""
    found = Naskah.objects.visible_to(actor).filter(NUMBERED, issued_at__isnull=False)
    found = found.filter(_within("issued_at", wanted))
    if wanted.jenis:
        found = found.filter(jenis=wanted.jenis)
    if wanted.keadaan:
        found = found.filter(state=wanted.keadaan)
    for word in words_of(wanted.q):
        found = found.filter(_saying(word, ("nomor", "hal", "tujuan"), agencies))
    signers = Prefetch("tandatangan_set", TandaTangan.objects.order_by("pihak"))
    return found.defer("isi", "isian").prefetch_related(signers)


def letters_in(actor: Actor, wanted: Wanted, agencies: Sequence[Opd]) -> QuerySet[Surat]:
    """Each letter in the place where it first came in; see `as_it_is_now` for what has become of it."""
    earlier = Surat.objects.filter(
        permintaan=OuterRef("permintaan"), nomor_agenda=OuterRef("nomor_agenda"), pk__lt=OuterRef("pk")
    )
    found = Surat.objects.filter(~Exists(earlier), _within("received_at", wanted))
    if not actor.sees_everything():
        found = found.filter(permintaan__in=Permintaan.objects.listed_for(actor))
    for word in words_of(wanted.q):
        found = found.filter(_saying(word, ("nomor_surat", "perihal"), agencies) | Q(nomor_agenda=word))
    given = Prefetch("permintaan__disposisi_set", Disposisi.objects.select_related("kepada").order_by("at"))
    versions = Prefetch("permintaan__surat_set", Surat.objects.order_by("pk"))
    return found.select_related("permintaan__opd").prefetch_related(given, versions)


def as_it_is_now(surat: Surat) -> Surat:
    """The letter as it was last completed or corrected, under the same agenda number."""
    same = [one for one in surat.permintaan.surat_set.all() if one.nomor_agenda == surat.nomor_agenda]
    return same[-1]


def disposisi_of(surat: Surat) -> Sequence[Disposisi]:
    """What the heads wrote on it, in order."""
    given = surat.permintaan.disposisi_set.all()
    return [one for one in given if one.nomor_agenda == surat.nomor_agenda]


def page_out(found: QuerySet[Naskah], edge: Edge, size: int = PAGE) -> Page[Naskah]:
    """One page, what was issued last on top (two queries)."""
    return page_of(found, edge, size, BY_ISSUE)


def page_in(found: QuerySet[Surat], edge: Edge, size: int = PAGE) -> Page[Surat]:
    """One page, what came in last on top (three queries)."""
    return page_of(found, edge, size, BY_KEY)


def _within(moment: str, wanted: Wanted) -> Q:
    if wanted.tahun is None:
        return Q()
    first, after = _period(wanted.tahun, wanted.bulan)
    return Q(**{f"{moment}__gte": first, f"{moment}__lt": after})


def _period(tahun: int, bulan: int | None) -> tuple[datetime, datetime]:
    first = date(tahun, bulan or 1, 1)
    ends = tahun + 1 if bulan in {None, DECEMBER} else tahun
    return midnight(first), midnight(date(ends, (bulan or DECEMBER) % DECEMBER + 1, 1))


def _saying(word: str, fields: Sequence[str], agencies: Sequence[Opd]) -> Q:
    """One of the fields says it, or the agency is called so; a short word only begins or ends one."""
    said = Q()
    for field in fields:
        said |= _in_field(field, word)
    told = word.casefold()
    ids = [one.pk for one in agencies if told in f"{one.nama} {one.singkatan}".casefold()]
    return said | Q(permintaan__opd_id__in=ids) if ids else said


def _in_field(field: str, word: str) -> Q:
    lookups: list[Any] = (
        [at_the_start(field, word), at_the_end(field, word)] if is_short(word) else [anywhere(field, word)]
    )
    said = Q()
    for lookup in lookups:
        said |= Q(lookup)
    return said
