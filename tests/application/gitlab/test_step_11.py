"""Step 11: GitLab is asked and has an hour to answer; then a note may stand for its word, and never before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.test import override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.errors import Invalid, Refused
from loket.application.gitlab.rounds import follow_all_open
from loket.application.office.kahar import Data as Decree
from loket.application.office.kahar import declare, end
from loket.application.perform import start
from loket.application.steps.s11_status_gitlab import Data
from loket.cli.demo.walk import office_calendar
from loket.models.entry import Entry
from loket.models.gitlab import GitlabConnection
from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket
from tests.application.everything import nothing_changes
from tests.application.gitlab.syncing import queued, sync
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.integrations.gitlab.standins import Talk

At = Callable[..., Road]
NOTE = Data(catatan="Dilihat sendiri pada halaman proyek.")


@pytest.fixture
def asked(gitlab: Talk, at: At) -> Road:
    """A permintaan whose programmer has asked GitLab, which has not answered."""
    road = at("status_gitlab", "ubah")
    road.step()
    return road


def _refused(road: Road, username: str = "programmer") -> tuple[str, ...]:
    with nothing_changes(), pytest.raises(Refused) as no:
        road.perform_as(username, data=NOTE)
    return no.value.verdict.unmet


def _minutes_later(since: datetime, minutes: int) -> datetime:
    return office_calendar().add_minutes(since, minutes)


def test_asking_waits_and_a_ticket_from_before_gitlab_gets_its_issue_planned(asked: Road) -> None:
    assert (asked.permintaan.at_step, asked.permintaan.at_bagian) == ("status_gitlab", "terkonfirmasi")
    assert (IssueGitlab.objects.get().stage, Tiket.objects.get().state) == ("planned", "selesai")
    assert asked.permintaan.pk in queued()


def test_before_the_hour_is_up_a_note_is_refused_with_the_moment_from_which_it_is_possible(
    asked: Road,
) -> None:
    since = asked.now
    asked.now = _minutes_later(since, 60) - timedelta(seconds=1)

    unmet = _refused(asked)

    assert len(unmet) == 1
    assert unmet[0].endswith(f" pukul {_minutes_later(since, 60):%H.%M}.")


def test_every_reason_is_given_at_once(asked: Road) -> None:
    unmet = _refused(asked, "kasi")

    assert unmet[0] == "Bagian ini dikerjakan oleh Programmer."
    assert unmet[1].startswith("Jawaban GitLab masih ditunggu")


def test_after_sixty_working_minutes_the_note_ends_the_step(asked: Road) -> None:
    asked.now = _minutes_later(asked.now, 60)

    with nothing_changes(), pytest.raises(Invalid) as lacking:
        asked.perform_as("programmer", data=Data())
    entry = asked.perform_as("programmer", data=NOTE)

    assert list(lacking.value.problems) == ["catatan"]
    assert (entry.kind, asked.permintaan.at_step) == ("status_gitlab.confirmed", "pendampingan")
    assert_replay_lands_on_the_rows(asked.permintaan)


def test_mulai_is_refused_as_long_as_the_note_is(asked: Road) -> None:
    def begin() -> Entry | None:
        return start(
            nomor=asked.nomor,
            step_key="status_gitlab",
            bagian="terkonfirmasi",
            actor=asked.actor("programmer"),
            now=asked.now,
        )

    with pytest.raises(Refused):
        begin()
    asked.now = _minutes_later(asked.now, 60)

    assert begin()


def test_a_pause_puts_the_note_off_by_its_own_length(asked: Road) -> None:
    since = asked.now
    asked.now = _minutes_later(since, 20)
    asked.pause()
    asked.now = _minutes_later(since, 200)
    assert [reason[:29] for reason in _refused(asked)] == [
        "Permintaan sedang dijeda.",
        "Jawaban GitLab masih ditunggu",
    ]
    asked.resume()

    asked.now = _minutes_later(since, 239)
    assert len(_refused(asked)) == 1
    asked.now = _minutes_later(since, 240)
    asked.perform_as("programmer", data=NOTE)

    assert asked.permintaan.at_step == "pendampingan"


def test_while_the_sync_is_paused_the_hour_runs_all_the_same(asked: Road) -> None:
    GitlabConnection.objects.create(paused_at=asked.now, paused_by=asked.people["admin"])
    since = asked.now
    asked.now = _minutes_later(since, 59)
    assert _refused(asked)

    asked.now = _minutes_later(since, 60)
    asked.perform_as("programmer", data=NOTE)

    assert asked.permintaan.at_step == "pendampingan"


def test_gitlabs_own_answer_needs_no_patience(gitlab: Talk, asked: Road) -> None:
    sync(gitlab, asked.permintaan, asked.now)

    assert asked.permintaan.at_step == "pendampingan"
    assert gitlab.project.issues[1].state == "closed"


def test_an_answer_after_the_note_says_nothing_twice(gitlab: Talk, asked: Road) -> None:
    asked.now = _minutes_later(asked.now, 60)
    asked.perform_as("programmer", data=NOTE)

    sync(gitlab, asked.permintaan, asked.now)

    kinds = list(Entry.objects.filter(permintaan=asked.permintaan).values_list("kind", flat=True))
    assert (kinds.count("status_gitlab.confirmed"), kinds.count("issue.closed")) == (1, 1)
    assert_replay_lands_on_the_rows(asked.permintaan)


def test_where_gitlab_is_taken_away_meanwhile_nobody_waits_for_it(asked: Road) -> None:
    without = replace(settings.ENVIRONMENT, gitlab_url=None, gitlab_token=None, gitlab_project=None)
    with override_settings(ENVIRONMENT=without):
        asked.perform_as("programmer", data=NOTE)

    assert asked.permintaan.at_step == "pendampingan"


def test_without_gitlab_asking_ends_the_step(at: At) -> None:
    road = at("status_gitlab", "ubah")

    entry = road.step()

    assert (entry.kind, entry.outcome) == ("status_gitlab.changed", "diubah")
    assert road.permintaan.at_step == "pendampingan"
    assert not IssueGitlab.objects.exists()


def test_what_gitlab_has_closed_while_nobody_works_is_confirmed_by_a_later_round(
    gitlab: Talk, asked: Road
) -> None:
    decree = Decree(nomor="188/7/403.113/2026", alasan="Banjir di pusat data.")
    declare(decree, actor=asked.actor("kadis"), now=asked.now)
    sync(gitlab, asked.permintaan, asked.now)
    assert (gitlab.project.issues[1].state, asked.permintaan.at_bagian) == ("closed", "terkonfirmasi")
    asked.later(days=1)
    end(actor=asked.actor("kadis"), now=asked.now)

    ProcrastinateJob.objects.all().delete()
    follow_all_open(asked.now)
    assert queued() == [asked.permintaan.pk]
    sync(gitlab, asked.permintaan, asked.now)
    assert asked.permintaan.at_step == "pendampingan"

    ProcrastinateJob.objects.all().delete()
    follow_all_open(asked.now)
    assert queued() == []
