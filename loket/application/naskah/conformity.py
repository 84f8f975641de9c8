"""Whether the papers of a permintaan are what its record tells: what was given out, how it stands, what was signed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Exists, Func, JSONField, OuterRef

from loket.application.outbox import PRINT
from loket.core.naskah import IN_STEP
from loket.models.entry import Entry
from loket.models.jobs import pending
from loket.models.naskah import Naskah, NaskahFile, TandaTangan
from loket.models.permintaan import Permintaan

Papers = dict[str, str]
"""By what it is: a number, a state, a digest of what is printed, or the hash of the file that was signed."""
State = Naskah.State
_NEW_FACTS = ("bast.prepared", "bast.returned")
"""After these no earlier paper of the handover is waited for."""


def digest_of(naskah: Naskah) -> str:
    """Of all that was fixed when it was issued; nobody guesses what it is of, since the code is in it."""
    fixed = (naskah.kode, str(naskah.tanggal), naskah.hal, naskah.tujuan, naskah.isi)
    return sha256(json.dumps(fixed, sort_keys=True).encode()).hexdigest()


def papers_of(batch: Sequence[Permintaan]) -> Mapping[int, Papers]:
    """As the rows have them, by permintaan (two queries)."""
    found: dict[int, Papers] = defaultdict(dict)
    for naskah in Naskah.objects.filter(permintaan__in=batch).exclude(issued_at=None):
        found[naskah.permintaan_id] |= _paper(naskah.pk, naskah.nomor, naskah.state, digest_of(naskah))
    signed = TandaTangan.objects.filter(naskah__permintaan__in=batch).exclude(signed_at=None)
    columns = ("naskah__permintaan_id", "naskah_id", "pihak", "file__sha256")
    for permintaan_id, pk, pihak, file in signed.values_list(*columns):
        found[permintaan_id][_signature(pk, pihak)] = file
    return found


def papers_told(entries: Iterable[Entry]) -> Papers:
    """As the record has them."""
    issued: dict[int, _Told] = {}
    signatures: Papers = {}
    for entry in entries:
        said = entry.particulars
        if entry.kind == "naskah.issued":
            issued[said["naskah_id"]] = _told(said)
        elif "pihak" in said:
            signatures[_signature(said["naskah_id"], said["pihak"])] = said["sha256"]
            _sign(issued, said["naskah_id"])
        elif entry.kind == "naskah.voided" and said["naskah_id"] in issued:
            issued[said["naskah_id"]].state = State.DIBATALKAN
        elif entry.kind in _NEW_FACTS:
            _drop(issued.values())
    papers: Papers = {}
    for pk, one in issued.items():
        papers |= _paper(pk, one.nomor, one.state, one.digest)
    return papers | signatures


def differences_of_papers(stored: Papers, told: Papers) -> Iterator[str]:
    for name in sorted({*stored, *told}):
        if stored.get(name) != told.get(name):
            yield f"{name} {stored.get(name, 'tidak ada')}, menurut catatan {told.get(name, 'tidak ada')}"


def unprinted(batch: Sequence[Permintaan]) -> Mapping[int, list[str]]:
    """What has been issued and has no print, nor a job that will print it, by permintaan (one query)."""
    issued = Naskah.objects.filter(permintaan__in=batch).exclude(issued_at=None)
    prints = NaskahFile.objects.filter(naskah=OuterRef("pk"), kind=NaskahFile.Kind.CETAKAN)
    waiting = pending(PRINT).filter(args__naskah_id=_as_json(OuterRef("pk")))
    found: dict[int, list[str]] = defaultdict(list)
    for naskah in issued.filter(~Exists(prints), ~Exists(waiting)).only("permintaan_id"):
        found[naskah.permintaan_id].append(f"naskah {naskah.pk} terbit tanpa cetakan")
    return found


def _as_json(number: OuterRef) -> Func:
    return Func(number, function="to_jsonb", output_field=JSONField())


@dataclass(slots=True, kw_only=True)
class _Told:
    """A naskah as far as the entries have been read; `left` are the signatures that are still to come."""

    nomor: str
    digest: str
    left: int
    replaces: int | None
    jenis: str
    state: str


def _told(said: Mapping[str, object]) -> _Told:
    left, replaces = said["signatures"], said["menggantikan_id"]
    return _Told(
        nomor=str(said["nomor"]),
        digest=str(said["digest"]),
        left=int(str(left)),
        replaces=replaces if isinstance(replaces, int) else None,
        jenis=str(said["jenis"]),
        state=State.MENUNGGU if left else State.BERLAKU,
    )


def _sign(issued: Mapping[int, _Told], pk: int) -> None:
    """With the last signature it holds, and what it replaces holds no more."""
    one = issued.get(pk)
    if one is None:
        return
    one.left -= 1
    if one.left:
        return
    one.state = State.BERLAKU
    replaced = issued.get(one.replaces or 0)
    if replaced and replaced.state == State.BERLAKU:
        replaced.state = State.DIGANTIKAN


def _drop(issued: Iterable[_Told]) -> None:
    for one in issued:
        if one.jenis == IN_STEP and one.state == State.MENUNGGU:
            one.state = State.DIBATALKAN


def _paper(pk: int, nomor: str, state: str, digest: str) -> Papers:
    return {
        f"nomor naskah {pk}": nomor,
        f"keadaan naskah {pk}": str(state),
        f"isi, hal, tanggal, atau kode naskah {pk}": digest,
    }


def _signature(pk: int, pihak: int) -> str:
    return f"tanda tangan pihak {pihak} pada naskah {pk}"
