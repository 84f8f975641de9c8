"""Nota dinas: a memo about a permintaan inside the office."""

from loket.application.naskah.content import Isian, Made, Subject, content
from loket.documents import NotaDinas
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan


def _about(permintaan: Permintaan, entry: Entry | None) -> dict[str, str]:
    return {
        "kepada": "Kepala Bidang Teknologi Informasi dan Komunikasi",
        "hal": f"Permintaan {permintaan.nomor} {permintaan.nama_aplikasi}"[:200],
        "sifat": "Biasa",
        "lampiran": "-",
    }


@content(
    "nota_dinas",
    Isian(name="kepada", label="Kepada Yth."),
    Isian(name="hal", label="Hal"),
    Isian(name="sifat", label="Sifat", help="Biasa, Segera, atau Sangat Segera"),
    Isian(name="lampiran", label="Lampiran", help="Contoh 1 (satu) berkas, atau -"),
    Isian(name="isi", label="Isi", help="Baris kosong memulai paragraf baru.", lines=8),
    Isian(name="tembusan", label="Tembusan", help="Satu per baris.", lines=2, required=False),
    proposed=_about,
)
def nota_dinas(subject: Subject) -> Made:
    signer = subject.signer
    document = NotaDinas(
        **subject.common,
        kepada=subject.text("kepada"),
        dari=signer.jabatan[-1],
        tembusan=subject.lines("tembusan"),
        sifat=subject.text("sifat"),
        lampiran=subject.text("lampiran"),
        hal=subject.text("hal"),
        isi=tuple(part.strip() for part in subject.text("isi").split("\n\n") if part.strip()),
        klasifikasi=subject.klasifikasi,
        penandatangan=signer,
    )
    return Made(dokumen=document, hal=document.hal, tujuan=document.kepada)
