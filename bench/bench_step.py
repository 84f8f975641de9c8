"""What one step through the pipeline costs, against the same rows written by plain ORM in one transaction.

    python -m bench.bench_step

Goal: at most 1.5 times. Both kinds are done in turn, so that the machine's moods meet both alike.
"""

import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from bench.office import NOW, office

ROUNDS = 400
WARM_UP = 40


def main() -> None:
    with office():
        from bench import steps  # noqa: PLC0415 - models can be imported only in an office

        bench = steps.Bench(NOW)
        bench.prepare(2 * (ROUNDS + WARM_UP))
        road, plain = [], []
        for turn in range(ROUNDS + WARM_UP):
            times = (_timed(bench.through_the_road), _timed(bench.by_plain_orm))
            if turn >= WARM_UP:
                road.append(times[0])
                plain.append(times[1])
        print(f"statements: {bench.statements()}")
        _report("one step through the pipeline", road)
        _report("the same rows by plain ORM", plain)
        print(f"ratio of medians: {median(road) / median(plain):.2f} (goal 1.5)")


def _timed(action) -> float:  # type: ignore[no-untyped-def]  # a benchmark's own callable
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def _report(name: str, times: list[float]) -> None:
    quarter = quantiles(times, n=4)
    print(f"{name}: median {median(times):.2f} ms, middle half {quarter[0]:.2f} to {quarter[2]:.2f} ms")


if __name__ == "__main__":
    main()
