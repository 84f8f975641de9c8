"""Working hours as an office enters them: the windows of each weekday during a period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from loket.application.data import Problems
from loket.core.calendar_plan import WEEKDAYS
from loket.models.kantor import JadwalKerja, Kantor

Window = tuple[time | None, time | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleData:
    """`windows` by weekday, 0 is Senin; a weekday without any is closed. Without `valid_until`: ordinary hours."""

    label: str
    valid_from: date | None
    valid_until: date | None
    windows: Mapping[int, tuple[Window, ...]]

    def check(self, today: date) -> Problems:
        problems = Problems()
        problems.text("label", self.label, "nama jadwal", limit=100)
        self._check_period(problems, today)
        for weekday in self.windows:
            self._check_day(problems, weekday)
        problems.unless(
            any(self.windows.values()), "windows", "Isi jam kerja paling sedikit untuk satu hari."
        )
        if not problems and self.valid_until:
            other = self._overlapped()
            problems.unless(
                other is None,
                "valid_from",
                f"Masa ini bertumpukan dengan jadwal “{other}”. Akhiri dahulu jadwal itu.",
            )
        return problems

    def _check_period(self, problems: Problems, today: date) -> None:
        problems.unless(self.valid_from, "valid_from", "Isi tanggal mulai berlaku.")
        if self.valid_from:
            sentence = "Jadwal berlaku paling awal besok; jam yang sudah lewat tidak diubah."
            until = Kantor.objects.get().calendar_until
            problems.unless(self.valid_from > min(today, until), "valid_from", sentence)
        if self.valid_from and self.valid_until:
            sentence = "Tanggal akhir harus sama dengan atau setelah tanggal mulai."
            problems.unless(self.valid_until >= self.valid_from, "valid_until", sentence)

    def _check_day(self, problems: Problems, weekday: int) -> None:
        name, field = WEEKDAYS[weekday], f"hari_{weekday}"
        windows = self.windows[weekday]
        if any(opens is None or closes is None for opens, closes in windows):
            problems.add(field, f"Isi jam buka dan jam tutup hari {name}, atau kosongkan keduanya.")
            return
        spans = sorted((opens, closes) for opens, closes in windows if opens and closes)
        if any(closes <= opens for opens, closes in spans):
            problems.add(field, f"Jam tutup hari {name} harus setelah jam buka.")
        elif any(following[0] < span[1] for span, following in pairwise(spans)):
            problems.add(field, f"Jam kerja hari {name} saling bertumpukan.")

    def _overlapped(self) -> JadwalKerja | None:
        """Another schedule for a while, such as Ramadan, in the same weeks; nobody would see whose hours hold."""
        meanwhile = JadwalKerja.objects.filter(
            valid_until__gte=self.valid_from, valid_from__lte=self.valid_until
        )
        return meanwhile.first()

    def stored(self) -> dict[str, list[list[str]]]:
        """The windows as their column holds them."""
        return {
            str(weekday): sorted(
                [opens.isoformat("minutes"), closes.isoformat("minutes")]
                for opens, closes in windows
                if opens and closes
            )
            for weekday, windows in self.windows.items()
            if windows
        }
