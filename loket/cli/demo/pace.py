"""How fast the demo's office works: working days and minutes, plausible and always the same."""

from zlib import crc32

from loket.cli.demo.stories import Place

WAIT = 1
"""Working days until somebody takes up a bagian, where nothing else is said."""
WAITS: dict[Place, int] = {
    ("disposisi", "kepala_dinas"): 0,
    ("disposisi", "kepala_bidang"): 0,
    ("prioritas", "prioritas"): 0,
    ("rapat_teknis", "rapat_teknis"): 2,  # the day for which plausible data plans the meeting
    ("implementasi", "uat"): 2,
    ("serah_terima", "ttd_dinas"): 0,
    ("status_gitlab", "ubah"): 0,
}
WORKS: dict[Place, int] = {
    ("analisis", "susun"): 9,
    ("desain", "susun"): 6,
    ("implementasi", "bangun"): 24,
    ("pendampingan", "laporan"): 12,
}
"""Working days of work; everything else is done within the day."""
MINUTES: dict[Place, tuple[int, int]] = {
    ("disposisi", "kepala_dinas"): (2, 6),
    ("disposisi", "kepala_bidang"): (2, 6),
    ("penunjukan", "penunjukan"): (12, 34),
    ("prioritas", "prioritas"): (8, 15),
    ("undangan", "undangan"): (6, 17),
    ("implementasi", "uat"): (60, 110),
    ("serah_terima", "siapkan"): (25, 45),
    ("serah_terima", "ttd_dinas"): (3, 8),
    ("serah_terima", "ttd_opd"): (3, 8),
    ("status_gitlab", "ubah"): (2, 5),
}
USUAL_MINUTES = (10, 30)


def days_of_work(place: Place, usual: int | None, *, again: bool) -> int:
    """Rework takes a third of the first time."""
    days = WORKS.get(place, 0) if usual is None else usual
    return max(1, days // 3) if again and days else days


def minutes_of_work(place: Place, seed: str) -> int:
    return between(*MINUTES.get(place, USUAL_MINUTES), seed)


def between(least: int, most: int, seed: str) -> int:
    """A number that looks accidental and is the same at every load."""
    return least + crc32(seed.encode()) % (most - least + 1)
