"""The connection to GitLab by the API, as an admin's program reads it and presses."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.gitlab import checking
from loket.integrations.gitlab.standin.faults import Fault
from loket.integrations.gitlab.standin.state import Level, Token
from loket.models.gitlab import GitlabConnection
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from tests.api.program import Program, code_of
from tests.api.test_sending import errors_of
from tests.application.everything import nothing_changes
from tests.application.gitlab.conftest import gitlab
from tests.application.gitlab.syncing import issue_row, sync
from tests.cast import Road
from tests.integrations.gitlab.standins import BOT, TOKEN, Talk
from tests.web.office_pages import last_entry

__all__ = ["gitlab"]
At = Callable[..., Road]
PAGE = "/kantor/gitlab"
TRY, PAUSE, RESUME = f"{PAGE}/uji", f"{PAGE}/jeda", f"{PAGE}/lanjutkan"
QUEUE, FAILED, DRIFT = f"{PAGE}/antrean", f"{PAGE}/gagal", f"{PAGE}/perbedaan"


@pytest.fixture
def made(gitlab: Talk, at: At) -> Road:
    """A permintaan whose issue is there."""
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)
    ProcrastinateJob.objects.all().delete()
    return road


def others(road: Road, count: int, **said: object) -> list[str]:
    """More permintaan with a ticket and an issue of which something is said; their numbers."""
    found = []
    for _ in range(count):
        other = Road(road.people, road.now)
        other.submit()
        tiket = Tiket.objects.create(permintaan=other.permintaan, opened_at=road.now)
        IssueGitlab.objects.create(
            tiket=tiket, ref=uuid4(), stage="created", project_id=99, iid=tiket.pk, **said
        )
        found.append(other.nomor)
    return found


def failed_job(road: Road, task: str = outbox.GITLAB) -> int:
    job = app.configure_task(task, queue=outbox.GITLAB_QUEUE).defer(permintaan_id=road.permintaan.pk)
    ProcrastinateJob.objects.filter(pk=job).update(status="failed", attempts=8)
    return job


def test_without_a_gitlab_it_says_so_and_there_is_nothing_else(road: Road) -> None:
    admin = Program(road, "admin")

    assert admin.get(PAGE).json()["terpasang"] is False
    for path in (QUEUE, FAILED, DRIFT):
        assert code_of(admin.get(path)) == (404, "not_found")
    for path in (TRY, PAUSE, RESUME, f"{FAILED}/1/ulang", f"{DRIFT}/1/bandingkan"):
        assert code_of(admin.post(path, {})) == (404, "not_found")


def test_reading_before_the_first_test_writes_nothing(gitlab: Talk, road: Road) -> None:
    said = Program(road, "admin").get(PAGE).json()

    assert (said["terpasang"], said["checked_at"], said["jeda"]) == (True, None, None)
    assert said["menunggu"] == {"jumlah": 0, "terhambat": 0, "since": None}
    assert not GitlabConnection.objects.exists()
    assert gitlab.standin.calls == []


def test_a_test_says_what_gitlab_answered_and_no_secret(gitlab: Talk, road: Road) -> None:
    gitlab.standin.tokens[TOKEN] = Token(BOT, ("api", "self_rotate"), date(2027, 1, 1))
    admin = Program(road, "admin")

    answer = admin.post(TRY, {})

    said = answer.json()
    assert said == {"dijawab": True, **admin.get(PAGE).json()}
    assert (said["version"], said["akun"], said["peran"]) == ("19.5.0", "loket-bot", "Maintainer")
    assert (said["cakupan"], said["token_expires_on"]) == (["api", "self_rotate"], "2027-01-01")
    assert (said["masalah"], said["kekurangan"]) == ("", [])
    assert TOKEN.encode() not in answer.content


def test_what_the_account_lacks_is_said_with_what_to_do(gitlab: Talk, road: Road) -> None:
    gitlab.project.members[BOT.id], gitlab.project.archived = Level.GUEST, True
    gitlab.standin.tokens[TOKEN] = Token(BOT, ("read_api",), road.now.date() + timedelta(days=5))
    gitlab.watch.at = road.now

    lacks = Program(road, "admin").post(TRY, {}).json()["kekurangan"]

    assert len(lacks) == 3
    assert all(one["masalah"] and one["tindakan"] for one in lacks)


def test_a_gitlab_that_is_slow_is_asked_again_later(
    gitlab: Talk, road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "BRIEF", 0.1)
    gitlab.standin.break_next("version", Fault.SLOW)

    assert Program(road, "admin").post(TRY, {}).json()["dijawab"] is False
    assert ProcrastinateJob.objects.filter(task_name=checking.TASK).count() == 1


def test_it_is_paused_for_a_reason_and_goes_on(gitlab: Talk, road: Road) -> None:
    admin = Program(road, "admin")
    assert set(errors_of(admin.post(PAUSE, {"alasan": " "}))) == {"alasan"}

    paused = admin.post(PAUSE, {"alasan": "GitLab dipindahkan."}).json()

    assert paused["jeda"] | {"since": ""} == {
        "since": "",
        "oleh": road.people["admin"].nama,
        "alasan": "GitLab dipindahkan.",
    }
    assert datetime.fromisoformat(paused["jeda"]["since"]) == road.now
    assert (last_entry().kind, last_entry().source) == ("gitlab.paused", "api")
    again = admin.post(PAUSE, {"alasan": "Lagi."})
    assert errors_of(again) == {"alasan": "Sinkronisasi sudah dijeda."}

    assert admin.post(RESUME, {}).json()["jeda"] is None
    assert (last_entry().kind, last_entry().source) == ("gitlab.resumed", "api")
    assert errors_of(admin.post(RESUME, {})) == {"jeda": "Sinkronisasi tidak sedang dijeda."}


def test_who_waits_is_listed_by_number_with_what_hinders(made: Road) -> None:
    admin = Program(made, "admin")
    assert admin.get(QUEUE).json() == {"items": [], "next": None}
    IssueGitlab.objects.update(problem="token_ditolak")
    outbox.follow_again(made.permintaan.pk, made.now + timedelta(hours=1), made.now)

    answer = admin.get(QUEUE)

    (one,) = answer.json()["items"]
    assert (one["nomor"], one["iid"]) == (made.nomor, 1)
    assert datetime.fromisoformat(one["berikutnya"]) == made.now + timedelta(hours=1)
    assert one["masalah"].startswith("GitLab menolak token Loket")
    assert b"Antrean Daring" not in answer.content


def test_a_job_that_gave_up_is_tried_again_once(made: Road) -> None:
    job, admin = failed_job(made), Program(made, "admin")
    (one,) = admin.get(FAILED).json()["items"]
    assert (one["id"], one["nomor"], one["dicoba"]) == (job, made.nomor, 8)

    assert admin.post(f"{FAILED}/{job}/ulang", {}).json() == {"id": job}

    assert ProcrastinateJob.objects.get(pk=job).status == "todo"
    assert admin.get(FAILED).json()["items"] == []
    assert (last_entry().kind, last_entry().source) == ("gitlab.retried", "api")
    again = admin.post(f"{FAILED}/{job}/ulang", {})
    assert errors_of(again) == {"ulang": "Pekerjaan ini sudah diulang."}


def test_for_an_issue_that_is_gone_another_is_made(gitlab: Talk, made: Road) -> None:
    gitlab.project.issues.clear()
    IssueGitlab.objects.update(gone=IssueGitlab.Gone.HILANG)
    admin = Program(made, "admin")
    (one,) = admin.get(DRIFT).json()["items"]
    assert (one["id"], one["nomor"], one["perbedaan"]) == (issue_row().pk, made.nomor, ["hilang"])
    assert one["cara"] == ["issue-baru", "bandingkan"]

    assert admin.post(f"{DRIFT}/{one['id']}/issue-baru", {}).json() == {"id": one["id"]}
    assert (last_entry().kind, last_entry().source) == ("gitlab.repaired", "api")
    sync(gitlab, made.permintaan, made.now)

    assert list(gitlab.project.issues) == [2]
    assert admin.get(DRIFT).json()["items"] == []


def test_what_is_not_so_any_more_is_said_and_not_done(made: Road) -> None:
    admin, pk = Program(made, "admin"), issue_row().pk

    assert admin.get(PAGE).status_code == 200
    with nothing_changes():
        for path in (f"{DRIFT}/{pk}/issue-baru", f"{DRIFT}/999999/tutup"):
            assert errors_of(admin.post(path, {}))["perbaiki"].startswith("Keadaannya sudah berubah.")
        assert code_of(admin.post(f"{DRIFT}/{pk}/hapus", {})) == (404, "not_found")


@pytest.mark.parametrize("path", (PAGE, QUEUE, FAILED, DRIFT))
def test_each_asks_the_same_of_one_row_and_of_three(made: Road, path: str) -> None:
    admin = Program(made, "admin")

    def one_more() -> None:
        others(made, 1, problem="token_ditolak", dropped=["labels"])
        failed_job(made)

    one_more()
    with_one = admin.queries(path)
    one_more()
    one_more()

    assert admin.queries(path) == with_one


@pytest.mark.parametrize("path", (QUEUE, DRIFT))
def test_long_lists_go_page_by_page(made: Road, path: str) -> None:
    numbers = others(made, 3, problem="token_ditolak", dropped=["labels"])
    admin = Program(made, "admin")

    first = admin.get(path, limit=2).json()
    second = admin.get(path, limit=2, cursor=first["next"]).json()

    found = [row["nomor"] for row in (*first["items"], *second["items"])]
    assert found == (numbers if path == QUEUE else numbers[::-1])
    assert second["next"] is None
    assert set(errors_of(admin.get(path, limit=2, sejak="x"))) == {"sejak"}
