"""The sweep of the deadlines with 10,000 and with 1,000,000 closed permintaan, and 5,000 open ones both times.

    python -m bench.bench_sweep

Floor: the same sweep beside few closed rows. Goal: at most 1.3 times, and a plan that reads only what is due.
"""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from bench.office import NOW, office

ROUNDS = 40
OPEN = 5_000
DUE = 100
SIZES = (10_000, 1_000_000)


def main() -> None:
    with office():
        from bench import sweeps  # noqa: PLC0415 - models can be imported only in an office

        finding, telling, filled = [], [], 0
        for size in SIZES:
            sweeps.fill(closed=size - filled, open_ones=0 if filled else OPEN, now=NOW)
            filled = size
            sweeps.make_due(DUE, NOW)
            finding.append(median(_timed(lambda: sweeps.find(NOW)) for _ in range(ROUNDS)))
            plan = sweeps.explained(NOW)
            telling.append(_timed(lambda: sweeps.tell(DUE, NOW)) / DUE)
            print(f"{size} closed, {OPEN} open, {DUE} due:\n{plan}")
    _report("finding what is due", finding)
    _report("telling one of them", telling)


def _timed(action) -> float:  # type: ignore[no-untyped-def]  # a benchmark's own callable
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def _report(name: str, times: list[float]) -> None:
    few, many = times
    print(f"{name}: {few:.2f} ms to {many:.2f} ms, {many / few:.2f} times")


if __name__ == "__main__":
    main()
