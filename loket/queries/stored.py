"""Stored files and SOP revisions against the hashes by which they are known."""

from collections import Counter
from collections.abc import Collection, Iterator
from hashlib import sha256

from loket.files.store import Store
from loket.models.dokumen import DokumenVersi, Upload
from loket.models.entry import Entry
from loket.models.permintaan import OPEN, Permintaan
from loket.models.sop_revision import SopRevision
from loket.queries.finding import Finding
from loket.sop.definition import problems_in


def file_findings(store: Store, counted: Counter[str], nomor: str | None) -> Iterator[Finding]:
    """Read every stored file again."""
    uploads = Upload.objects.all()
    if nomor:
        uploads = uploads.filter(dokumenversi__dokumen__permintaan__nomor=nomor)
    hashes = uploads.order_by("sha256").values_list("sha256", flat=True).distinct()
    for digest in hashes.iterator(chunk_size=1000):
        counted["files"] += 1
        if not store.verify(digest):
            reason = "isi berkas berubah" if store.exists(digest) else "berkas hilang"
            yield Finding(f"berkas {digest}{_document(digest)}", reason)


def sop_findings(counted: Counter[str]) -> Iterator[Finding]:
    """A released revision says what it said when it was released, by its own hash and by the record's."""
    released = {
        (said["nomor"], said["revisi"]): said["sha256"]
        for said in Entry.objects.filter(kind="sop.released").values_list("particulars", flat=True)
    }
    for revision in SopRevision.objects.order_by("nomor", "revisi"):
        counted["revisions"] += 1
        digest = sha256(revision.content.encode()).hexdigest()
        if {revision.sha256, released.get((revision.nomor, revision.revisi))} != {digest}:
            yield Finding(str(revision), "isi SOP berbeda dari yang ditetapkan")


def sop_problems(*, parts: Collection[tuple[str, str]], effects: Collection[str]) -> list[str]:
    """What is wrong with the revisions in use: the newest of each SOP, and those of open permintaan."""
    newest = SopRevision.objects.order_by("nomor", "-released_at", "-revisi").distinct("nomor")
    running = Permintaan.objects.filter(OPEN).values("sop_revision_id")
    in_use = SopRevision.objects.filter(pk__in=newest.values("pk")) | SopRevision.objects.filter(
        pk__in=running
    )
    return [
        f"{revision}, {problem}"
        for revision in in_use.order_by("nomor", "revisi")
        for problem in problems_in(revision.content, parts=parts, effects=effects)
    ]


def _document(digest: str) -> str:
    versions = DokumenVersi.objects.filter(upload__sha256=digest).select_related("dokumen__permintaan")
    found = [f"{version.dokumen.permintaan.nomor}, {version}" for version in versions]
    return f" ({'; '.join(found)})" if found else ""
