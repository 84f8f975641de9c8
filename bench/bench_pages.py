"""Tugas Saya and the list with 1,000 and with 100,000 permintaan: time, statements, and how they grow.

    python -m bench.bench_pages

Goal: at most 1.3 times, the same number of statements, at most 12.
"""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # also runs as a file, from anywhere

from bench.office import NOW, office

ROUNDS = 60
WARM_UP = 5
OPEN = 300
SIZES = (1_000, 100_000)
PAGES = ("/tugas", "/permintaan", "/permintaan?q=antrean", "/permintaan?status=selesai")
PEOPLE = ("kasi", "analis", "opd")


def main() -> None:
    found: dict[tuple[str, str], list[tuple[float, int]]] = {}
    with office():
        from bench import pages  # noqa: PLC0415 - models can be imported only in an office

        filled = 0
        for size in SIZES:
            pages.fill(
                closed=size - filled - (0 if filled else OPEN), open_ones=0 if filled else OPEN, now=NOW
            )
            filled = size
            for person in PEOPLE:
                client = pages.signed_in(person)
                for page in PAGES:
                    found.setdefault((person, page), []).append(
                        (_time(client, page), pages.statements(client, page))
                    )
    for (person, page), ((small, few), (large, many)) in found.items():
        growth = f"{small:6.1f} ms to {large:6.1f} ms, {large / small:.2f} times"
        print(f"{person:8} {page:28} {growth}; statements {few} and {many}")


def _time(client, page: str) -> float:  # type: ignore[no-untyped-def]  # Django's client, once it can be imported
    times = []
    for turn in range(ROUNDS + WARM_UP):
        start = perf_counter()
        response = client.get(page)
        if response.status_code != 200:  # noqa: PLR2004 - anything else is no measurement
            raise RuntimeError(f"{page}: {response.status_code}")
        if turn >= WARM_UP:
            times.append((perf_counter() - start) * 1000)
    return median(times)


if __name__ == "__main__":
    main()
