"""Is the record still what was written? Everything streams, so that memory does not grow with the record."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, groupby

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from loket.core.record import KANTOR, Line, first_break
from loket.files.store import Store
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from loket.models.permintaan import Permintaan
from loket.queries.finding import Finding
from loket.queries.sealed import seal_findings
from loket.queries.stored import file_findings, sop_findings

AT_ONCE = 1000
"""Rows in memory at a time."""


class Verification:
    """Of the whole office, or of one permintaan. `counted` says afterwards how much was looked at."""

    def __init__(self, store: Store, nomor: str | None = None) -> None:
        self.store, self.nomor = store, nomor
        self.counted: Counter[str] = Counter()

    def findings(self) -> Iterator[Finding]:
        """The first break of every chain, and every seal, SOP revision and file that does not hold."""
        yield from self._chains()
        yield from seal_findings(self.counted, self.nomor)
        if self.nomor is None:
            yield from sop_findings(self.counted)
        yield from file_findings(self.store, self.counted, self.nomor)

    def _chains(self) -> Iterator[Finding]:
        for subject, entries in groupby(self._entries(), key=lambda entry: entry.subject):
            self.counted["chains"] += 1
            yield from self._chain(subject, entries)
        for subject in self._silent():
            yield Finding(subject, "seluruh catatan hilang")

    def _entries(self) -> Iterator[Entry]:
        """Every entry with the head that its subject remembers: one statement, so one moment."""
        kantor = Kantor.objects.all()[:1]
        entries = Entry.objects.filter(subject=self.nomor) if self.nomor else Entry.objects.all()
        annotated = entries.annotate(
            nomor=F("permintaan__nomor"),
            last_seq=Coalesce("permintaan__head_seq", Subquery(kantor.values("head_seq"))),
            last_hash=Coalesce("permintaan__head_hash", Subquery(kantor.values("head_hash"))),
        )
        return annotated.order_by("subject", "seq").iterator(chunk_size=AT_ONCE)

    def _chain(self, subject: str, entries: Iterator[Entry]) -> Iterator[Finding]:
        first = next(entries)
        foreign: list[int] = []
        broken = first_break(
            self._lines(subject, chain((first,), entries), foreign),
            head_seq=first.last_seq,  # type: ignore[attr-defined]  # annotated
            head_hash=first.last_hash,  # type: ignore[attr-defined]  # annotated
            subject=subject,
        )
        if broken:
            yield Finding(f"{subject}, catatan {broken.seq}", broken.reason)
        elif foreign:
            yield Finding(f"{subject}, catatan {foreign[0]}", "catatan dipasang pada permintaan lain")

    def _lines(
        self, subject: str, entries: Iterator[Entry], foreign: list[int]
    ) -> Iterator[tuple[Line, str, str]]:
        for entry in entries:
            self.counted["entries"] += 1
            if (entry.nomor or KANTOR) != subject:  # type: ignore[attr-defined]  # annotated
                foreign.append(entry.seq)
            yield entry.line(), entry.previous, entry.hash

    def _silent(self) -> Iterator[str]:
        """Subjects that remember entries of which none is left."""
        found: QuerySet[Permintaan] = Permintaan.objects.filter(
            ~Exists(Entry.objects.filter(subject=OuterRef("nomor")))
        )
        if self.nomor:
            found = found.filter(nomor=self.nomor)
        elif Kantor.objects.filter(head_seq__gt=0).exists() and not _kantor_speaks():
            yield KANTOR
        yield from found.order_by("pk").values_list("nomor", flat=True).iterator(chunk_size=AT_ONCE)


def _kantor_speaks() -> bool:
    return Entry.objects.filter(subject=KANTOR).exists()
