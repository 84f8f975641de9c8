"""Stored files and SOP revisions against the hashes by which they are known."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from hashlib import sha256

from django.db.models import Q, Subquery

from loket.files.store import Store
from loket.models.dokumen import DokumenVersi, Upload
from loket.models.entry import Entry
from loket.models.naskah import NaskahFile
from loket.models.permintaan import OPEN, Permintaan
from loket.models.sop_revision import SopRevision
from loket.queries.finding import Finding
from loket.sop.definition import problems_in


def file_findings(store: Store, counted: Counter[str], nomor: str | None) -> Iterator[Finding]:
    """Read every stored file again, those that came in and those that the office gave out."""
    uploads, papers = Upload.objects.all(), NaskahFile.objects.all()
    if nomor:
        uploads = uploads.filter(dokumenversi__dokumen__permintaan__nomor=nomor)
        papers = papers.filter(naskah__permintaan__nomor=nomor)
    hashes = (
        uploads.order_by()
        .values_list("sha256", flat=True)
        .union(papers.order_by().values_list("sha256", flat=True))
    )
    for digest in hashes.order_by("sha256").iterator(chunk_size=1000):
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


def sop_problems(today: date, *, parts: Collection[tuple[str, str]], effects: Collection[str]) -> list[str]:
    """What is wrong with the revisions in use: in force, to come, or that of an open permintaan."""
    in_force = SopRevision.objects.in_force(today).values("revisi")[:1]
    running = Permintaan.objects.filter(OPEN).values("sop_revision_id")
    in_use = SopRevision.objects.filter(Q(revisi__gte=Subquery(in_force)) | Q(pk__in=running))
    return [
        f"{revision}, {problem}"
        for revision in in_use.order_by("nomor", "revisi")
        for problem in problems_in(revision.content, parts=parts, effects=effects)
    ]


def _document(digest: str) -> str:
    versions = DokumenVersi.objects.filter(upload__sha256=digest).select_related("dokumen__permintaan")
    files = NaskahFile.objects.filter(sha256=digest).select_related("naskah__permintaan")
    found = [f"{version.dokumen.permintaan.nomor}, {version}" for version in versions]
    found += [f"{file.naskah.permintaan.nomor}, {file.naskah}" for file in files]
    return f" ({'; '.join(found)})" if found else ""
