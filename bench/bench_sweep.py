"""The sweep of the deadlines beside 10,000 and beside 1,000,000 closed permintaan, with 5,000 open ones both times.

    python -m bench.bench_sweep

Finding is compared with reading the same rows by their keys, telling with itself beside few closed rows. The best
round of each counts, because a busy machine only ever adds. Goal: the same at both sizes, within 1.3 times.
"""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from bench.office import NOW, office

ROUNDS = 100
TELLINGS = 5
OPEN = 5_000
DUE = 20
SIZES = (10_000, 1_000_000)


def main() -> None:
    found, told, filled = [], [], 0
    with office():
        from bench import sweeps  # noqa: PLC0415 - models can be imported only in an office

        for size in SIZES:
            sweeps.fill(closed=size - filled, open_ones=0 if filled else OPEN, now=NOW)
            filled = size
            sweeps.make_due(DUE, NOW)
            print(f"{size} closed, {OPEN} open, {DUE} due:\n{sweeps.explained(NOW)}")
            found.append(_against_keys(sweeps))
            rounds = []
            for _ in range(TELLINGS):
                sweeps.make_due(DUE, NOW)
                rounds.append(_timed(lambda: sweeps.tell(DUE, NOW)) / DUE)
            told.append(min(rounds))
    for size, (ours, floor) in zip(SIZES, found, strict=True):
        print(f"finding beside {size}: {ours:.2f} ms, {ours / floor:.2f} times reading by key")
    print(f"telling one: {told[0]:.1f} ms to {told[1]:.1f} ms, {told[1] / told[0]:.2f} times")


def _against_keys(sweeps) -> tuple[float, float]:  # type: ignore[no-untyped-def]  # a module, once it can be imported
    ids = sweeps.find(NOW)
    rounds = [
        (_timed(lambda: sweeps.find(NOW)), _timed(lambda: sweeps.read_by_key(ids))) for _ in range(ROUNDS)
    ]
    return min(ours for ours, _ in rounds), min(floor for _, floor in rounds)


def _timed(action) -> float:  # type: ignore[no-untyped-def]  # a benchmark's own callable
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
