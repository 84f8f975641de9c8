"""A list and a step through the API, against the same by plain views: rows as JSON, and the rows of a step by plain ORM.

    python -m bench.bench_api

Both kinds are asked in turn by Django's test client, so what is compared is Loket and not a network.
"""

import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from bench.office import NOW, office

ROUNDS = 200
WARM_UP = 20
TOKENS = 20
"""So many take turns that none of them is too often."""


def main() -> None:
    with office():
        from bench import programs  # noqa: PLC0415 - models can be imported only in an office

        bench = programs.Programs(NOW, tokens=TOKENS)
        bench.prepare(2 * (ROUNDS + WARM_UP))
        _compare(
            "a list of 25 through the API", bench.listed, "the same rows by a plain view", bench.plain_list
        )
        _compare("one step through the API", bench.step, "the same rows by a plain view", bench.plain_step)


def _compare(name: str, api: Callable[[Any], None], floor_name: str, floor: Callable[[], None]) -> None:
    ours, plain = [], []
    who = cycle(range(TOKENS))
    for turn in range(ROUNDS + WARM_UP):
        one, other = _timed(lambda: api(next(who))), _timed(floor)
        if turn >= WARM_UP:
            ours.append(one)
            plain.append(other)
    print(f"{name}: {median(ours) * 1000:.2f} ms; {floor_name}: {median(plain) * 1000:.2f} ms")
    print(f"  ratio of medians: {median(ours) / median(plain):.2f}")


def _timed(act: Callable[[], None]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


if __name__ == "__main__":
    main()
