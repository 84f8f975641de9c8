"""One version of a document with those beside it and what was said of it, for one person (three queries)."""

from collections.abc import Sequence
from dataclasses import dataclass

from loket.core.actor import Actor
from loket.models.dokumen import DokumenVersi, Review
from loket.queries.step_recorded import reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`versions` are all of the document, the newest first."""

    version: DokumenVersi
    versions: Sequence[DokumenVersi]
    reviews: Sequence[Review]


def reading_of(actor: Actor, nomor: str, pk: int) -> Reading | None:
    rows = DokumenVersi.objects.visible_to(actor).select_related(
        "dokumen__permintaan__opd", "upload", "submitted_by"
    )
    version = rows.filter(pk=pk, dokumen__permintaan__nomor=nomor).first()
    if version is None:
        return None
    return Reading(
        version=version,
        versions=list(version.dokumen.dokumenversi_set.select_related("dokumen", "upload")),
        reviews=list(reviews().filter(version=version).order_by("-at", "-pk")),
    )
