"""Surat undangan to a technical meeting (SOP row 5: "surat resmi"; text of DOMAIN 13.6)."""

from loket.application.data import present
from loket.application.naskah.content import Isian, Kind, Made, Subject, content
from loket.application.naskah.contents.words import about_letter, columns, head_of_opd, numbered
from loket.core.role import Role
from loket.documents import Acara, SuratUndangan, Undangan
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from loket.models.permintaan import Penugasan, Permintaan

_BRING = "Alur kerja yang berjalan, contoh formulir, dan data pendukung"


def _invited(permintaan: Permintaan, entry: Entry | None) -> dict[str, str]:
    team = Penugasan.objects.current().filter(permintaan=permintaan).select_related("user").order_by("pk")
    return {
        "kepada": head_of_opd(permintaan),
        "acara": f"Technical Meeting Aplikasi {permintaan.nama_aplikasi}",
        "bahan": _BRING,
        "undangan": numbered((_of_opd(permintaan), *map(_of_team, team))),
    }


def _of_opd(permintaan: Permintaan) -> str:
    return f"{permintaan.pic_nama}; Narahubung; {permintaan.opd.nama}"


def _of_team(member: Penugasan) -> str:
    return f"{member.user.nama}; {Role(member.role).label}; {Kantor.objects.get().instansi}"


def _invitee(line: str) -> Undangan:
    nama, jabatan, instansi = columns(line, 3)
    return Undangan(nama=nama, jabatan=jabatan, instansi=instansi)


@content(
    "surat_undangan",
    Isian(name="kepada", label="Kepada Yth."),
    Isian(name="hari", label="Tanggal rapat", kind=Kind.DATE),
    Isian(name="mulai", label="Jam mulai", kind=Kind.TIME),
    Isian(name="selesai", label="Jam selesai", kind=Kind.TIME),
    Isian(name="tempat", label="Tempat"),
    Isian(name="tautan", label="Tautan rapat daring", required=False),
    Isian(name="acara", label="Acara"),
    Isian(name="bahan", label="Mohon membawa", lines=2, required=False),
    Isian(
        name="undangan",
        label="Daftar undangan",
        help="Satu per baris: nama; jabatan; instansi.",
        lines=5,
        required=False,
    ),
    Isian(name="tembusan", label="Tembusan", help="Satu per baris.", lines=2, required=False),
    proposed=_invited,
)
def surat_undangan(subject: Subject) -> Made:
    permintaan, invited = subject.permintaan, subject.lines("undangan")
    hal = f"Undangan Technical Meeting {permintaan.nama_aplikasi}"
    document = SuratUndangan(
        **subject.common,
        hal=hal,
        kepada=(subject.text("kepada"),),
        di=subject.kantor.tempat,
        klasifikasi=subject.klasifikasi,
        penandatangan=subject.signer,
        sifat="Segera",
        lampiran="1 (satu) lembar" if invited else "-",
        tembusan=subject.lines("tembusan"),
        pembuka=(
            (
                f"Menindaklanjuti {about_letter(permintaan)}, dengan hormat kami mengundang Saudara"
                " untuk hadir pada:"
            ),
        ),
        acara=Acara(
            nama=subject.text("acara"),
            mulai=present(subject.moment("hari", "mulai")),
            selesai=subject.moment("hari", "selesai"),
            tempat=subject.text("tempat"),
            tautan=subject.text("tautan"),
        ),
        penutup=(
            (
                "Mengingat pentingnya acara dimaksud, diharapkan hadir tepat waktu. Demikian untuk menjadi"
                " perhatian, atas kehadirannya disampaikan terima kasih."
            ),
        ),
        bahan=subject.text("bahan"),
        undangan=tuple(map(_invitee, invited)),
    )
    return Made(dokumen=document, hal=hal, tujuan=subject.text("kepada"))
