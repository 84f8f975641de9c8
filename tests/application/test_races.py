"""Many people at one step at the same moment: one winner, and the others are told who it was."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from loket.application.errors import Overtaken
from loket.models.entry import Entry
from loket.models.user import User
from tests.cast import Road

THREADS = 4
RACES = 50


def test_fifty_races_of_four_have_fifty_winners(own_office: dict[str, User]) -> None:
    road = Road(own_office)
    road.submit()
    winners = 0
    for _ in range(RACES):
        if road.permintaan.at_step == "selesai":
            road.submit()
        before = road.permintaan.revision
        outcomes = _race(road)

        won = [outcome for outcome in outcomes if isinstance(outcome, Entry)]
        lost = [outcome for outcome in outcomes if isinstance(outcome, Overtaken)]
        assert (len(won), len(lost)) == (1, THREADS - 1)
        assert {overtaken.first.name for overtaken in lost} == {won[0].actor.nama if won[0].actor else ""}
        assert road.permintaan.revision == before + 1
        winners += len(won)

    assert winners == RACES
    steps_done = Entry.objects.filter(source="web").exclude(kind="surat.submitted")
    assert steps_done.count() == RACES


def _race(road: Road) -> list[Entry | Exception]:
    """All threads saw the same page; each tries to perform what it shows."""
    road.wait_until_possible()
    seen, performer = road.permintaan.revision, road.performer()
    data = road.plausible_data()
    together = Barrier(THREADS)

    def attempt() -> Entry | Exception:
        try:
            together.wait(timeout=10)
            return road.perform_as(performer, seen=seen, data=data)
        except Overtaken as overtaken:
            return overtaken
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        futures = [pool.submit(attempt) for _ in range(THREADS)]
        return [future.result(timeout=30) for future in futures]
