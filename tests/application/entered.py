"""What people enter at each bagian, all of it good, and the facts it is checked against."""

from datetime import date, datetime
from typing import Any

from loket.application.checklist import Answer
from loket.application.data import StepData
from loket.application.naskah.recording import Proof
from loket.application.review import Submission
from loket.application.steps import (
    s01_surat,
    s02_disposisi,
    s03_penunjukan,
    s04_prioritas,
    s05_undangan,
    s06_rapat_teknis,
    s09_implementasi,
    s10_serah_terima,
    s12_pendampingan,
)
from loket.core.facts import Facts, Status, UploadFacts
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.sop.shipped_calendar import load
from tests.cast import LETTER

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
TODAY = NOW.date()
CHRISTMAS = date(2026, 12, 25)
SUNDAY = date(2026, 11, 29)
ME, ANALYST, PROGRAMMER, KASI, KABID, OUTSIDER = 1, 2, 3, 4, 5, 6
PDF, XLSX, OF_ANOTHER, ATTACHED = 11, 12, 13, 14
HOLIDAY = "jatuh pada hari libur (Hari Raya Natal). Pilih hari kerja."


def facts(step: str = "disposisi", bagian: str = "kepala_dinas", **more: Any) -> Facts:
    return Facts(
        opd_id=1,
        step=step,
        bagian=bagian,
        status=Status.BERJALAN,
        calendar=load(),
        actor_id=ME,
        people={
            ANALYST: frozenset({Role.SISTEM_ANALIS}),
            PROGRAMMER: frozenset({Role.PROGRAMMER}),
            KASI: frozenset({Role.KEPALA_SEKSI}),
            KABID: frozenset({Role.KEPALA_BIDANG}),
            OUTSIDER: frozenset({Role.OPD}),
        },
        uploads={
            PDF: UploadFacts(ME, "PDF", attached=False),
            XLSX: UploadFacts(ME, "XLSX", attached=False),
            OF_ANOTHER: UploadFacts(99, "PDF", attached=False),
            ATTACHED: UploadFacts(99, "PDF", attached=True),
        },
        **more,
    )


def at(hour: int, minute: int = 0, *, day: date = date(2026, 11, 26)) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def problem(data: StepData, field: str, where: Facts) -> list[str]:
    return data.check(where, NOW).get(field, [])


SURAT = s01_surat.Data(**{**LETTER, "upload_id": PDF, "wanted_date": date(2027, 2, 1)})  # type: ignore[arg-type]  # mixed values
DISPOSISI = s02_disposisi.Data(outcome="diteruskan", kepada_id=KABID, instruksi=("tindak_lanjuti",))
RETURN = s02_disposisi.Data(outcome="dikembalikan", kekurangan="Surat belum ditandatangani.")
TEAM = s03_penunjukan.Data(analyst_ids=(ANALYST,), lead_id=ANALYST, programmer_ids=(PROGRAMMER,))
SCORES = s04_prioritas.Data(scores={f"u{number}": 2 for number in range(1, 8)})
INVITATION = s05_undangan.Data(
    start=at(9), end=at(11), tempat="Ruang rapat", kanal="whatsapp", peserta_ids=(ANALYST,)
)
ATTENDEES = (
    s06_rapat_teknis.Attendee(nama="Nur Hidayati", instansi="Disdukcapil", is_present=True),
    s06_rapat_teknis.Attendee(nama="Dewi Larasati", instansi="Diskominfo", is_present=True),
)
ITEM = s06_rapat_teknis.Item(jenis="software", nama="Basis data", pihak="kominfo")
MEETING = s06_rapat_teknis.Data(
    held_start=at(8, day=TODAY),
    held_end=at(9, 30, day=TODAY),
    attendees=ATTENDEES,
    notulen="Dibahas.",
    keputusan="lanjut",
    kebutuhan="Antrean.",
    items=(ITEM,),
    implementasi_from=date(2026, 12, 28),
    implementasi_until=date(2027, 2, 26),
    pemelihara="opd",
    pemelihara_nama="Bidang PIAK",
)
SUBMISSION = Submission(upload_id=PDF, versi="1.0")
BUILDING = s09_implementasi.Building(
    outcome="siap_uji",
    catatan="Selesai.",
    repository="https://gitlab.magetan.example/a",
    address="https://a.magetan.example",
    versi="1.0.0",
    skenario="Pasien mengambil nomor antrean\n\n  Petugas memanggil antrean \n",
    upload_id=XLSX,
)
PASSED, FAILED = Answer("lulus"), Answer("gagal", "Suara tidak terdengar.")
TESTED = s09_implementasi.UatDecision(outcome="diterima", hasil={"S-01": PASSED, "S-02": PASSED})
PREPARATION = s10_serah_terima.Preparation(
    versi_aplikasi="1.0",
    launch_start=at(9),
    launch_end=at(11),
    tempat="Pendapa",
    peserta="Nur",
    rincian="Aplikasi",
    pihak_kesatu="Hendra",
    pihak_kedua="Ratna",
    pendampingan_until=date(2026, 12, 30),
)
SIGNATURE = s10_serah_terima.Confirmation(
    outcome="ditandatangani", is_agreed=True, proof=Proof(upload_id=PDF)
)
ACTIVITY = s12_pendampingan.Mentoring(outcome="kegiatan", held_on=TODAY, kegiatan="Mendampingi.")
REPORT = s12_pendampingan.Mentoring(outcome="diajukan", ringkasan="Mandiri.", upload_id=PDF)

DINAS = facts()
BIDANG = facts("disposisi", "kepala_bidang")
UAT = facts("implementasi", "uat", scenarios=2)
REVIU, SETUJUI = facts("analisis", "reviu"), facts("analisis", "setujui")
TTD_DINAS = facts("serah_terima", "ttd_dinas")
TTD_OPD = facts("serah_terima", "ttd_opd", event_end=at(11))
