"""The documents of a permintaan with their versions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from loket.core.zone import ZONE
from loket.models.dokumen import DokumenVersi
from loket.web import formats
from loket.web.components.records import DocumentRow
from loket.web.step_links import document_url, permintaan_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The newest version of each, and those before them."""

    newest: tuple[DocumentRow, ...]
    earlier: tuple[DocumentRow, ...]


def reading_url(nomor: str, version_id: int) -> str:
    return f"{permintaan_url(nomor)}/dokumen/{version_id}"


def documents_of(nomor: str, versions: Iterable[DokumenVersi]) -> Documents:
    """Versions come by document, newest first."""
    groups: list[Sequence[DokumenVersi]] = [
        list(group) for _, group in groupby(versions, key=lambda one: one.dokumen_id)
    ]
    return Documents(
        newest=tuple(_row(nomor, group[0], many=len(group) > 1) for group in groups),
        earlier=tuple(_row(nomor, one, many=True) for group in groups for one in group[1:]),
    )


def _row(nomor: str, version: DokumenVersi, *, many: bool) -> DocumentRow:
    """The title opens the page where it is read, the button gives the file itself."""
    upload = version.upload
    local = version.submitted_at.astimezone(ZONE)
    day = f"{local.day} {formats.SHORT_MONTHS[local.month - 1]}"
    number = f", versi {version.number}" if many else ""
    pages = f", {upload.pages} halaman" if upload.pages else ""
    return DocumentRow(
        title=str(version.dokumen),
        url=reading_url(nomor, version.pk),
        detail=f"{day}{number}{pages}, {formats.size(upload.size)}",
        format=upload.label,
        download_url=document_url(version.pk),
    )
