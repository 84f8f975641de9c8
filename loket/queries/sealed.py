"""The nightly seals: whether they hold, as lines to keep elsewhere, and compared with lines kept elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC
from typing import Any

from django.db.models import Exists, OuterRef

from loket.core.record import GENESIS, KANTOR
from loket.core.seal import Head, digest_of_heads
from loket.models.entry import Entry, Seal, SealedHead
from loket.models.kantor import Kantor
from loket.models.permintaan import Permintaan
from loket.queries.finding import Finding

GONE = "catatan yang sudah disegel hilang atau berubah"


def seal_findings(counted: Counter[str], nomor: str | None) -> Iterator[Finding]:
    """Each seal digests its heads and the seal before; each sealed head is an entry still."""
    if nomor is None:
        previous = GENESIS
        for seal in Seal.objects.order_by("pk").iterator(chunk_size=100):
            counted["seals"] += 1
            broken = seal.previous != previous or digest_of_heads(previous, heads_of(seal)) != seal.digest
            previous = seal.digest
            if broken:
                yield Finding(f"segel {seal.pk}", "segel berubah, atau segel sebelumnya hilang")
    yield from _lost_heads(nomor)
    yield from _lost_seals(nomor)


def heads_of(seal: Seal) -> list[Head]:
    return list(SealedHead.objects.filter(seal=seal).values_list("subject", "seq", "hash"))


def lines_to_keep() -> Iterator[dict[str, Any]]:
    """One line a seal, with its heads: enough to prove later which chain was changed."""
    for seal in Seal.objects.order_by("pk").iterator(chunk_size=100):
        yield {
            "seal": seal.pk,
            "sealed_at": seal.sealed_at.astimezone(UTC).isoformat(),
            "previous": seal.previous,
            "digest": seal.digest,
            "heads": sorted(heads_of(seal)),
        }


def differences(lines: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    """What the record no longer says of what lines kept elsewhere say. Raises ValueError for a line that is none."""
    for number, line in enumerate(lines, 1):
        heads = [(str(subject), int(seq), str(digest)) for subject, seq, digest in line["heads"]]
        if digest_of_heads(line["previous"], heads) != line["digest"]:
            raise ValueError(f"line {number} is damaged")
        same = Seal.objects.filter(pk=line["seal"], digest=line["digest"], previous=line["previous"])
        if not same.exists():
            yield Finding(f"segel {line['seal']}", "segel berbeda dari yang disimpan di luar, atau hilang")
        for subject, seq, digest in heads:
            if not Entry.objects.filter(subject=subject, seq=seq, hash=digest).exists():
                yield Finding(f"{subject}, catatan {seq}", GONE)


def _lost_heads(nomor: str | None) -> Iterator[Finding]:
    entry = Entry.objects.filter(subject=OuterRef("subject"), seq=OuterRef("seq"), hash=OuterRef("hash"))
    lost = SealedHead.objects.filter(~Exists(entry)).order_by("subject", "seq")
    if nomor:
        lost = lost.filter(subject=nomor)
    for subject, seq in lost.values_list("subject", "seq").iterator(chunk_size=1000):
        yield Finding(f"{subject}, catatan {seq}", GONE)


def _lost_seals(nomor: str | None) -> Iterator[Finding]:
    """What a subject remembers as sealed must be under a seal."""
    head = SealedHead.objects.filter(subject=OuterRef("nomor"), seq=OuterRef("sealed_seq"))
    lost = Permintaan.objects.filter(~Exists(head), sealed_seq__gt=0).order_by("pk")
    if nomor:
        lost = lost.filter(nomor=nomor)
    else:
        yield from _lost_seal_of_kantor()
    for subject in lost.values_list("nomor", flat=True).iterator(chunk_size=1000):
        yield Finding(subject, "segel terakhirnya hilang")


def _lost_seal_of_kantor() -> Iterator[Finding]:
    sealed = Kantor.objects.values_list("sealed_seq", flat=True).first() or 0
    if sealed and not SealedHead.objects.filter(subject=KANTOR, seq=sealed).exists():
        yield Finding(KANTOR, "segel terakhirnya hilang")
