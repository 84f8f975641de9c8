"""A permintaan at a moment, as the person whose turn it is sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from loket.application.data import local_date
from loket.core.calendar import Calendar
from loket.core.zone import ZONE
from loket.models.permintaan import Permintaan
from loket.models.user import User

Keep = Callable[[str], int]
"""Makes and uploads a file of a kind ("surat", "spesifikasi", "desain", "bukti_uji", "laporan"); gives its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is particular about one permintaan of the demo; what is left out is made up.

    Days are working days: from the meeting to the agreed end of work, from the preparation of the BAST to
    the launch and to the end of the mentoring. `hour` is that of the meeting; None takes the next free slot.
    """

    team: tuple[str, ...] = ()
    scores: tuple[int, ...] = ()
    hour: int | None = None
    build_days: int = 70
    launch_days: int = 1
    mentor_days: int = 21
    kekurangan: str = "Surat belum ditandatangani. Mohon kirim surat yang sah."
    scenarios: tuple[str, ...] = ("Petugas mencatat satu pelayanan dari awal sampai selesai",)
    progress: tuple[str, ...] = ("Basis data dan modul masuk selesai.",)
    activities: tuple[str, ...] = ("Mendampingi petugas memakai aplikasi pada jam pelayanan.",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A permintaan at a moment, the people by username, and the outcome wanted ("" for the usual one)."""

    permintaan: Permintaan
    now: datetime
    calendar: Calendar
    people: Mapping[str, User]
    keep: Keep
    outcome: str = ""
    wishes: Wishes = Wishes()

    def id(self, username: str) -> int:
        return self.people[username].pk

    def after(self, days: int) -> date:
        """The date some working days from now."""
        return local_date(self.calendar.add_days(self.now, days))

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
