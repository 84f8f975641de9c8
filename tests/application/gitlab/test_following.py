"""The ticket in GitLab follows the permintaan: made at step 4, moved by each step, closed at step 11."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.conf import settings
from django.urls import reverse

from loket.application.data import local_date
from loket.application.gitlab import following, outcomes
from loket.application.gitlab.following import follow
from loket.application.gitlab.patience import AFTER_REFUSAL, LATER
from loket.application.recording import record
from loket.application.registry import Happened, Work
from loket.core.role import Role
from loket.integrations.gitlab.asking import Change
from loket.integrations.gitlab.maker import Overtaken
from loket.integrations.gitlab.standin.faults import WAITING, Fault
from loket.integrations.gitlab.standin.state import Level
from loket.models.entry import Entry
from loket.models.issue_gitlab import IssueGitlab
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.user import User
from tests.application.gitlab.syncing import issue_row, queued, sync
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import BOT, PATH, Talk

At = Callable[..., Road]


def _kinds(road: Road) -> list[str]:
    entries = Entry.objects.filter(permintaan=road.permintaan, source="gitlab").order_by("seq")
    return [entry.kind for entry in entries]


def _labels(gitlab: Talk, scope: str) -> list[str]:
    return [name for name in gitlab.project.issues[1].labels if name.startswith(scope)]


def test_without_a_gitlab_nothing_is_planned_and_step_11_ends_by_itself(at: At) -> None:
    road = at("prioritas")

    road.step()
    road.walk_to("pendampingan")

    assert not IssueGitlab.objects.exists()
    assert queued() == []
    assert "status_gitlab.changed" in Entry.objects.values_list("kind", flat=True)


def test_step_4_plans_an_issue_with_the_act_and_a_job_makes_it(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    assert (issue_row().stage, gitlab.standin.calls) == ("planned", [])
    assert queued()[-1] == road.permintaan.pk

    sync(gitlab, road.permintaan, road.now)

    made, row = gitlab.project.issues[1], issue_row()
    assert (row.stage, row.iid, row.project_id, row.issue_id) == ("created", 1, gitlab.project.id, made.id)
    assert row.web_url.endswith("/-/issues/1")
    assert made.title == f"[{road.nomor}] {road.permintaan.nama_aplikasi}"
    assert made.confidential
    assert _labels(gitlab, "langkah::") == ["langkah::05-undangan"]
    assert _labels(gitlab, "status::") == ["status::proses"]
    assert _kinds(road) == ["issue.created"]
    assert gitlab.standin.calls == ["project", "user", "create"]


def test_nothing_personal_goes_out(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)

    made, permintaan = gitlab.project.issues[1], road.permintaan
    for personal in (permintaan.pic_nama, permintaan.pic_phone, permintaan.pic_email, permintaan.alasan):
        assert personal
        assert personal not in made.title + made.description


def test_the_link_back_leads_to_the_page_of_the_permintaan(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()

    sync(gitlab, road.permintaan, road.now)

    page = settings.BASE_URL + reverse("satu_permintaan", args=[road.nomor])
    assert f"](<{page}>)" in gitlab.project.issues[1].description


def test_a_username_that_is_a_nip_goes_out_as_a_number_of_loket(gitlab: Talk, at: At) -> None:
    User.objects.filter(username="programmer").update(username="198503122010011001")
    road = at("prioritas")
    road.step()

    sync(gitlab, road.permintaan, road.now)

    programmer = Penugasan.objects.get(permintaan=road.permintaan, role=Role.PROGRAMMER).user_id
    assert _labels(gitlab, "programmer:") == [f"programmer:anggota-{programmer}"]
    assert _labels(gitlab, "analis:") == ["analis:analis"]


def test_every_step_moves_the_label_and_the_due_date(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)
    before = gitlab.project.issues[1].due_date

    road.walk_to("implementasi")
    sync(gitlab, road.permintaan, road.now)

    assert _labels(gitlab, "langkah::") == ["langkah::09-implementasi"]
    due_at = road.permintaan.due_at
    assert due_at, (before, road.now)
    assert gitlab.project.issues[1].due_date == local_date(due_at).isoformat() != before
    assert issue_row().dropped == []


def test_a_sync_that_finds_nothing_to_say_says_nothing(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)
    gitlab.standin.calls.clear()

    sync(gitlab, road.permintaan, road.now)

    assert gitlab.standin.calls == ["get"]
    assert _kinds(road) == ["issue.created"]


def test_step_11_waits_for_gitlab_and_its_answer_ends_the_step(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    road.walk_to("status_gitlab")
    sync(gitlab, road.permintaan, road.now)

    road.step("diubah")
    assert (road.permintaan.at_step, road.permintaan.at_bagian) == ("status_gitlab", "terkonfirmasi")
    sync(gitlab, road.permintaan, road.now)

    there = gitlab.project.issues[1]
    assert (there.state, _labels(gitlab, "status::")) == ("closed", ["status::selesai"])
    assert road.permintaan.at_step == "pendampingan"
    assert _kinds(road) == ["issue.created", "issue.closed", "status_gitlab.confirmed"]
    assert Pengerjaan.objects.get(step="status_gitlab").performer is None
    assert_replay_lands_on_the_rows(road.permintaan)


@pytest.mark.parametrize("fault", sorted(set(Fault) - {Fault.LATE}))
@pytest.mark.parametrize("call", ("project", "user", "create", "update", "get"))
def test_with_any_fault_at_any_call_there_is_one_issue_and_it_agrees(
    gitlab: Talk, at: At, call: str, fault: Fault
) -> None:
    road = at("prioritas")
    road.step()
    patient = fault not in WAITING
    if call in {"project", "user", "create"}:
        gitlab.standin.break_next(call, fault)
    now = sync(gitlab, road.permintaan, road.now, patient=patient)
    road.step()
    if call in {"update", "get"}:
        gitlab.standin.break_next(call, fault)

    sync(gitlab, road.permintaan, now, patient=patient)

    assert list(gitlab.project.issues) == [1]
    assert gitlab.standin.faults == {}
    assert _labels(gitlab, "langkah::") == ["langkah::06-rapat_teknis"]
    assert (issue_row().iid, issue_row().problem) == (1, "")
    assert _kinds(road) == ["issue.created"]


def test_a_gitlab_that_is_down_stops_no_step_and_says_what_is_wrong(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    for _ in range(3):
        gitlab.standin.break_next("project", Fault.UNAUTHORISED)
        later = follow(road.permintaan.pk, gitlab.client(), PATH, road.now)
        assert later
        assert later > road.now

    road.step()

    assert issue_row().problem == "token_ditolak"
    assert road.permintaan.at_step == "rapat_teknis"


def test_a_refusal_says_why_until_somebody_has_repaired_it(gitlab: Talk, at: At) -> None:
    gitlab.project.archived = True
    road = at("prioritas")
    road.step()

    later = follow(road.permintaan.pk, gitlab.client(), PATH, road.now)
    assert (issue_row().problem, later) == ("gitlab_tidak_mengizinkan", road.now + AFTER_REFUSAL)
    gitlab.project.archived = False
    sync(gitlab, road.permintaan, road.now)

    assert (issue_row().problem, issue_row().iid) == ("", 1)


def test_what_gitlab_lets_fall_is_kept(gitlab: Talk, at: At) -> None:
    gitlab.project.members[BOT.id] = Level.GUEST
    road = at("prioritas")
    road.step()

    sync(gitlab, road.permintaan, road.now)

    assert set(issue_row().dropped) >= {"labels", "due_date", "confidential"}


def test_an_end_without_an_application_closes_the_issue(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)

    do(road, "batalkan")
    sync(gitlab, road.permintaan, road.now)

    assert gitlab.project.issues[1].state == "closed"
    assert _labels(gitlab, "status::") == ["status::ditutup"]
    assert _kinds(road) == ["issue.created", "issue.closed"]


def test_what_was_closed_once_and_opened_again_in_gitlab_stays_open(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)
    do(road, "batalkan")
    sync(gitlab, road.permintaan, road.now)
    gitlab.issues(holding="token-budi").update(1, Change(state_event="reopen"))

    sync(gitlab, road.permintaan, road.now)

    assert gitlab.project.issues[1].state == "opened"
    assert issue_row().is_open
    assert issue_row().closed_at


def test_an_issue_that_was_deleted_is_told_and_not_made_again(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    road.step()
    sync(gitlab, road.permintaan, road.now)
    gitlab.project.issues.clear()

    later = follow(road.permintaan.pk, gitlab.client(), PATH, road.now)

    assert later
    assert issue_row().problem == "gitlab_tidak_ditemukan"
    assert gitlab.project.issues == {}
    assert Permintaan.objects.count() == 1


def test_what_another_job_has_told_meanwhile_is_not_told_again(
    gitlab: Talk, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    road = at("prioritas")
    road.step()
    really = outcomes.in_hand_of

    def overtaken(row: IssueGitlab, now: datetime) -> Work:
        work = really(row, now)
        said = {"project_id": row.project_id, "iid": row.iid}
        record(work, Happened(kind=outcomes.MADE, particulars=said))
        return work

    monkeypatch.setattr(outcomes, "in_hand_of", overtaken)
    sync(gitlab, road.permintaan, road.now)

    assert _kinds(road) == ["issue.created"]


def test_what_another_job_is_doing_is_left_to_it(
    gitlab: Talk, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    road = at("undangan")

    def overtaken(*_: object) -> None:
        raise Overtaken

    monkeypatch.setattr(following, "_followed", overtaken)

    assert follow(road.permintaan.pk, gitlab.client(), PATH, road.now) == road.now + LATER


def test_what_another_one_has_told_while_this_one_waited_is_told_once(
    gitlab: Talk, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    road = at("prioritas")
    road.step()
    answers = iter((False, True))
    monkeypatch.setattr(type(Entry.objects.all()), "exists", lambda _: next(answers))

    sync(gitlab, road.permintaan, road.now)

    assert _kinds(road) == []
    assert next(answers, None) is None
