"""Berita acara UAT: what was tested in a round, and what the OPD decided (SOP row 9)."""

from loket.application.data import present
from loket.application.naskah.content import Made, Subject, content
from loket.application.naskah.contents.words import of_office, of_opd, person
from loket.documents import BeritaAcaraUat, Skenario


@content("berita_acara_uat")
def berita_acara_uat(subject: Subject) -> Made:
    permintaan = subject.permintaan
    rounds = permintaan.uat_set.select_related("ready_by", "decided_by", "evidence__upload")
    uat = rounds.get(pk=present(subject.entry).particulars["uat_id"])
    result = uat.get_hasil_display().lower()
    document = BeritaAcaraUat(
        **subject.common,
        pihak_kesatu=of_office(subject, person(uat.ready_by, approved=uat.ready_at)),
        pihak_kedua=of_opd(subject, person(present(uat.decided_by), approved=uat.decided_at)),
        permintaan=subject.perihal,
        versi=uat.versi,
        skenario=tuple(
            Skenario(kode=one.kode, uraian=one.uraian, hasil=one.hasil_label, catatan=one.catatan)
            for one in uat.scenarios()
        ),
        bukti=uat.evidence.upload.name,
        sha256=uat.evidence.upload.sha256,
        kesimpulan=result,
        catatan=tuple(line for line in uat.catatan.splitlines() if line.strip()),
        putaran=uat.round,
    )
    hal = f"UAT ke-{uat.round} {permintaan.nama_aplikasi}: {result}"
    return Made(dokumen=document, hal=hal, tujuan=permintaan.opd.nama)
