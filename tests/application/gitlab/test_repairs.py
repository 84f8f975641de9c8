"""Where a person has to decide, one press does it, and the office's record says who pressed."""

from collections.abc import Callable

import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.errors import Invalid, Refused
from loket.application.gitlab.following import follow
from loket.application.gitlab.gone import PAUSE
from loket.application.gitlab.pausing import Data, pause, resume
from loket.application.gitlab.repairs import Way, repair, ways_of
from loket.application.gitlab.retrying import retry
from loket.integrations.gitlab.asking import Change
from loket.models.entry import Entry
from loket.models.issue_drift import Drift
from loket.models.issue_gitlab import IssueGitlab
from tests.application.everything import nothing_changes
from tests.application.gitlab.syncing import issue_row, queued, sync
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import PATH, Talk

At = Callable[..., Road]


@pytest.fixture
def made(gitlab: Talk, at: At) -> Road:
    """A permintaan whose issue is there."""
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)
    ProcrastinateJob.objects.all().delete()
    return road


def press(road: Road, way: Way, username: str = "admin") -> None:
    repair(issue_row().pk, way, actor=road.actor(username), now=road.now)


def said() -> list[dict[str, object]]:
    return [entry.particulars for entry in Entry.objects.filter(kind="gitlab.repaired").order_by("seq")]


def test_for_a_deleted_issue_another_is_made(gitlab: Talk, made: Road) -> None:
    old = issue_row().ref
    gitlab.project.issues.clear()
    for now in (made.now, made.now + PAUSE):
        follow(made.permintaan.pk, gitlab.client(), PATH, now)

    press(made, Way.ISSUE_BARU)
    assert (issue_row().iid, issue_row().problem, issue_row().stage) == (None, "", "planned")
    assert queued() == [made.permintaan.pk]
    sync(gitlab, made.permintaan, made.now)

    assert list(gitlab.project.issues) == [2]
    assert (issue_row().iid, issue_row().ref == old) == (2, False)
    assert said() == [{"nomor": made.nomor, "way": "issue-baru", "project_id": gitlab.project.id, "iid": 1}]


def test_for_a_moved_issue_too_and_not_twice(gitlab: Talk, made: Road) -> None:
    IssueGitlab.objects.update(gone=IssueGitlab.Gone.PINDAH)

    press(made, Way.ISSUE_BARU)
    with pytest.raises(Invalid):
        press(made, Way.ISSUE_BARU)

    assert issue_row().gone == ""
    assert len(said()) == 1


def test_what_was_opened_again_is_closed_again(gitlab: Talk, made: Road) -> None:
    do(made, "batalkan")
    sync(gitlab, made.permintaan, made.now)
    gitlab.issues(holding="token-budi").update(1, Change(state_event="reopen"))
    sync(gitlab, made.permintaan, made.now)
    assert issue_row().is_open

    press(made, Way.TUTUP)
    sync(gitlab, made.permintaan, made.now)

    assert gitlab.project.issues[1].state == "closed"
    assert issue_row().closed_at
    assert Entry.objects.filter(kind="issue.closed").count() == 2


def test_anything_can_be_compared_at_once(gitlab: Talk, made: Road) -> None:
    press(made, Way.BANDINGKAN)

    assert queued() == [made.permintaan.pk]
    assert [one["way"] for one in said()] == ["bandingkan"]


@pytest.mark.parametrize("way", (Way.ISSUE_BARU, Way.TUTUP))
def test_what_is_not_so_is_not_repaired(gitlab: Talk, made: Road, way: Way) -> None:
    with pytest.raises(Invalid):
        press(made, way)

    assert (issue_row().iid, queued(), said()) == (1, [], [])


@pytest.mark.parametrize("username", ("kasi", "programmer", "opd"))
def test_only_an_admin_presses(gitlab: Talk, made: Road, username: str) -> None:
    with pytest.raises(Refused):
        press(made, Way.BANDINGKAN, username)
    with pytest.raises(Refused):
        retry(1, actor=made.actor(username), now=made.now)


def failed_job(permintaan_id: int) -> ProcrastinateJob:
    job_id = app.configure_task(
        outbox.GITLAB, queue=outbox.GITLAB_QUEUE, queueing_lock=f"{outbox.GITLAB}:near:{permintaan_id}"
    ).defer(permintaan_id=permintaan_id)
    ProcrastinateJob.objects.filter(pk=job_id).update(status="failed")
    job: ProcrastinateJob = ProcrastinateJob.objects.get(pk=job_id)
    return job


def test_a_job_that_gave_up_runs_once_more(made: Road) -> None:
    job = failed_job(made.permintaan.pk)

    retry(job.pk, actor=made.actor("admin"), now=made.now)

    job.refresh_from_db()
    assert (job.status, job.scheduled_at) == ("todo", made.now)
    entry = Entry.objects.get(kind="gitlab.retried")
    assert entry.particulars == {"task": outbox.GITLAB, "job_id": job.pk}
    with pytest.raises(Invalid, match="sudah diulang"):
        retry(job.pk, actor=made.actor("admin"), now=made.now)


def test_a_job_is_not_repeated_beside_one_that_waits(made: Road) -> None:
    job = failed_job(made.permintaan.pk)
    outbox.follow_again(made.permintaan.pk, made.now, made.now)

    with pytest.raises(Invalid, match="sudah menunggu"):
        retry(job.pk, actor=made.actor("admin"), now=made.now)

    assert not Entry.objects.filter(kind="gitlab.retried").exists()


def test_during_a_pause_nothing_is_promised_that_no_job_will_do(gitlab: Talk, made: Road) -> None:
    """Afterwards the same press is done."""
    admin = made.actor("admin")
    job, row = failed_job(made.permintaan.pk), issue_row()
    row.gone = IssueGitlab.Gone.HILANG
    row.save(update_fields=["gone"])
    pause(Data(alasan="GitLab dipindahkan."), actor=admin, now=made.now)

    with nothing_changes():
        for way in (Way.ISSUE_BARU, Way.BANDINGKAN):
            with pytest.raises(Invalid, match="Lanjutkan dahulu, lalu ulangi"):
                press(made, way)
        with pytest.raises(Invalid, match="Lanjutkan dahulu, lalu ulangi"):
            retry(job.pk, actor=admin, now=made.now)
        with pytest.raises(Refused):
            press(made, Way.BANDINGKAN, "kasi")

    resume(actor=admin, now=made.now)
    retry(job.pk, actor=admin, now=made.now)
    press(made, Way.ISSUE_BARU)
    assert (issue_row().stage, issue_row().gone) == ("planned", "")


def test_jobs_of_other_queues_are_none_of_it(made: Road) -> None:
    job_id = app.configure_task(outbox.PRINT, queue=outbox.QUEUE).defer(naskah_id=1)
    ProcrastinateJob.objects.filter(pk=job_id).update(status="failed")

    with pytest.raises(Invalid):
        retry(job_id, actor=made.actor("admin"), now=made.now)


@pytest.mark.parametrize(
    ("drifts", "needs_another", "ways"),
    (
        ((Drift.HILANG, Drift.LUPUT), True, (Way.ISSUE_BARU, Way.BANDINGKAN)),
        ((Drift.DIBUKA_LAGI, Drift.DIKOREKSI), False, (Way.TUTUP,)),
        ((Drift.DITUTUP_DI_GITLAB,), False, (Way.BANDINGKAN,)),
        ((), False, (Way.BANDINGKAN,)),
    ),
)
def test_the_likeliest_way_is_offered_first(
    drifts: tuple[Drift, ...], ways: tuple[Way, ...], *, needs_another: bool
) -> None:
    assert ways_of(drifts, needs_another=needs_another) == ways
