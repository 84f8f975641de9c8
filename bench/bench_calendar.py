"""What working time costs, against the least that any answer could cost: `python -m bench.bench_calendar`.

Each figure is a ratio to a floor measured in the same run, so that it means the same on every machine:
one question against the conversion of its times and the bare bisections it needs, building against one
pass over the days that looks each up among the holidays. Rounds alternate between the two and the best
round of each counts, because a busy machine only ever adds.
"""

import json
import subprocess
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from loket.core.calendar import Calendar
from loket.sop import shipped_calendar

ROUNDS = 7
QUESTIONS = 20_000
BATCH = 10_000
WEEKEND = {5, 6}
CALENDAR = shipped_calendar.load()
MIDNIGHT = datetime(2025, 1, 1, tzinfo=CALENDAR.zone)
STARTS = tuple(range(27_000, 1_500 * 54_000, 54_000))
"""As many sorted marks as three years have stretches of work."""

_random = Random(20261124)  # noqa: S311 - the same questions in every run, nothing secret
TIMES = [MIDNIGHT + timedelta(minutes=_random.randrange(500 * 1440, 900 * 1440)) for _ in range(QUESTIONS)]
AMOUNTS = [_random.randrange(1, 5_000) for _ in range(QUESTIONS)]


def seconds(t: datetime) -> int:
    return int((t - MIDNIGHT).total_seconds())


def floor_of_adding() -> None:
    for start, n in zip(TIMES, AMOUNTS, strict=True):
        span = bisect_right(STARTS, seconds(start))
        MIDNIGHT + timedelta(seconds=STARTS[bisect_left(STARTS, STARTS[span] + n)])


def adding_minutes() -> None:
    for start, n in zip(TIMES, AMOUNTS, strict=True):
        CALENDAR.add_minutes(start, n)


def adding_days() -> None:
    for start, n in zip(TIMES, AMOUNTS, strict=True):
        CALENDAR.add_days(start, n % 20)


def floor_of_counting() -> None:
    for a, b in zip(TIMES, reversed(TIMES), strict=True):
        bisect_right(STARTS, seconds(b)) - bisect_right(STARTS, seconds(a))


def counting_minutes() -> None:
    for a, b in zip(TIMES, reversed(TIMES), strict=True):
        CALENDAR.minutes_between(a, b)


def counting_days() -> None:
    for a, b in zip(TIMES, reversed(TIMES), strict=True):
        CALENDAR.days_between(a, b)


def floor_of_building() -> None:
    closed = {holiday.date for holiday in shipped_calendar.holidays()}
    first = CALENDAR.first.toordinal()
    days = [date.fromordinal(first + number) for number in range(1095)]
    sum(1 for day in days if day.weekday() not in WEEKEND and day not in closed)


def building() -> None:
    Calendar.build(shipped_calendar.schedules(), shipped_calendar.holidays(), CALENDAR.first, CALENDAR.last)


ECHO = "import json, sys\nfor line in sys.stdin.buffer: print(json.dumps(json.loads(line)), flush=True)"
CLOCK = "import sys; from loket.cli.main import main; sys.argv[1:] = ['clock', '--batch']; sys.exit(main())"
LINES = b"".join(
    json.dumps({"op": "add", "from": start.isoformat(), "minutes": n}).encode() + b"\n"
    for start, n in zip(TIMES[:BATCH], AMOUNTS, strict=False)
)


def floor_of_a_batch() -> None:
    """A process that reads and writes as many lines of JSON and does nothing else."""
    subprocess.run((sys.executable, "-c", ECHO), input=LINES, check=True, stdout=subprocess.DEVNULL)


def a_batch() -> None:
    subprocess.run((sys.executable, "-c", CLOCK), input=LINES, check=True, stdout=subprocess.DEVNULL)


def took(work: Callable[[], None]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def compare(name: str, work: Callable[[], None], floor: Callable[[], None], *, per: int) -> str:
    rounds = [(took(floor), took(work)) for _ in range(ROUNDS)]
    least, ours = (min(column) for column in zip(*rounds, strict=True))
    spread = max(one for one, _ in rounds) / least - 1
    return f"{name:<16} {1e6 * ours / per:>9.2f} us {ours / least:>6.2f} x floor   (noise {spread:.0%})"


def main() -> None:
    print(f"working time on three years; best of {ROUNDS} rounds")
    print(compare("add_minutes", adding_minutes, floor_of_adding, per=QUESTIONS))
    print(compare("add_days", adding_days, floor_of_adding, per=QUESTIONS))
    print(compare("minutes_between", counting_minutes, floor_of_counting, per=QUESTIONS))
    print(compare("days_between", counting_days, floor_of_counting, per=QUESTIONS))
    print(compare("build", building, floor_of_building, per=1))
    print(compare(f"clock --batch, {BATCH} lines and the start", a_batch, floor_of_a_batch, per=1))


if __name__ == "__main__":
    main()
