"""Notulen and daftar hadir of a technical meeting (SOP row 6), from the session that an entry tells of."""

from dataclasses import replace
from datetime import datetime

from loket.application.data import present
from loket.application.naskah.content import Made, Subject, content
from loket.application.naskah.contents.words import person, title_of
from loket.application.steps.s06_rapat_teknis import ITEM_KINDS
from loket.core.calendar_plan import spelt
from loket.documents import Acara, DaftarHadir, Hadirin, Notulen, Pembahasan, Penandatangan, TindakLanjut
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.rapat import Kesepakatan, Rapat
from loket.models.sop_revision import rules_of

AGENDA = (
    "Aplikasi yang dibutuhkan oleh OPD",
    "Waktu pengerjaan",
    "Pihak yang menyediakan kebutuhan software dan hardware",
    "Pihak yang memelihara aplikasi setelah berjalan",
)
"""The four topics of SOP row 6."""


@content("notulen")
def notulen(subject: Subject) -> Made:
    permintaan, rapat = subject.permintaan, _session(subject)
    agreed = Kesepakatan.objects.filter(rapat=rapat).first()
    came = list(rapat.kehadiran_set.filter(is_present=True))
    document = Notulen(
        **subject.common,
        acara=_acara(subject, rapat),
        pimpinan=_chair(subject),
        jumlah_peserta=len(came),
        peserta=tuple(f"{one.nama}, {one.instansi}" for one in came),
        agenda=AGENDA,
        pembahasan=(Pembahasan(agenda="", isi=(rapat.notulen,)),),
        kesimpulan=(rapat.get_keputusan_display(),)
        if agreed
        else (f"Rapat dilanjutkan: {rapat.alasan_lanjutan}",),
        kesepakatan=_agreements(agreed) if agreed else (),
        tindak_lanjut=_next_steps(permintaan, agreed),
        penutup="Demikian notulen ini dibuat untuk dipergunakan sebagaimana mestinya.",
    )
    return Made(dokumen=document, hal=document.acara.nama, tujuan=permintaan.opd.nama)


@content("daftar_hadir")
def daftar_hadir(subject: Subject) -> Made:
    rapat = _session(subject)
    people = rapat.kehadiran_set.select_related("user")
    document = DaftarHadir(
        **{**subject.common, "sah": replace(subject.sah, cara="tercatat")},
        acara=_acara(subject, rapat),
        peserta=tuple(
            Hadirin(
                nama=one.nama,
                jabatan=title_of(one.user) if one.user else "",
                instansi=one.instansi,
                nip=one.user.nip if one.user else "",
                keterangan="Hadir" if one.is_present else "Tidak hadir",
            )
            for one in people
        ),
    )
    return Made(
        dokumen=document, hal=f"Daftar hadir {document.acara.nama}", tujuan=subject.permintaan.opd.nama
    )


def _session(subject: Subject) -> Rapat:
    """The one that the entry tells of."""
    return subject.permintaan.rapat_set.get(pk=present(subject.entry).particulars["rapat_id"])


def _acara(subject: Subject, rapat: Rapat) -> Acara:
    start: datetime = rapat.held_start or rapat.planned_start
    return Acara(
        nama=f"Technical Meeting {subject.permintaan.nama_aplikasi} sesi {rapat.sesi}",
        mulai=start,
        selesai=rapat.held_end or rapat.planned_end,
        tempat=rapat.tempat,
        tautan=rapat.tautan,
    )


def _chair(subject: Subject) -> Penandatangan:
    """The lead analyst chairs the meeting and writes it up (DOMAIN 11.2)."""
    rows = Penugasan.objects.filter(permintaan=subject.permintaan, is_lead=True).select_related("user")
    return person(rows.latest("pk").user, approved=present(subject.entry).happened_at)


def _agreements(agreed: Kesepakatan) -> tuple[tuple[str, str], ...]:
    """The four outputs of SOP row 6."""
    provided = "; ".join(
        f"{ITEM_KINDS[item['jenis']]}: {item['nama']} ({Kesepakatan.Pihak(item['pihak']).label})"
        for item in agreed.penyedia
    )
    until = f"{spelt(agreed.implementasi_from)} sampai dengan {spelt(agreed.implementasi_until)}"
    return (
        ("Kebutuhan aplikasi", agreed.kebutuhan),
        ("Penyedia software dan hardware", provided),
        ("Waktu pengerjaan", until),
        ("Penanggung jawab aplikasi", f"{agreed.pemelihara_nama} ({agreed.get_pemelihara_display()})"),
    )


def _next_steps(permintaan: Permintaan, agreed: Kesepakatan | None) -> tuple[TindakLanjut, ...]:
    if agreed is None:
        return (TindakLanjut(apa="Menjadwalkan rapat lanjutan", siapa="Sistem Analis", kapan="Segera"),)
    return (
        TindakLanjut(
            apa="Menyusun dokumen spesifikasi kebutuhan aplikasi",
            siapa="Sistem Analis",
            kapan=rules_of(permintaan.sop_revision_id).step("analisis").standard.text,
        ),
        TindakLanjut(
            apa="Menyelesaikan aplikasi", siapa="Programmer", kapan=spelt(agreed.implementasi_until)
        ),
    )
