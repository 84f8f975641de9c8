"""Lembar disposisi of both hops (SOP row 2), and the letter that asks the OPD to complete what is missing."""

from loket.application.data import local_date, present
from loket.application.naskah.content import Isian, Made, Subject, content
from loket.application.naskah.contents.words import about_letter, as_whom, head_of_opd, letter_of, person
from loket.application.naskah.letterhead import titles_on
from loket.core.role import Role
from loket.documents import Daftar, Hop, LembarDisposisi, Pilihan, SuratDinas
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.surat import Disposisi

_SHEET = (Disposisi.Sifat.SANGAT_SEGERA, Disposisi.Sifat.SEGERA, Disposisi.Sifat.RAHASIA)
"""What the paper form has boxes for."""


@content("lembar_disposisi")
def lembar_disposisi(subject: Subject) -> Made:
    permintaan, surat = subject.permintaan, letter_of(subject.permintaan)
    given = list(permintaan.disposisi_set.exclude(outcome="dikembalikan").select_related("dari", "kepada"))
    sifat = given[-1].sifat if given else ""
    document = LembarDisposisi(
        **subject.common,
        surat_dari=permintaan.opd.nama,
        nomor_surat=surat.nomor_surat,
        tanggal_surat=surat.tanggal_surat,
        diterima=local_date(surat.received_at),
        nomor_agenda=surat.nomor_agenda,
        hal=surat.perihal,
        hop=tuple(map(_hop, given)),
        sifat=tuple(Pilihan(teks=str(choice.label), dipilih=choice == sifat) for choice in _SHEET),
    )
    return Made(
        dokumen=document, hal=f"Disposisi {surat.perihal}", tujuan="Kepala Seksi Pengembangan Aplikasi"
    )


def _hop(one: Disposisi) -> Hop:
    chosen = set(one.instruksi)
    return Hop(
        dari=person(one.dari, jabatan=as_whom(one), approved=one.at),
        kepada=(_addressee(one),),
        waktu=one.at,
        instruksi=tuple(
            Pilihan(teks=text, dipilih=key in chosen) for key, text in Disposisi.INSTRUCTIONS.items()
        ),
        catatan=one.catatan,
    )


def _addressee(one: Disposisi) -> str:
    """The position that it is passed to, and who holds it."""
    role = Role.KEPALA_BIDANG if one.outcome == "diteruskan" else Role.KEPALA_SEKSI
    return f"{titles_on(local_date(one.at))[role]}\n{present(one.kepada).nama}"


def _missing(permintaan: Permintaan, entry: Entry | None) -> dict[str, str]:
    returned = permintaan.disposisi_set.filter(outcome="dikembalikan").last()
    return {
        "kepada": head_of_opd(permintaan),
        "kekurangan": returned.kekurangan if returned else "",
        "penutup": "Kelengkapan dapat disampaikan melalui Loket Aplikasi atau langsung ke Dinas Kominfo.",
    }


def _nothing_returned(permintaan: Permintaan) -> str:
    returned = permintaan.disposisi_set.filter(outcome="dikembalikan")
    return "" if returned.exists() else "Surat permintaan ini tidak dikembalikan untuk dilengkapi."


@content(
    "surat_kelengkapan",
    Isian(name="kepada", label="Kepada Yth."),
    Isian(name="kekurangan", label="Yang perlu dilengkapi", help="Satu butir per baris.", lines=5),
    Isian(name="penutup", label="Cara menyampaikan", lines=3),
    proposed=_missing,
    missing=_nothing_returned,
)
def surat_kelengkapan(subject: Subject) -> Made:
    permintaan = subject.permintaan
    hal = f"Permintaan kelengkapan {permintaan.nama_aplikasi}"
    document = SuratDinas(
        **subject.common,
        hal=hal,
        kepada=(subject.text("kepada"),),
        di=subject.kantor.tempat,
        isi=(
            (
                f"Menanggapi {about_letter(permintaan)}, yang tercatat sebagai permintaan {permintaan.nomor},"
                " setelah kami teliti masih diperlukan kelengkapan sebagai berikut:"
            ),
            Daftar(subject.lines("kekurangan")),
            subject.text("penutup"),
            "Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.",
        ),
        klasifikasi=subject.klasifikasi,
        penandatangan=subject.signer,
    )
    return Made(dokumen=document, hal=hal, tujuan=subject.text("kepada"))
