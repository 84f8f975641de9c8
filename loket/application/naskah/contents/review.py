"""Lembar reviu of the specification and of the design (SOP rows 7 and 8)."""

from loket.application.data import present
from loket.application.naskah.content import Made, Subject, content
from loket.application.naskah.contents.words import moment, person, title_of
from loket.documents import ButirReviu, LembarReviu, Penandatangan
from loket.models.dokumen import DokumenVersi, Review
from loket.models.periksa import ButirPeriksa
from loket.sop.related import checklist_of


@content("lembar_reviu")
def lembar_reviu(subject: Subject) -> Made:
    permintaan, version = subject.permintaan, _approved(subject)
    said = list(
        Review.objects.filter(version__dokumen=version.dokumen, version__number__lte=version.number)
        .select_related("by__opd", "version")
        .order_by("at", "pk")
    )
    final = [one for one in said if one.is_approved and one.version_id == version.pk]
    name = version.dokumen.get_jenis_display()
    document = LembarReviu(
        **subject.common,
        permintaan=subject.perihal,
        dokumen=name,
        versi=version.versi,
        putaran=version.number,
        kesimpulan="Disetujui",
        peninjau=tuple(map(_reviewer, final)),
        sha256=version.upload.sha256,
        butir=_checked(permintaan.pk, version.dokumen.step),
        catatan=tuple(f"{moment(one.at)}, {one.by.nama}: {one.catatan}" for one in said if one.catatan),
    )
    return Made(
        dokumen=document, hal=f"Reviu {name.lower()} versi {version.versi}", tujuan=permintaan.opd.nama
    )


def _approved(subject: Subject) -> DokumenVersi:
    versions = DokumenVersi.objects.select_related("dokumen", "upload")
    return versions.get(pk=present(subject.entry).particulars["version_id"])


def _checked(permintaan_id: int, step: str) -> tuple[ButirReviu, ...]:
    """The items of the related SOP, as they were answered."""
    checklist = checklist_of(step)
    names = {butir.kode: butir.kegiatan for butir in checklist.butir} if checklist else {}
    return tuple(
        ButirReviu(
            kode=one.kode, uraian=names[one.kode], hasil=one.get_status_display(), catatan=one.keterangan
        )
        for one in ButirPeriksa.objects.filter(permintaan=permintaan_id, kode__in=names)
    )


def _reviewer(one: Review) -> Penandatangan:
    by = one.by
    jabatan, peran = (by.opd.nama, "Menyetujui") if by.opd else (title_of(by), "Pereviu")
    return person(by, jabatan=jabatan, peran=peran, approved=one.at)
