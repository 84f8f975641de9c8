"""What may not be entered: every field of every bagian says in a sentence what is wrong, before anything is written."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from loket.application.data import StepData
from loket.application.review import Decision as ReviewDecision
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
    s11_status_gitlab,
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
ME, ANALYST, PROGRAMMER, KASI, KABID = 1, 2, 3, 4, 5
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
    upload_id=XLSX,
)
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
SIGNATURE = s10_serah_terima.Confirmation(outcome="ditandatangani", is_agreed=True)
ACTIVITY = s12_pendampingan.Mentoring(outcome="kegiatan", held_on=TODAY, kegiatan="Mendampingi.")
REPORT = s12_pendampingan.Mentoring(outcome="diajukan", ringkasan="Mandiri.", upload_id=PDF)

DINAS = facts()
BIDANG = facts("disposisi", "kepala_bidang")
REVIU, SETUJUI = facts("analisis", "reviu"), facts("analisis", "setujui")
TTD_DINAS = facts("serah_terima", "ttd_dinas")
TTD_OPD = facts("serah_terima", "ttd_opd", event_end=at(11))

GOOD: tuple[tuple[StepData, Facts], ...] = (
    (SURAT, DINAS),
    (replace(SURAT, wanted_date=None, pic_email=""), DINAS),
    (replace(SURAT, wanted_date=date(2031, 1, 1)), DINAS),
    (replace(SURAT, upload_id=ATTACHED), DINAS),
    (DISPOSISI, DINAS),
    (replace(DISPOSISI, outcome="sampai_di_seksi", kepada_id=KASI), BIDANG),
    (replace(DISPOSISI, instruksi=(), catatan="Mohon dibantu."), DINAS),
    (RETURN, DINAS),
    (TEAM, DINAS),
    (replace(TEAM, jobdesk={(ANALYST, Role.SISTEM_ANALIS): "Memimpin rapat."}), DINAS),
    (SCORES, DINAS),
    (replace(SCORES, deadline=date(2027, 1, 4)), DINAS),
    (replace(SCORES, deadline=date(2030, 1, 4)), DINAS),
    (replace(SCORES, decided="mendesak", reason="Arahan Bupati."), DINAS),
    (INVITATION, DINAS),
    (replace(INVITATION, tempat="", tautan="https://rapat.magetan.example/x"), DINAS),
    (replace(INVITATION, kanal="surat", nomor_surat="005/12/2026"), DINAS),
    (replace(INVITATION, kanal="telepon", catatan_telepon="Nur, 09.10, hadir."), DINAS),
    (MEETING, DINAS),
    (replace(MEETING, keputusan="rapat_lagi", alasan_lanjutan="Data belum ada.", items=()), DINAS),
    (SUBMISSION, DINAS),
    (ReviewDecision(outcome="diterima"), REVIU),
    (ReviewDecision(outcome="disetujui"), SETUJUI),
    (ReviewDecision(outcome="dikembalikan", catatan="Bab 3."), SETUJUI),
    (BUILDING, DINAS),
    (s09_implementasi.Building(outcome="kemajuan", percent=0, catatan="Mulai."), DINAS),
    (s09_implementasi.UatDecision(outcome="diterima"), DINAS),
    (s09_implementasi.UatDecision(outcome="ditolak", catatan="Gagal masuk."), DINAS),
    (PREPARATION, DINAS),
    (SIGNATURE, TTD_DINAS),
    (s10_serah_terima.Confirmation(outcome="dikembalikan", catatan="Nama."), TTD_DINAS),
    (s11_status_gitlab.Data(), facts("status_gitlab", "ubah")),
    (ACTIVITY, DINAS),
    (REPORT, DINAS),
    (s12_pendampingan.Decision(outcome="disetujui"), facts("pendampingan", "setujui")),
    (s12_pendampingan.Decision(outcome="selesai"), facts("pendampingan", "konfirmasi")),
)


@pytest.mark.parametrize(("data", "where"), GOOD)
def test_what_is_good_has_no_problem(data: StepData, where: Facts) -> None:
    assert data.check(where, NOW) == {}


BAD: tuple[tuple[StepData, Facts, str, str], ...] = (
    (replace(SURAT, nama_aplikasi=" "), DINAS, "nama_aplikasi", "Isi nama aplikasi."),
    (
        replace(SURAT, pic_phone="12"),
        DINAS,
        "pic_phone",
        "Nomor telepon tidak dikenali. Tulis seperti 0812-3456-7890.",
    ),
    (replace(SURAT, pic_phone=""), DINAS, "pic_phone", "Isi nomor telepon."),
    (
        replace(SURAT, pic_phone="bukan nomor"),
        DINAS,
        "pic_phone",
        "Nomor telepon tidak dikenali. Tulis seperti 0812-3456-7890.",
    ),
    (
        replace(SURAT, pic_email="nur@"),
        DINAS,
        "pic_email",
        "Alamat email tidak lengkap. Tulis seperti nama@magetan.go.id.",
    ),
    (
        replace(SURAT, wanted_date=TODAY),
        DINAS,
        "wanted_date",
        "Tanggal yang diharapkan harus setelah hari ini.",
    ),
    (replace(SURAT, wanted_date=CHRISTMAS), DINAS, "wanted_date", f"Tanggal yang diharapkan {HOLIDAY}"),
    (replace(SURAT, tanggal_surat=None), DINAS, "tanggal_surat", "Isi tanggal surat."),
    (
        replace(SURAT, tanggal_surat=TODAY + timedelta(1)),
        DINAS,
        "tanggal_surat",
        "Tanggal surat tidak boleh setelah hari ini.",
    ),
    (replace(SURAT, bentuk="lisan"), DINAS, "bentuk", "Pilih bentuk surat."),
    (replace(SURAT, kanal="merpati"), DINAS, "kanal", "Pilih cara surat disampaikan."),
    (replace(SURAT, upload_id=None), DINAS, "upload_id", "Unggah berkas surat."),
    (replace(SURAT, upload_id=404), DINAS, "upload_id", "Unggah berkas surat."),
    (replace(SURAT, upload_id=OF_ANOTHER), DINAS, "upload_id", "Unggah berkas surat."),
    (
        replace(SURAT, upload_id=XLSX),
        DINAS,
        "upload_id",
        "Unggah berkas surat sebagai PDF atau JPEG atau PNG, bukan XLSX.",
    ),
    (replace(DISPOSISI, kepada_id=None), DINAS, "kepada_id", "Pilih Kepala Bidang TIK yang masih bertugas."),
    (replace(DISPOSISI, kepada_id=KASI), DINAS, "kepada_id", "Pilih Kepala Bidang TIK yang masih bertugas."),
    (DISPOSISI, BIDANG, "outcome", "Pilih tujuan disposisi."),
    (replace(DISPOSISI, outcome="hilang"), DINAS, "outcome", "Pilih tujuan disposisi."),
    (replace(DISPOSISI, sifat="gawat"), DINAS, "sifat", "Pilih sifat disposisi."),
    (replace(DISPOSISI, instruksi=()), DINAS, "instruksi", "Pilih instruksi."),
    (replace(DISPOSISI, instruksi=("tari",)), DINAS, "instruksi", "Pilih instruksi."),
    (replace(RETURN, kekurangan=""), DINAS, "kekurangan", "Isi kekurangan yang perlu dilengkapi OPD."),
    (replace(TEAM, analyst_ids=()), DINAS, "analyst_ids", "Pilih paling sedikit satu sistem analis."),
    (replace(TEAM, programmer_ids=()), DINAS, "programmer_ids", "Pilih paling sedikit satu programmer."),
    (
        replace(TEAM, programmer_ids=(ANALYST,)),
        DINAS,
        "programmer_ids",
        "Pilih Programmer yang masih bertugas.",
    ),
    (replace(TEAM, lead_id=PROGRAMMER), DINAS, "lead_id", "Pilih ketua dari sistem analis yang ditunjuk."),
    (
        replace(TEAM, jobdesk={(ANALYST, Role.SISTEM_ANALIS): "\x00"}),
        DINAS,
        f"jobdesk_{ANALYST}_sistem_analis",
        "Isian jobdesk mengandung karakter tersembunyi. Ketik ulang tanpa menyalin dari aplikasi lain.",
    ),
    (replace(SCORES, scores={}), DINAS, "u7", "Beri nilai 1 sampai 4 untuk: Keterpakaian dan efisiensi."),
    (
        replace(SCORES, scores={**SCORES.scores, "u1": 5}),
        DINAS,
        "u1",
        "Beri nilai 1 sampai 4 untuk: Mandat atau tenggat regulasi.",
    ),
    (
        replace(SCORES, deadline=TODAY),
        DINAS,
        "deadline",
        "Tenggat yang tidak dapat digeser harus setelah hari ini.",
    ),
    (replace(SCORES, decided="gawat"), DINAS, "decided", "Pilih tingkat prioritas."),
    (
        replace(SCORES, decided="mendesak"),
        DINAS,
        "reason",
        "Jelaskan alasan menetapkan prioritas selain Sedang, hasil perhitungan.",
    ),
    (replace(INVITATION, start=None), DINAS, "start", "Isi tanggal dan jam mulai rapat."),
    (replace(INVITATION, end=None), DINAS, "end", "Isi jam selesai rapat."),
    (
        replace(INVITATION, start=at(9, day=TODAY)),
        DINAS,
        "start",
        "Rapat harus dijadwalkan setelah saat ini.",
    ),
    (
        replace(INVITATION, start=at(9, day=CHRISTMAS), end=at(10, day=CHRISTMAS)),
        DINAS,
        "start",
        f"Tanggal rapat {HOLIDAY}",
    ),
    (
        replace(INVITATION, start=at(9, day=SUNDAY)),
        DINAS,
        "start",
        "Tanggal rapat jatuh di luar hari kerja. Pilih hari kerja.",
    ),
    (
        replace(INVITATION, start=at(9, day=date(2030, 1, 2))),
        DINAS,
        "start",
        "Kalender kerja tahun 2030 belum diisi; mohon lengkapi jam kerja dan hari liburnya lebih dahulu.",
    ),
    (replace(INVITATION, end=at(9)), DINAS, "end", "Jam selesai harus setelah jam mulai."),
    (replace(INVITATION, tempat=""), DINAS, "tempat", "Isi tempat rapat."),
    (replace(INVITATION, tautan="rapat"), DINAS, "tautan", "Tulis tautan rapat lengkap, diawali https://."),
    (replace(INVITATION, kanal=""), DINAS, "kanal", "Pilih cara mengundang."),
    (
        replace(INVITATION, kanal="telepon"),
        DINAS,
        "catatan_telepon",
        "Isi catatan telepon: siapa yang dihubungi, jam, dan jawabannya.",
    ),
    (replace(INVITATION, kanal="surat"), DINAS, "nomor_surat", "Isi nomor surat."),
    (
        replace(INVITATION, peserta_ids=()),
        DINAS,
        "peserta_ids",
        "Pilih paling sedikit satu peserta dari Dinas Kominfo.",
    ),
    (replace(INVITATION, peserta_ids=(99,)), DINAS, "peserta_ids", "Pilih peserta yang masih bertugas."),
    (replace(MEETING, held_start=None), DINAS, "held_start", "Isi waktu rapat dimulai."),
    (replace(MEETING, held_end=None), DINAS, "held_end", "Isi waktu rapat selesai."),
    (
        replace(MEETING, held_end=at(7, day=TODAY)),
        DINAS,
        "held_end",
        "Waktu selesai harus setelah waktu mulai.",
    ),
    (
        replace(MEETING, held_end=at(11, day=TODAY)),
        DINAS,
        "held_end",
        "Waktu selesai rapat tidak boleh setelah saat ini.",
    ),
    (
        replace(MEETING, held_start=at(8, day=TODAY - timedelta(1))),
        DINAS,
        "held_end",
        "Rapat dimulai dan selesai pada hari yang sama.",
    ),
    (
        replace(MEETING, attendees=ATTENDEES[:1]),
        DINAS,
        "attendees",
        "Catat paling sedikit dua orang yang hadir.",
    ),
    (replace(MEETING, notulen=""), DINAS, "notulen", "Isi notulen rapat."),
    (replace(MEETING, keputusan=""), DINAS, "keputusan", "Pilih keputusan rapat."),
    (replace(MEETING, keputusan="rapat_lagi"), DINAS, "alasan_lanjutan", "Isi yang masih perlu dibahas."),
    (replace(MEETING, kebutuhan=""), DINAS, "kebutuhan", "Isi kebutuhan aplikasi yang disepakati."),
    (
        replace(MEETING, items=()),
        DINAS,
        "items",
        "Catat penyedia perangkat lunak dan perangkat keras, satu per baris.",
    ),
    (
        replace(MEETING, items=(replace(ITEM, pihak="entah"),)),
        DINAS,
        "items",
        "Pilih penyedia setiap perangkat.",
    ),
    (replace(MEETING, implementasi_from=None), DINAS, "implementasi_from", "Isi tanggal mulai pengerjaan."),
    (
        replace(MEETING, implementasi_until=None),
        DINAS,
        "implementasi_until",
        "Isi tanggal selesai pengerjaan.",
    ),
    (
        replace(MEETING, implementasi_until=date(2026, 12, 23)),
        DINAS,
        "implementasi_until",
        "Tanggal selesai harus setelah tanggal mulai.",
    ),
    (
        replace(MEETING, implementasi_until=TODAY),
        DINAS,
        "implementasi_until",
        "Tanggal selesai pengerjaan harus setelah hari ini.",
    ),
    (
        replace(MEETING, implementasi_until=CHRISTMAS),
        DINAS,
        "implementasi_until",
        f"Tanggal selesai pengerjaan {HOLIDAY}",
    ),
    (replace(MEETING, pemelihara=""), DINAS, "pemelihara", "Pilih penanggung jawab pemeliharaan."),
    (
        replace(SUBMISSION, upload_id=XLSX),
        DINAS,
        "upload_id",
        "Unggah dokumen sebagai PDF atau DOCX, bukan XLSX.",
    ),
    (replace(SUBMISSION, versi=""), DINAS, "versi", "Isi versi dokumen, misalnya 1.0."),
    (ReviewDecision(outcome="disetujui"), REVIU, "outcome", "Pilih keputusan."),
    (ReviewDecision(outcome="dikembalikan"), REVIU, "catatan", "Isi catatan tentang yang perlu diperbaiki."),
    (replace(BUILDING, outcome=""), DINAS, "outcome", "Pilih yang dilaporkan."),
    (replace(BUILDING, repository=""), DINAS, "repository", "Isi alamat repositori."),
    (
        replace(BUILDING, address="javascript:alert(1)"),
        DINAS,
        "address",
        "Tulis alamat aplikasi lengkap, diawali https://.",
    ),
    (replace(BUILDING, upload_id=None), DINAS, "upload_id", "Unggah bukti pengujian."),
    (
        s09_implementasi.Building(outcome="kemajuan", percent=101, catatan="x"),
        DINAS,
        "percent",
        "Isi kemajuan antara 0 dan 100 persen.",
    ),
    (
        s09_implementasi.Building(outcome="kemajuan", catatan="x"),
        DINAS,
        "percent",
        "Isi kemajuan antara 0 dan 100 persen.",
    ),
    (s09_implementasi.UatDecision(outcome=""), DINAS, "outcome", "Pilih hasil uji penerimaan."),
    (
        s09_implementasi.UatDecision(outcome="diterima_dengan_catatan"),
        DINAS,
        "catatan",
        "Isi catatan hasil uji.",
    ),
    (replace(PREPARATION, launch_start=None), DINAS, "launch_start", "Isi tanggal launching."),
    (replace(PREPARATION, launch_end=None), DINAS, "launch_end", "Isi jam selesai launching."),
    (replace(PREPARATION, launch_end=at(8)), DINAS, "launch_end", "Jam selesai harus setelah jam mulai."),
    (
        replace(PREPARATION, pendampingan_until=None),
        DINAS,
        "pendampingan_until",
        "Isi tanggal akhir pendampingan.",
    ),
    (
        replace(PREPARATION, pendampingan_until=TODAY),
        DINAS,
        "pendampingan_until",
        "Akhir pendampingan harus setelah hari ini dan setelah launching.",
    ),
    (
        replace(SIGNATURE, is_agreed=False),
        TTD_DINAS,
        "is_agreed",
        "Nyatakan bahwa Anda sudah membaca dan menyetujui isinya.",
    ),
    (SIGNATURE, TTD_OPD, "outcome", "Pilih keputusan."),
    (
        replace(SIGNATURE, outcome="diserahkan"),
        TTD_OPD,
        "outcome",
        "Serah terima disetujui setelah acara launching selesai.",
    ),
    (replace(SIGNATURE, outcome="dikembalikan"), TTD_DINAS, "catatan", "Isi yang perlu diperbaiki."),
    (
        s11_status_gitlab.Data(),
        facts("status_gitlab", "terkonfirmasi"),
        "catatan",
        "Isi catatan bagaimana status di GitLab dipastikan.",
    ),
    (replace(ACTIVITY, outcome=""), DINAS, "outcome", "Pilih yang dilaporkan."),
    (
        replace(ACTIVITY, held_on=TODAY + timedelta(1)),
        DINAS,
        "held_on",
        "Isi tanggal kegiatan, paling akhir hari ini.",
    ),
    (replace(ACTIVITY, held_on=None), DINAS, "held_on", "Isi tanggal kegiatan, paling akhir hari ini."),
    (replace(REPORT, upload_id=None), DINAS, "upload_id", "Unggah laporan pendampingan."),
    (
        s12_pendampingan.Decision(outcome="selesai"),
        facts("pendampingan", "setujui"),
        "outcome",
        "Pilih keputusan.",
    ),
    (
        s12_pendampingan.Decision(outcome="dikembalikan"),
        facts("pendampingan", "setujui"),
        "catatan",
        "Isi yang perlu diperbaiki.",
    ),
)


@pytest.mark.parametrize(("data", "where", "field", "sentence"), BAD)
def test_what_is_wrong_is_said_at_its_field(data: StepData, where: Facts, field: str, sentence: str) -> None:
    assert sentence in problem(data, field, where)


def test_everything_wrong_is_said_at_once() -> None:
    empty = replace(MEETING, attendees=(), notulen="", kebutuhan="", items=(), pemelihara="")

    assert set(empty.check(DINAS, NOW)) == {"attendees", "notulen", "kebutuhan", "items", "pemelihara"}
