"""Whether the papers of a permintaan are what its record tells: each number that was given, each file that was signed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loket.models.entry import Entry
from loket.models.naskah import Naskah, TandaTangan
from loket.models.permintaan import Permintaan

Papers = dict[str, str]
"""By what it is: the number that is printed on it, or the hash of the file that was signed."""


def papers_of(batch: Sequence[Permintaan]) -> Mapping[int, Papers]:
    """As the rows have them, by permintaan (two queries)."""
    found: dict[int, Papers] = defaultdict(dict)
    issued = Naskah.objects.filter(permintaan__in=batch).exclude(issued_at=None)
    for permintaan_id, pk, nomor in issued.values_list("permintaan_id", "pk", "nomor"):
        found[permintaan_id][_number(pk)] = nomor
    signed = TandaTangan.objects.filter(naskah__permintaan__in=batch).exclude(signed_at=None)
    columns = ("naskah__permintaan_id", "naskah_id", "pihak", "file__sha256")
    for permintaan_id, pk, pihak, sha256 in signed.values_list(*columns):
        found[permintaan_id][_signature(pk, pihak)] = sha256
    return found


def papers_told(entries: Iterable[Entry]) -> Papers:
    """As the record has them."""
    told: Papers = {}
    for entry in entries:
        said = entry.particulars
        if entry.kind == "naskah.issued":
            told[_number(said["naskah_id"])] = said["nomor"]
        elif "pihak" in said:
            told[_signature(said["naskah_id"], said["pihak"])] = said["sha256"]
    return told


def differences_of_papers(stored: Papers, told: Papers) -> Iterator[str]:
    for name in sorted({*stored, *told}):
        if stored.get(name) != told.get(name):
            yield f"{name} {stored.get(name, 'tidak ada')}, menurut catatan {told.get(name, 'tidak ada')}"


def _number(pk: int) -> str:
    return f"nomor naskah {pk}"


def _signature(pk: int, pihak: int) -> str:
    return f"tanda tangan pihak {pihak} pada naskah {pk}"
