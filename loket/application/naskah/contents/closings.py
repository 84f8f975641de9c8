"""Letters by which the office declines or redirects a request (DOMAIN 12; text of DOMAIN 13.6)."""

from loket.application.naskah.content import Isian, Made, Subject, content
from loket.application.naskah.contents.words import about_letter, head_of_opd, numbered
from loket.core.facts import Status
from loket.documents import Daftar, SuratDinas
from loket.models.entry import Entry
from loket.models.penutupan import Penutupan
from loket.models.permintaan import Permintaan

_FIELDS = (
    Isian(name="kepada", label="Kepada Yth."),
    Isian(name="pertimbangan", label="Pertimbangan", help="Satu pertimbangan per baris.", lines=5),
    Isian(name="saran", label="Kami sarankan", lines=3, required=False),
    Isian(name="tembusan", label="Tembusan", help="Satu per baris.", lines=2, required=False),
)


def _because(permintaan: Permintaan, entry: Entry | None) -> dict[str, str]:
    closed = Penutupan.objects.filter(permintaan=permintaan).first()
    return {
        "kepada": head_of_opd(permintaan),
        "pertimbangan": closed.alasan if closed else "",
        "saran": _advice(closed) if closed else "",
    }


def _advice(closed: Penutupan) -> str:
    where = f"menggunakan {closed.tujuan}, dengan narahubung {closed.kontak}" if closed.tujuan else ""
    return numbered(part for part in (where, closed.saran) if part)


def _not_rejected(permintaan: Permintaan) -> str:
    return "" if permintaan.status == Status.DITOLAK else "Permintaan ini tidak ditolak."


def _not_redirected(permintaan: Permintaan) -> str:
    return "" if permintaan.status == Status.DIALIHKAN else "Permintaan ini tidak dialihkan."


@content("surat_penolakan", *_FIELDS, proposed=_because, missing=_not_rejected)
def surat_penolakan(subject: Subject) -> Made:
    return _answer(subject, "belum dapat dipenuhi", "Jawaban permintaan aplikasi")


@content("surat_pengalihan", *_FIELDS, proposed=_because, missing=_not_redirected)
def surat_pengalihan(subject: Subject) -> Made:
    return _answer(subject, "dialihkan", "Pengalihan permintaan aplikasi")


def _answer(subject: Subject, decided: str, about: str) -> Made:
    permintaan, advice = subject.permintaan, subject.text("saran")
    hal = f"{about} {permintaan.nama_aplikasi}"
    advised = (f"Sehubungan hal tersebut kami sarankan {advice.rstrip('.')}.",) if advice else ()
    document = SuratDinas(
        **subject.common,
        hal=hal,
        kepada=(subject.text("kepada"),),
        di=subject.kantor.tempat,
        isi=(
            (
                f"Menanggapi {about_letter(permintaan)}, setelah dilakukan telaah atas aspek kewenangan,"
                " keterpaduan SPBE, dan ketersediaan aplikasi sejenis, dengan hormat kami sampaikan bahwa"
                f" permintaan dimaksud {decided} dengan pertimbangan:"
            ),
            Daftar(subject.lines("pertimbangan")),
            *advised,
            "Demikian disampaikan, atas pengertian Saudara diucapkan terima kasih.",
        ),
        klasifikasi=subject.klasifikasi,
        penandatangan=subject.signer,
        tembusan=subject.lines("tembusan"),
    )
    return Made(dokumen=document, hal=hal, tujuan=subject.text("kepada"))
