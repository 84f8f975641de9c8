"""Many agencies at once: no number is given twice, none is left out, and one form makes one permintaan."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from loket.application.errors import Invalid
from loket.application.submit import submit
from loket.models.permintaan import Permintaan
from loket.models.user import User
from tests.cast import Road

THREADS = 8
EACH = 5


def _together(work: Callable[[int], list[str]]) -> list[list[str]]:
    """Let all threads begin at the same moment."""
    begin = Barrier(THREADS)

    def run(number: int) -> list[str]:
        try:
            begin.wait(timeout=20)
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return [future.result(timeout=60) for future in [pool.submit(run, each) for each in range(THREADS)]]


def test_numbers_have_no_gap_though_every_second_sending_fails(own_office: dict[str, User]) -> None:
    road = Road(own_office)
    actor, opd_id = road.actor("opd"), own_office["opd"].opd_id
    good, bad = road.letter(), road.letter(perihal="")

    def send(_number: int) -> list[str]:
        numbers = []
        for _ in range(EACH):
            numbers.append(submit(actor=actor, opd_id=opd_id, data=good, now=road.now).nomor)
            try:
                submit(actor=actor, opd_id=opd_id, data=bad, now=road.now)
            except Invalid:
                continue
        return numbers

    given = sorted(nomor for numbers in _together(send) for nomor in numbers)

    assert given == [f"APL-2026-{number:04d}" for number in range(1, THREADS * EACH + 1)]
    assert sorted(Permintaan.objects.values_list("nomor", flat=True)) == given
    assert Permintaan.objects.values("kode_lacak").distinct().count() == THREADS * EACH


def test_one_form_sent_by_impatient_clicks_makes_one_permintaan(own_office: dict[str, User]) -> None:
    road = Road(own_office)
    actor, opd_id, letter = road.actor("opd"), own_office["opd"].opd_id, road.letter()

    def click(_number: int) -> list[str]:
        return [submit(actor=actor, opd_id=opd_id, data=letter, now=road.now, key="sekali").nomor]

    assert _together(click) == [["APL-2026-0001"]] * THREADS
    assert Permintaan.objects.count() == 1
