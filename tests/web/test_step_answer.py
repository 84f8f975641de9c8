"""The page of step 11 while GitLab is waited for, and the same answer for a program."""

from collections.abc import Callable

import pytest

from loket.cli.demo.walk import office_calendar
from loket.core.zone import ZONE
from loket.models.gitlab import GitlabConnection
from loket.web.formats import full_datetime
from tests.api.program import Program
from tests.application.gitlab.conftest import gitlab
from tests.cast import Road
from tests.integrations.gitlab.standins import Talk
from tests.web.step_desk import Office, text_of

__all__ = ["gitlab"]
CONFIRM = {"bagian": "terkonfirmasi", "catatan": "Dilihat pada halaman proyek."}


@pytest.fixture
def desk(gitlab: Talk, at: Callable[..., Road]) -> Office:
    """The programmer has asked GitLab."""
    office = Office(at("status_gitlab", "ubah"))
    assert office.send({}).status_code == 302
    return office


def _hour_later(desk: Office) -> str:
    """Let the hour pass; returns its end in words."""
    desk.road.now = office_calendar().add_minutes(desk.road.now, 60)
    return full_datetime(desk.road.now.astimezone(ZONE))


def test_before_the_hour_is_up_the_page_says_since_when_and_from_when(desk: Office) -> None:
    asked_at = full_datetime(desk.road.now.astimezone(ZONE))

    page = text_of(desk.get("programmer"))

    until = _hour_later(desk)
    assert f"Jawaban GitLab Yang ditunggu Issue ditutup di GitLab Ditunggu sejak {asked_at}" in page
    assert f"Catatan diterima Mulai {until}" in page
    assert "Nyatakan status sudah berubah" not in page


def test_a_note_that_comes_too_early_is_refused_with_what_was_typed(desk: Office) -> None:
    refused = desk.post("programmer", {"seen": desk.permintaan.revision, **CONFIRM})

    assert refused.status_code == 422
    page = text_of(refused)
    assert "Jawaban GitLab masih ditunggu sejak" in page
    assert CONFIRM["catatan"] in page


def test_after_the_hour_the_form_takes_the_note(desk: Office) -> None:
    _hour_later(desk)
    page = text_of(desk.get("programmer"))
    assert "Catatan diterima Sekarang, karena GitLab belum menjawab" in page

    response = desk.send({"catatan": CONFIRM["catatan"]})

    assert (response.status_code, desk.permintaan.at_step) == (302, "pendampingan")


def test_while_the_sync_is_paused_the_page_says_that_no_answer_can_come(desk: Office) -> None:
    GitlabConnection.objects.create(paused_at=desk.road.now, paused_by=desk.road.people["admin"])

    assert "Sinkronisasi Dijeda sejak" in text_of(desk.get("programmer"))


def test_while_the_permintaan_is_paused_no_moment_is_promised(desk: Office) -> None:
    desk.road.pause()

    assert "Setelah 60 menit kerja tanpa jawaban" in text_of(desk.get("programmer"))


def test_the_task_says_what_is_missing(desk: Office) -> None:
    assert "Jawaban GitLab masih ditunggu sejak" in text_of(desk.get("programmer", "/tugas"))
    _hour_later(desk)

    assert "Nyatakan status sudah berubah" in text_of(desk.get("programmer", "/tugas"))


def test_a_program_is_told_and_refused_the_same(desk: Office) -> None:
    program, nomor = Program(desk.road, "programmer"), desk.road.nomor

    def told() -> tuple[bool, list[str]]:
        may = program.get(f"/permintaan/{nomor}").json()["may"]
        here = next(one for one in may if one["key"] == "status_gitlab")
        return here["allowed"], here["reasons"]

    allowed, reasons = told()
    body = {"seen": desk.permintaan.revision, **CONFIRM}
    refused = program.post(f"/permintaan/{nomor}/langkah/status_gitlab", body)
    assert (allowed, len(reasons)) == (False, 1)
    assert (refused.status_code, refused.json()["reasons"]) == (422, reasons)
    _hour_later(desk)

    assert told() == (True, [])
    assert program.post(f"/permintaan/{nomor}/langkah/status_gitlab", body).status_code < 300
