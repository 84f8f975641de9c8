"""Laporan pendampingan (SOP row 12), in the five parts of a laporan."""

from loket.application.data import present
from loket.application.naskah.content import Made, Subject, content
from loket.application.naskah.contents.words import person
from loket.documents import Kegiatan
from loket.documents import LaporanPendampingan as Paper
from loket.models.permintaan import Permintaan


@content("laporan_pendampingan")
def laporan_pendampingan(subject: Subject) -> Made:
    permintaan = subject.permintaan
    reports = permintaan.laporanpendampingan_set.select_related("by", "approved_by", "version__upload")
    report = reports.get(pk=present(subject.entry).particulars["laporan_id"])
    notes = list(permintaan.pendampingannote_set.all())
    opd, upload = permintaan.opd.nama, report.version.upload
    document = Paper(
        **subject.common,
        tentang=f"Pendampingan Aplikasi {permintaan.nama_aplikasi} pada {opd}",
        penandatangan=person(report.by, approved=report.at),
        umum=f"Pendampingan dilaksanakan setelah serah terima aplikasi {permintaan.nama_aplikasi}.",
        maksud_dan_tujuan=f"Membantu {opd} menggunakan aplikasi secara mandiri.",
        ruang_lingkup=f"Penggunaan aplikasi untuk {permintaan.layanan}.",
        dasar=_grounds(permintaan),
        kegiatan=tuple(
            Kegiatan(tanggal=note.held_on, uraian=note.kegiatan, hasil=note.hasil) for note in notes
        ),
        hasil=tuple(note.hasil for note in notes if note.hasil),
        simpulan=report.ringkasan,
        penutup="Demikian laporan ini dibuat untuk dipergunakan sebagaimana mestinya.",
        menyetujui=(person(present(report.approved_by), peran="Menyetujui", approved=report.approved_at),),
        lampiran=(f"{upload.name}, SHA-256 {upload.sha256}",),
    )
    return Made(dokumen=document, hal=f"Laporan {document.tentang}", tujuan=opd)


def _grounds(permintaan: Permintaan) -> tuple[str, ...]:
    handed_over = permintaan.naskah_set.in_force().filter(jenis="bast").last()
    bast = f"Berita acara serah terima aplikasi Nomor {handed_over.nomor}" if handed_over else ""
    grounds = (f"Permintaan {permintaan.nomor}", bast, permintaan.sop_revision.nomor)
    return tuple(ground for ground in grounds if ground)
