"""Surat tugas of the team with each jobdesk (SOP row 3), and the handover of a task to another member."""

from loket.application.data import local_date, present
from loket.application.naskah.content import Isian, Made, Subject, content
from loket.application.naskah.contents.words import (
    about_letter,
    as_whom,
    head_of_opd,
    numbered,
    of_office,
    person,
    title_of,
)
from loket.core.calendar_plan import spelt
from loket.core.role import Role
from loket.documents import BeritaAcaraSerahTerimaTugas, Petugas, Serahan, SuratTugas
from loket.models.entry import Entry
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.perubahan import SerahTerimaTugas


def _tasks(permintaan: Permintaan, entry: Entry | None) -> dict[str, str]:
    """The text block of DOMAIN 13.6."""
    disposisi = permintaan.disposisi_set.exclude(outcome="dikembalikan").first()
    letter = about_letter(permintaan)
    grounds = (
        letter[0].upper() + letter[1:],
        disposisi and f"Disposisi {as_whom(disposisi)} tanggal {spelt(local_date(disposisi.at))}",
        permintaan.sop_revision.nomor,
    )
    return {
        "dasar": numbered(ground for ground in grounds if ground),
        "untuk": numbered(
            (
                (
                    "melaksanakan pelayanan permintaan pengadaan aplikasi"
                    f" {permintaan.nama_aplikasi} dari {permintaan.opd.nama};"
                ),
                "melaksanakan technical meeting, analisis, desain, implementasi, dan pendampingan sesuai SOP;",
                "melaporkan hasil pelaksanaan kepada Kepala Seksi Pengembangan Aplikasi.",
            )
        ),
        "waktu": "Surat tugas ini berlaku sejak tanggal ditetapkan sampai dengan selesainya pekerjaan.",
        "tembusan": f"Yth. {head_of_opd(permintaan)}",
    }


def _is_to_be_written(entry: Entry) -> bool:
    """Where a change of the team names a surat tugas already, that one holds."""
    if entry.kind != "tim.changed":
        return True
    return not SerahTerimaTugas.objects.get(pk=entry.particulars["serah_terima_id"]).surat_tugas


def _no_team(permintaan: Permintaan) -> str:
    team = Penugasan.objects.current().filter(permintaan=permintaan)
    return "" if team.exists() else "Tim ditunjuk pada langkah 3."


@content(
    "surat_tugas",
    Isian(name="dasar", label="Dasar", help="Satu dasar per baris.", lines=4),
    Isian(name="untuk", label="Untuk", help="Satu tugas per baris.", lines=5),
    Isian(name="waktu", label="Waktu"),
    Isian(name="tembusan", label="Tembusan", help="Satu per baris.", lines=2, required=False),
    proposed=_tasks,
    needed=_is_to_be_written,
    missing=_no_team,
)
def surat_tugas(subject: Subject) -> Made:
    permintaan = subject.permintaan
    members = Penugasan.objects.current().filter(permintaan=permintaan).select_related("user").order_by("pk")
    document = SuratTugas(
        **subject.common,
        dasar=subject.lines("dasar"),
        kepada=tuple(map(_petugas, members)),
        untuk=subject.lines("untuk"),
        waktu=subject.text("waktu"),
        penandatangan=subject.signer,
        tembusan=subject.lines("tembusan"),
    )
    names = ", ".join(member.user.nama for member in members)
    return Made(dokumen=document, hal=f"Penunjukan tim {permintaan.nama_aplikasi}", tujuan=names)


def _petugas(member: Penugasan) -> Petugas:
    role = Role(member.role).label
    return Petugas(
        nama=member.user.nama,
        pangkat=member.user.pangkat,
        nip=member.user.nip,
        jabatan=title_of(member.user),
        peran=f"{role} (ketua)" if member.is_lead else role,
        jobdesk=member.jobdesk,
    )


@content("serah_terima_tugas")
def serah_terima_tugas(subject: Subject) -> Made:
    permintaan = subject.permintaan
    handed = SerahTerimaTugas.objects.select_related("dari", "kepada", "by").get(
        pk=present(subject.entry).particulars["serah_terima_id"]
    )
    role = Role(handed.role).label
    document = BeritaAcaraSerahTerimaTugas(
        **subject.common,
        pihak_kesatu=of_office(subject, person(handed.dari)),
        pihak_kedua=of_office(subject, person(handed.kepada)),
        permintaan=subject.perihal,
        tugas=role,
        alasan=handed.alasan,
        keadaan=handed.keadaan,
        serahan=tuple(Serahan(uraian=line) for line in handed.dokumen.splitlines() if line.strip()),
        akses=tuple(line for line in handed.akses.splitlines() if line.strip()),
        mengetahui=person(handed.by, approved=handed.at),
    )
    return Made(
        dokumen=document, hal=f"Serah terima tugas {role} {permintaan.nomor}", tujuan=handed.kepada.nama
    )
