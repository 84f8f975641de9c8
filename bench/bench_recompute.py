"""What a changed calendar costs with 10,000 open permintaan, against one bare UPDATE of as many rows.

    python -m bench.bench_recompute

Moving one limit means reckoning it, chaining an entry to its record and writing three rows; the UPDATE
writes one column. `python -m bench.bench_calendar` has what the reckoning alone costs.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from bench.office import NOW, office

OPEN = 10_000
ROUNDS = 3


def main() -> None:
    with office():
        from bench import many_rows  # noqa: PLC0415 - models can be imported only in an office
        from loket.application.calendar_change import recompute_due_dates  # noqa: PLC0415 - as above
        from loket.models.sop_revision import SopRevision  # noqa: PLC0415 - as above
        from loket.models.user import User  # noqa: PLC0415 - as above

        user, revision = User.objects.latest("pk"), SopRevision.objects.get()
        many_rows.fill(closed=0, open_ones=OPEN, revision_id=revision.pk, user_id=user.pk, now=NOW)
        recompute_due_dates(NOW)
        floors, previews, stays, moves, moved = zip(*(_round() for _ in range(ROUNDS)), strict=True)
        print(f"{OPEN} open permintaan, of which {moved[0]} have another limit; median of {ROUNDS} rounds")
        _report("one bare UPDATE", floors, floors)
        _report("preview of a change", previews, floors)
        _report("recompute, nothing moves", stays, floors)
        _report("recompute, these move", moves, floors)


def _round() -> tuple[float, float, float, float, int]:
    """What the floor, the preview and the job take, and how many limits the job moves."""
    from django.db import connection  # noqa: PLC0415 - as above

    from loket.application.calendar_change import recompute_due_dates  # noqa: PLC0415 - as above
    from loket.application.calendar_preview import preview_of  # noqa: PLC0415 - as above

    stays = _timed(lambda: recompute_due_dates(NOW))
    with connection.cursor() as cursor:
        floor = _timed(lambda: cursor.execute("UPDATE loket_permintaan SET due_at = NULL"))
    preview = _timed(lambda: preview_of(lambda: None))
    moved: list[int] = []
    moves = _timed(lambda: moved.append(recompute_due_dates(NOW)))
    return floor, preview, stays, moves, moved[0]


def _timed(work) -> float:  # type: ignore[no-untyped-def]  # a benchmark's own callable
    begun = perf_counter()
    work()
    return perf_counter() - begun


def _report(name: str, times: Sequence[float], floors: Sequence[float]) -> None:
    ours = median(times)
    print(f"{name:<34} {ours:>7.2f} s {ours / median(floors):>7.1f} x floor")


if __name__ == "__main__":
    main()
