"""What may not be entered from the analysis to the report: a sentence at the field, before anything is written."""

from dataclasses import replace
from datetime import timedelta

import pytest

from loket.application.data import StepData
from loket.application.review import Decision as ReviewDecision
from loket.application.steps import s09_implementasi, s11_status_gitlab, s12_pendampingan
from loket.core.calendar_plan import spelt
from loket.core.facts import Facts
from tests.application.entered import (
    ACTIVITY,
    BUILDING,
    DINAS,
    PREPARATION,
    REPORT,
    REVIU,
    SIGNATURE,
    SUBMISSION,
    TODAY,
    TTD_DINAS,
    TTD_OPD,
    XLSX,
    at,
    facts,
    problem,
)

TOMORROW = facts(available_at=at(9, day=TODAY + timedelta(1)))

BAD: tuple[tuple[StepData, Facts, str, str], ...] = (
    (
        replace(PREPARATION, launch_start=at(8, day=TODAY), launch_end=at(9, day=TODAY)),
        TOMORROW,
        "launch_start",
        f"Launching tidak dapat dilakukan sebelum OPD menerima hasil uji, {spelt(TODAY + timedelta(1))}.",
    ),
    (
        replace(ACTIVITY, held_on=TODAY),
        TOMORROW,
        "held_on",
        f"Kegiatan tidak mungkin dilakukan sebelum pendampingan dimulai, {spelt(TODAY + timedelta(1))}.",
    ),
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
    (replace(BUILDING, versi=" "), DINAS, "versi", "Isi versi yang diuji."),
    (replace(BUILDING, versi="1.0\n1.1"), DINAS, "versi", "Tulis versi yang diuji dalam satu baris."),
    (
        replace(BUILDING, versi="1" * 31),
        DINAS,
        "versi",
        "Isian versi yang diuji 31 karakter. Ringkas menjadi paling banyak 30 karakter.",
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
