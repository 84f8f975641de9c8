"""Attach an uploaded file to a permintaan as the next version of a document."""

from django.db.models import Max

from loket.application.registry import Work
from loket.models.dokumen import Dokumen, DokumenVersi


def add_version(
    work: Work, jenis: Dokumen.Jenis, upload_id: int, *, step: str, versi: str = "", catatan: str = ""
) -> DokumenVersi:
    """Keep the file for ever under this permintaan; earlier versions stay."""
    dokumen, _ = Dokumen.objects.get_or_create(
        permintaan=work.permintaan, jenis=jenis, defaults={"step": step}
    )
    last = dokumen.dokumenversi_set.aggregate(last=Max("number"))["last"] or 0
    return DokumenVersi.objects.create(
        dokumen=dokumen,
        number=last + 1,
        versi=versi,
        upload_id=upload_id,
        catatan=catatan,
        submitted_by_id=work.by,
        submitted_at=work.now,
    )


def latest_version(work: Work, jenis: Dokumen.Jenis) -> DokumenVersi:
    return DokumenVersi.objects.filter(dokumen__permintaan=work.permintaan, dokumen__jenis=jenis).latest(
        "number"
    )
