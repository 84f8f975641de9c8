"""What was typed about the calendar, to read once more before it holds."""

from loket.application.data import present
from loket.application.office.calendar import HolidayData
from loket.application.office.schedule import ScheduleData
from loket.models.kantor import HariLibur
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.office.calendar_year import week_of


def holiday_facts(data: HolidayData) -> tuple[Fact, ...]:
    day = formats.full_date(present(data.day))
    return (
        Fact("Tanggal", day if data.is_certain else f"{day} (perkiraan)"),
        Fact("Hari libur", data.nama),
        Fact("Jenis", HariLibur.Kind(data.kind).label),
        Fact("Nomor keputusan", data.decree or "Tidak disebutkan"),
    )


def schedule_facts(data: ScheduleData) -> tuple[Fact, ...]:
    until = f"sampai {formats.full_date(data.valid_until)}" if data.valid_until else "dan seterusnya"
    return (
        Fact("Jadwal", data.label),
        Fact("Berlaku", f"{formats.full_date(present(data.valid_from))} {until}"),
        Fact("Jam kerja", "\n".join(week_of(data.stored()))),
    )
