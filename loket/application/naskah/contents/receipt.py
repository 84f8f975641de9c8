"""Tanda terima of the letter (SOP row 1)."""

from dataclasses import replace

from loket.application.naskah.content import Made, Subject, content
from loket.application.naskah.contents.words import letter_of, person
from loket.documents import Penandatangan, TandaTerima
from loket.models.surat import Surat

_LATER = {
    "softfile_sementara": "Surat fisik masih ditunggu; analisis dimulai setelah surat fisik diterima.",
    "arahan_lisan": "Surat menyusul arahan lisan; analisis dimulai setelah surat diterima.",
}


@content("tanda_terima")
def tanda_terima(subject: Subject) -> Made:
    permintaan, surat = subject.permintaan, letter_of(subject.permintaan)
    track = (
        f"Perkembangan dapat dipantau dengan kode lacak {permintaan.kode_lacak} di {subject.alamat}/lacak."
    )
    officer = _officer(surat)
    document = TandaTerima(
        **{**subject.common, "sah": subject.sah if officer else replace(subject.sah, cara="tercatat")},
        permintaan=subject.perihal,
        surat_dari=permintaan.opd.nama,
        nomor_surat=surat.nomor_surat,
        tanggal_surat=surat.tanggal_surat,
        hal=surat.perihal,
        diterima=surat.received_at,
        pengirim=permintaan.pic_nama,
        penerima=officer,
        nomor_agenda=surat.nomor_agenda,
        bentuk=f"{surat.get_bentuk_display()}, {surat.get_kanal_display().lower()}",
        berkas=(f"{surat.version.upload.name}, SHA-256 {surat.version.upload.sha256}",),
        catatan=f"{_LATER.get(surat.bentuk, '')} {track}".strip(),
    )
    return Made(dokumen=document, hal=f"Tanda terima surat {surat.nomor_surat}", tujuan=permintaan.opd.nama)


def _officer(surat: Surat) -> Penandatangan | None:
    """Who took it in at the front desk; what the OPD sent through Loket itself was taken in by nobody."""
    by = surat.version.submitted_by
    return None if by.opd_id else person(by, approved=surat.received_at)
