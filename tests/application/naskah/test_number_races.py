"""Many letters of one kind at one moment: as many numbers, one after the other."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from loket.models.naskah import Naskah
from loket.models.user import User
from tests.cast import Road
from tests.papers import again, draft, issue

LETTERS, THREADS = 50, 10


def test_fifty_letters_at_once_have_fifty_consecutive_numbers(own_office: dict[str, User]) -> None:
    """Of five permintaan, so that they wait for the counter and not only for one row."""
    roads = [Road(own_office) for _ in range(5)]
    for road in roads:
        road.submit()
    memos = [(road, draft(road)) for road in roads for _ in range(LETTERS // len(roads))]
    together = Barrier(THREADS)

    def give_numbers(mine: list[tuple[Road, Naskah]]) -> None:
        try:
            together.wait(timeout=10)
            for road, memo in mine:
                issue(road, memo)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        shares = [memos[start::THREADS] for start in range(THREADS)]
        for done in [pool.submit(give_numbers, share) for share in shares]:
            done.result(timeout=60)

    taken = Naskah.objects.order_by("urut").values_list("urut", flat=True)
    assert list(taken) == list(range(1, LETTERS + 1))
    assert len({again(memo).kode for _, memo in memos}) == LETTERS
