"""One step over HTTP against a minimal view that does the same writes under the same server, and the memory of Loket.

    python -m bench.bench_http

Goals: at most 1.5 times; one web process at most 150 MB. Both servers are asked in turn.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from bench.office import NOW, office
from bench.servers import Client, memory_of_worker, served

ROUNDS = 300
WARM_UP = 30
LOKET, FLOOR = 8571, 8572
BACKENDS = {
    LOKET: "loket.web.sign_in.Backend",
    FLOOR: "django.contrib.auth.backends.ModelBackend",
}


def main() -> None:
    with office():
        from bench import steps  # noqa: PLC0415 - models can be imported only in an office

        bench = steps.Bench(NOW)
        bench.prepare(2 * (ROUNDS + WARM_UP))
        signed_in = (Client(port, steps.session_of("kadis", backend)) for port, backend in BACKENDS.items())
        with served("loket.settings", LOKET) as loket, served("bench.minimal_settings", FLOOR):
            times = _measure(bench.waiting, bench.fields(), *signed_in)
            used = memory_of_worker(loket)
    road, floor = (median(column) for column in zip(*times, strict=True))
    print(f"one step over HTTP: median {road:.2f} ms; the minimal view: {floor:.2f} ms")
    print(f"ratio of medians: {road / floor:.2f} (goal 1.5)")
    print(f"memory of one web process after {len(times)} steps: {used:.0f} MB (goal 150)")


def _measure(
    waiting: list[str], fields: dict[str, str], loket: Client, floor: Client
) -> list[tuple[float, float]]:
    times = []
    for turn in range(ROUNDS + WARM_UP):
        both = (
            _post(loket, waiting.pop(), fields),
            _post(floor, waiting.pop(), {"at": datetime.now(UTC).isoformat()}),
        )
        if turn >= WARM_UP:
            times.append(both)
    return times


def _post(client: Client, nomor: str, fields: dict[str, str]) -> float:
    start = perf_counter()
    client.post(f"/permintaan/{nomor}/disposisi", fields)
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
