"""Do the rows of a permintaan say what its record says? Names every figure that differs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from loket.core.clock import Run
from loket.core.record import plain
from loket.core.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Where a permintaan stands, with its runs in order, as one of the two sides tells it."""

    state: State
    closed: Sequence[Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What is reckoned from a state by the calendar of now."""

    due_at: datetime | None
    alarm_at: datetime | None


_TIMES = {"due_at": "batas", "alarm_at": "pengingat berikutnya"}
_STATE = {
    "status": "status",
    "step": "langkah",
    "bagian": "bagian",
    "revision": "revisi",
    "sesi": "sesi rapat",
    "reached": "syarat yang terpenuhi",
    "attempts": "jumlah pengerjaan",
    "waiting_on": "pihak yang ditunggu",
    "waiting_reason": "alasan menunggu",
    "implementasi_until": "batas pengerjaan yang disepakati",
    "pendampingan_until": "batas pendampingan yang disepakati",
    "ended_at": "waktu berakhir",
    "missed": "ketidakhadiran OPD",
    "scope": "perubahan ruang lingkup",
    "scenarios": "jumlah skenario uji",
    "told": "pengingat yang disampaikan",
    "letter_since": "awal menunggu surat asli",
    "paused_until": "perkiraan akhir jeda",
    "proposed": "usulan Loket",
    "declined_at": "waktu usulan ditolak",
}
_RUN = {
    "available_at": "tersedia",
    "since": "bagian tersedia",
    "started_at": "mulai",
    "begun": "bagian mulai",
    "done_at": "selesai",
    "waited": "detik menunggu",
    "worked": "detik pengerjaan",
    "with_opd": "detik di OPD",
    "agreed": "tanggal yang disepakati",
    "event_start": "acara mulai",
    "event_end": "acara selesai",
    "pauses": "jeda",
}


def differences(stored: Told, told: Told) -> Iterator[str]:
    """What is stored and what the record tells, figure by figure."""
    yield from _unequal("", _STATE, stored.state, told.state)
    rows, runs = _by_attempt(stored), _by_attempt(told)
    for key in dict.fromkeys((*runs, *rows)):
        name = f"pengerjaan {key[0]} ke-{key[1]}"
        if key not in rows:
            yield f"{name} hilang"
        elif key not in runs:
            yield f"{name} tidak ada dalam catatan"
        else:
            yield from _unequal(f"{name}, ", _RUN, rows[key], runs[key])


def differences_of_times(stored: Times, told: Times) -> Iterator[str]:
    """When the step in hand is due, and when the clock says something next."""
    yield from _unequal("", _TIMES, stored, told)


def _by_attempt(side: Told) -> dict[tuple[str, int], Run]:
    in_hand = [side.state.run] if side.state.run else []
    return {(run.step, run.attempt): run for run in (*side.closed, *in_hand)}


def _unequal(place: str, names: dict[str, str], stored: Any, told: Any) -> Iterator[str]:
    for name, words in names.items():
        one, other = getattr(stored, name), getattr(told, name)
        if one != other:
            yield _said(f"{place}{words}", one, other)


def _said(what: str, stored: Any, told: Any) -> str:
    return f"{what} {_text(stored)}, menurut catatan {_text(told)}"


def _text(value: Any) -> str:
    if isinstance(value, tuple | Mapping):  # of pauses; of what was told or attempted
        return f"{len(value)} kali"
    return "kosong" if value is None or value == "" else str(plain(value))
