"""Berita acara UAT: what was tested in a round, and what the OPD decided (SOP row 9)."""

from loket.application.data import present
from loket.application.naskah.content import Made, Subject, content
from loket.application.naskah.contents.words import of_office, of_opd, person
from loket.documents import BeritaAcaraUat, Skenario
from loket.models.periksa import ButirPeriksa
from loket.models.permintaan import Permintaan
from loket.sop.related import checklist_of

_STEP = "implementasi"
_HANDED = "diserahkan untuk diuji"


@content("berita_acara_uat")
def berita_acara_uat(subject: Subject) -> Made:
    permintaan = subject.permintaan
    rounds = permintaan.uat_set.select_related("ready_by", "decided_by")
    uat = rounds.get(pk=present(subject.entry).particulars["uat_id"])
    result = uat.get_hasil_display().lower()
    document = BeritaAcaraUat(
        **subject.common,
        pihak_kesatu=of_office(subject, person(uat.ready_by, approved=uat.ready_at)),
        pihak_kedua=of_opd(subject, person(present(uat.decided_by), approved=uat.decided_at)),
        permintaan=subject.perihal,
        versi=_HANDED,
        skenario=_scenarios(permintaan),
        kesimpulan=result,
        catatan=tuple(line for line in uat.catatan.splitlines() if line.strip()),
        putaran=uat.round,
    )
    hal = f"UAT ke-{uat.round} {permintaan.nama_aplikasi}: {result}"
    return Made(dokumen=document, hal=hal, tujuan=permintaan.opd.nama)


def _scenarios(permintaan: Permintaan) -> tuple[Skenario, ...]:
    """The items of SOP-DISKOMINFO-004 as they were answered for this round."""
    checklist = checklist_of(_STEP)
    names = {butir.kode: butir.kegiatan for butir in checklist.butir} if checklist else {}
    return tuple(
        Skenario(
            kode=one.kode, uraian=names[one.kode], hasil=one.get_status_display(), catatan=one.keterangan
        )
        for one in ButirPeriksa.objects.filter(permintaan=permintaan, kode__in=names)
    )
