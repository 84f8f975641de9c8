"""Loket's labels have colours and descriptions of their own, and whatever an office has made of them stays."""

from collections.abc import Mapping
from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.gitlab import labelling
from loket.application.gitlab.labelling import make_labels
from loket.application.gitlab.pausing import Data, pause
from loket.core.priority import Level
from loket.integrations.gitlab.client import Issues
from loket.integrations.gitlab.label_looks import looks_of
from loket.integrations.gitlab.standin.faults import Fault
from loket.integrations.gitlab.taxonomy import Progress, Taxonomy, opd
from loket.integrations.gitlab.values import Label
from loket.jobs.gitlab import follow_all_open
from loket.models.opd import Opd
from tests.application.gitlab.syncing import queued, sync
from tests.cast import Road
from tests.integrations.gitlab.standins import PATH, Talk

KNOWN = Taxonomy(steps=("surat", "disposisi"), opd=("dinkes",), analis=("rina",), programmers=("budi",))


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> dict[str, Mapping[str, Any]]:
    """What was asked of each label that was made."""
    asked: dict[str, Mapping[str, Any]] = {}
    create = Issues.create_label

    def listened(issues: Issues, name: str, **look: Any) -> Label:
        asked[name] = look
        return create(issues, name, **look)

    monkeypatch.setattr(Issues, "create_label", listened)
    return asked


def test_each_value_that_has_a_meaning_has_its_own_colour_and_people_have_none() -> None:
    looks = {look.name: look for look in looks_of(KNOWN)}

    values = [f"prioritas::{level}" for level in Level] + [f"status::{state}" for state in Progress]
    assert len({looks[name].color for name in values}) == len(values)
    assert looks.keys() == KNOWN.all() - {"analis:rina", "programmer:budi"}
    assert all(look.description.endswith(", diisi oleh Loket") for look in looks.values())
    assert all(len(look.color) == len("#rrggbb") and int(look.color[1:], 16) for look in looks.values())


def test_those_that_are_missing_are_made_and_those_that_are_there_stay(
    gitlab: Talk, road: Road, painted: dict[str, Mapping[str, Any]]
) -> None:
    gitlab.issues().create_label("status::proses", color="#000000", description="Milik kantor")
    old = gitlab.project.labels["status::proses"]
    painted.clear()
    gone = Opd.objects.create(kode="lama", nama="Dinas Lama", singkatan="Lama", is_active=False)

    make_labels(gitlab.client(), PATH, road.now)

    made = set(gitlab.project.labels)
    assert painted.keys() == made - {"status::proses"}
    assert gitlab.project.labels["status::proses"] == old
    assert {"prioritas::mendesak", "status::selesai", "langkah::01-surat", "langkah::02-disposisi"} <= made
    assert {opd(code) for code in Opd.objects.exclude(pk=gone.pk).values_list("kode", flat=True)} <= made
    assert "opd::lama" not in made
    assert painted["prioritas::mendesak"]["color"] != painted["prioritas::rendah"]["color"]
    painted.clear()
    make_labels(gitlab.client(), PATH, road.now)
    assert painted == {}


def test_a_slow_gitlab_does_not_hold_up_the_worker_for_long(
    gitlab: Talk, road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(labelling, "LONGEST", -1.0)

    make_labels(gitlab.client(), PATH, road.now)

    assert gitlab.project.labels == {}


def test_one_that_somebody_makes_meanwhile_is_as_good(
    gitlab: Talk, road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    gitlab.issues().create_label("prioritas::mendesak", color="#000000", description="Milik kantor")
    monkeypatch.setattr(Issues, "labels", lambda _: [])

    make_labels(gitlab.client(), PATH, road.now)

    assert "prioritas::tinggi" in gitlab.project.labels


def test_they_are_there_before_the_first_issue_asks_for_one(gitlab: Talk, at: Any) -> None:
    road = at("prioritas")
    road.step()
    follow_all_open(timestamp=0)
    before = set(gitlab.project.labels)
    assert gitlab.project.issues == {}

    sync(gitlab, road.permintaan, road.now)

    new = set(gitlab.project.labels) - before
    assert {name for name in new if not name.startswith(("analis:", "programmer:"))} == set()
    assert gitlab.project.issues[1].labels


@pytest.mark.parametrize(
    ("call", "fault"), (("labels", Fault.UNAVAILABLE), ("label", Fault.FORBIDDEN), ("label", Fault.LOST))
)
def test_where_none_can_be_made_the_round_goes_on_and_the_next_one_makes_them(
    gitlab: Talk, at: Any, call: str, fault: Fault
) -> None:
    road = at("prioritas")
    road.step()
    ProcrastinateJob.objects.all().delete()
    gitlab.standin.break_next(call, fault)

    follow_all_open(timestamp=0)
    assert queued() == [road.permintaan.pk]
    assert "status::ditutup" not in gitlab.project.labels
    follow_all_open(timestamp=0)

    assert "status::ditutup" in gitlab.project.labels


def test_during_a_pause_none_is_made(gitlab: Talk, road: Road) -> None:
    pause(Data(alasan="Sebab."), actor=road.actor("admin"), now=road.now)

    follow_all_open(timestamp=0)

    assert gitlab.standin.calls == []
