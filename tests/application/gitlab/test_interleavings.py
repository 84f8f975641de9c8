"""Loket and GitLab go on at the same time, hooks are lost, doubled and late: they agree after one reconciliation."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from random import Random

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application.errors import Invalid, Refused
from loket.application.gitlab.repairing import make_anew
from loket.application.gitlab.wanted import wanted_of
from loket.core.facts import Status
from loket.integrations.gitlab import ticket as said
from loket.integrations.gitlab.asking import Change
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.gitlab import GitlabStateChange
from loket.models.sop_revision import rules_of
from loket.models.tiket import Tiket
from tests.application.gitlab.worlds import World, moved_on, world
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import BOT

At = Callable[..., Road]
MOVES, RARELY = (3, 7), 0.1
BUSY = frozenset({"bug", "langkah::01-surat", "status::selesai", "prioritas::rendah"})
STARTS = {"undangan": 170, "implementasi": 170, "status_gitlab": 160}
"""Where it begins, and how many interleavings from there: 500."""


def _local(there: World, chance: Random) -> None:
    """Something that people do in Loket; what the rules refuse leaves nothing behind."""
    with suppress(Refused, Invalid):
        chance.choice(_possible(there.road, chance))()


def _possible(road: Road, chance: Random) -> Sequence[Callable[[], object]]:
    permintaan = road.permintaan
    if not Status(permintaan.status).is_open:
        return (lambda: road.later(hours=1),)
    if permintaan.facts().is_paused:
        return (road.resume,)
    part = rules_of(permintaan.sop_revision_id).bagian(permintaan.at_step, permintaan.at_bagian)
    ends = (partial(do, road, "batalkan"), partial(do, road, "tolak")) if chance.random() < RARELY else ()
    return (
        *(partial(road.step, outcome) for outcome in (*part.outcomes, *part.outcomes)),
        road.pause,
        partial(do, road, "koreksi_data"),
        partial(do, road, "ganti_tim"),
        partial(road.return_to, "implementasi"),
        lambda: road.later(hours=chance.randint(1, 30)),
        *ends,
    )


def _remote(there: World, chance: Random) -> None:
    """Something that people do in GitLab."""
    if not there.project.issues:
        return
    iid = chance.choice(sorted(there.project.issues))
    issue, budi = there.project.issues[iid], there.budi()
    changes = (
        *(Change(state_event="close"),) * 2,
        *(Change(state_event="reopen"),) * 2,
        Change(title="Judul lain"),
        Change(description="Uraian lain"),
        Change(is_confidential=False),
        Change(add_labels=BUSY),
        Change(remove_labels=frozenset(issue.labels) or BUSY),
    )
    if chance.random() < 0.15:
        budi.add_note(iid, "Sudah dikerjakan.")
    else:
        budi.update(iid, chance.choice(changes))


def _hooks(there: World, chance: Random) -> None:
    """Some of what waits arrives: in any order, some of it twice, some never."""
    waiting = there.take_hooks()
    chance.shuffle(waiting)
    for hook in waiting:
        fate = chance.random()
        if fate < 0.25:
            continue
        if fate < 0.4:
            there.standin.outgoing.append(hook)
            continue
        assert {there.send(hook) for _ in range(chance.choice((1, 1, 2)))} == {202}


def _lost(there: World, chance: Random) -> None:
    """Rarely, and nobody tells: an issue is deleted."""
    if there.project.issues and chance.random() < RARELY:
        del there.project.issues[max(there.project.issues)]


MOVE = (*(_local,) * 4, *(_remote,) * 4, *(_hooks,) * 3, lambda there, _: there.work(), _lost)


def _assert_agreement(there: World) -> None:
    row = there.row
    tiket = row.tiket
    ticket, known = wanted_of(tiket, row.ref)
    living = [one for one in there.project.issues.values() if str(row.ref) in one.description]
    assert [one.iid for one in living] == [row.iid] == list(there.project.issues)
    issue = living[0]
    assert issue.title == said.title(ticket)
    assert issue.description == said.description(ticket)
    assert set(issue.labels) & known.all() == said.labels(ticket, known)
    assert issue.confidential
    assert ticket.due_on is None or issue.due_date == ticket.due_on.isoformat()
    assert row.is_open == (issue.state == "opened")
    assert row.problem == ""
    assert bool(row.closed_at) != ticket.is_open
    if not ticket.is_open:
        assert issue.state == "closed" or issue.state_events[-1]["user"]["id"] != BOT.id


def _assert_told_once(there: World, *, all_of_it: bool) -> None:
    events = [each for one in there.project.issues.values() for each in one.state_events]
    done = {each["id"]: each["state"] == "reopened" for each in events if each["user"]["id"] != BOT.id}
    kept = GitlabStateChange.objects.filter(is_ours=False, issue=there.row)
    told = Entry.objects.filter(
        kind__in=["issue.finished", "issue.reopened"], permintaan=there.road.permintaan
    )
    assert sorted(entry.particulars["perubahan_id"] for entry in told) == sorted(one.pk for one in kept)
    assert done.items() <= {one.event_id: one.is_open for one in kept}.items()
    assert not all_of_it or len(done) == len(kept)
    assert all(Pesan.objects.filter(entry=entry).exists() for entry in told)


def _one(there: World, chance: Random) -> None:
    for _ in range(chance.randint(*MOVES)):
        moved_on(there, seconds=chance.randint(1, 900))
        chance.choice(MOVE)(there, chance)
    moved_on(there, seconds=1)
    there.take_hooks()
    there.reconcile()
    was_deleted = there.row.iid not in there.project.issues
    if was_deleted:
        there.check()
        assert (there.row.gone, there.project.issues) == ("hilang", {})
        make_anew(there.row, there.watch.at)
        there.work()
    if was_deleted and there.row.tiket.state == Tiket.State.DITUTUP:
        assert there.project.issues == {}
        return
    _assert_agreement(there)
    _assert_told_once(there, all_of_it=not was_deleted)
    there.standin.calls.clear()
    there.deliver()
    there.work()
    assert there.writes() == []


# Measuring would double its time, and what it reaches is reached by tests of its own.
@pytest.mark.no_cover
@pytest.mark.parametrize("start", tuple(STARTS))
def test_after_one_reconciliation_both_sides_say_the_same(at: At, start: str) -> None:
    with world(at(start)) as begun:
        ProcrastinateJob.objects.all().delete()
        begun.check()
        begun.reconcile()
        moved_on(begun)
        begins = begun.road.now
        for number in range(STARTS[start]):
            before = transaction.savepoint()
            begun.road.now, there = begins, begun.again()
            _one(there, Random(f"{start} {number}"))  # noqa: S311 - the same each time, and no secret
            assert there.standin.violations == []
            transaction.savepoint_rollback(before)
