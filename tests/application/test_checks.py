"""What is good passes, and everything that is wrong is said at once."""

from dataclasses import replace
from datetime import date

import pytest

from loket.application.data import StepData
from loket.application.review import Decision as ReviewDecision
from loket.application.steps import s09_implementasi, s10_serah_terima, s11_status_gitlab, s12_pendampingan
from loket.core.facts import Facts
from loket.core.role import Role
from tests.application.entered import (
    ACTIVITY,
    ANALYST,
    ATTACHED,
    ATTENDEES,
    BIDANG,
    BUILDING,
    DINAS,
    DISPOSISI,
    FAILED,
    INVITATION,
    KASI,
    MEETING,
    NOW,
    PASSED,
    PREPARATION,
    REPORT,
    RETURN,
    REVIU,
    SCORES,
    SETUJUI,
    SIGNATURE,
    SUBMISSION,
    SURAT,
    TEAM,
    TESTED,
    TTD_DINAS,
    UAT,
    facts,
)

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
    (TESTED, UAT),
    (replace(TESTED, outcome="diterima_dengan_catatan", catatan="Rapikan cetakan."), UAT),
    (replace(TESTED, outcome="ditolak", catatan="Bukan ini yang diminta."), UAT),
    (
        replace(
            TESTED,
            outcome="diterima_dengan_catatan",
            catatan="Suara diperbaiki.",
            hasil={"S-01": PASSED, "S-02": FAILED},
        ),
        UAT,
    ),
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


def test_everything_wrong_is_said_at_once() -> None:
    empty = replace(MEETING, attendees=(), notulen="", kebutuhan="", items=(), pemelihara="")

    assert set(empty.check(DINAS, NOW)) == {"attendees", "notulen", "kebutuhan", "items", "pemelihara"}


def test_what_is_wrong_in_many_rows_is_said_once() -> None:
    nameless = tuple(replace(attendee, nama="", instansi="") for attendee in ATTENDEES)

    assert replace(MEETING, attendees=nameless).check(DINAS, NOW) == {
        "attendees": [
            "Isi nama setiap orang pada daftar hadir.",
            "Isi instansi setiap orang pada daftar hadir.",
        ]
    }
