"""Laporan pendampingan (SOP row 12), in the five parts of a laporan."""

from loket.application.naskah.content import Made, Subject, content
from loket.application.naskah.contents.words import person
from loket.documents import Kegiatan
from loket.documents import LaporanPendampingan as Paper


@content("laporan_pendampingan")
def laporan_pendampingan(subject: Subject) -> Made:
    permintaan = subject.permintaan
    report = permintaan.laporanpendampingan_set.select_related("by", "approved_by", "version__upload").latest(
        "at", "pk"
    )
    notes = list(permintaan.pendampingannote_set.all())
    opd, upload = permintaan.opd.nama, report.version.upload
    approved = (report.approved_by, report.approved_at)
    document = Paper(
        **subject.common,
        tentang=f"Pendampingan Aplikasi {permintaan.nama_aplikasi} pada {opd}",
        penandatangan=person(report.by, approved=report.at),
        umum=f"Pendampingan dilaksanakan setelah serah terima aplikasi {permintaan.nama_aplikasi}.",
        maksud_dan_tujuan=f"Membantu {opd} menggunakan aplikasi secara mandiri.",
        ruang_lingkup=f"Penggunaan aplikasi untuk {permintaan.layanan}.",
        dasar=(f"Permintaan {permintaan.nomor}", permintaan.sop_revision.nomor),
        kegiatan=tuple(
            Kegiatan(tanggal=note.held_on, uraian=note.kegiatan, hasil=note.hasil) for note in notes
        ),
        hasil=tuple(note.hasil for note in notes if note.hasil),
        simpulan=report.ringkasan,
        penutup="Demikian laporan ini dibuat untuk dipergunakan sebagaimana mestinya.",
        menyetujui=(person(approved[0], approved=approved[1]),) if approved[0] else (),
        lampiran=(f"{upload.name}, SHA-256 {upload.sha256}",),
    )
    return Made(dokumen=document, hal=f"Laporan {document.tentang}", tujuan=opd)
