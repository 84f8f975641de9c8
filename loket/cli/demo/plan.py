"""When everything in the demo happened: counted back from today, in office hours, nothing in the future."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import accumulate

from loket.cli.demo.days import Days
from loket.cli.demo.pace import between, minutes_of_work
from loket.cli.demo.scene import Wishes
from loket.cli.demo.stops import MENTORING, Stop, What, stops_of
from loket.cli.demo.stories import Place, Remark, Story
from loket.core.sop import Sop

MEETING: Place = ("rapat_teknis", "rapat_teknis")
LAUNCH: Place = ("serah_terima", "ttd_opd")
PREPARATION: Place = ("serah_terima", "siapkan")
WRITTEN_UP = timedelta(minutes=115)
"""From the beginning of a meeting until its minutes are entered."""
LAUNCHED = time(11, 35)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act of the demo."""

    at: datetime
    story: Story
    what: What
    place: Place
    outcome: str = ""
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """`deeds` in the order of time; `wishes` for the data of each story."""

    deeds: Sequence[Deed]
    wishes: Mapping[Story, Wishes]


def plan(stories: Sequence[Story], sop: Sop, days: Days) -> Plan:
    """Raises CalendarNotFilled where the demo's months lie outside the calendar."""
    deeds: list[Deed] = []
    wishes = {}
    for story in stories:
        stops = stops_of(story, sop)
        numbers = _numbers(story, stops)
        moments = _moments(story, stops, numbers, days)
        deeds += (
            Deed(at=at, story=story, what=stop.what, place=stop.place, outcome=stop.outcome)
            for stop, at in zip(stops, moments, strict=True)
        )
        deeds += _arrival(story, numbers[0], moments[0], days)
        deeds += _remarks(story, stops, moments, days)
        wishes[story] = _wishes(story, stops, numbers)
    return Plan(sorted(deeds, key=lambda deed: deed.at), wishes)


def _numbers(story: Story, stops: Sequence[Stop]) -> list[int]:
    """The day of each stop; one of them is known, the others are counted from it."""
    passed = list(accumulate(stop.after for stop in stops))
    if story.berjalan is not None:
        known = max(place for place, stop in enumerate(stops) if stop.what is What.BEGIN)
        day = -story.berjalan
    else:
        last_visit = stops[-1].visit if story.baru is not None else stops[-1].visit + 1
        known = max((place for place, stop in enumerate(stops) if stop.visit < last_visit), default=0)
        day = -story.lalu
    return [number - passed[known] + day for number in passed]


def _moments(story: Story, stops: Sequence[Stop], numbers: Sequence[int], days: Days) -> list[datetime]:
    found: list[datetime] = []
    for stop, number in zip(stops, numbers, strict=True):
        seed = f"{story.nama} {len(found)}"
        if story.baru is not None and stop.visit == stops[-1].visit:
            at = _just_now(story, stop, days)
        elif stop.place == MEETING and stop.what is What.BEGIN:
            at = datetime.combine(days.day(number), time(story.jam), days.calendar.zone)
        elif stop.place == MEETING:
            at = found[-1] + WRITTEN_UP
        elif stop.place == LAUNCH and stop.what is What.BEGIN:
            at = days.calendar.next_open(datetime.combine(days.day(number), LAUNCHED, days.calendar.zone))
        elif stop.what is What.PERFORM and stop.after == 0:
            at = days.calendar.add_minutes(found[-1], minutes_of_work(stop.place, seed))
        elif found and stop.after == 0:
            at = days.calendar.add_minutes(found[-1], between(5, 20, seed))
        else:
            at = days.moment(number, between(15, 250, seed))
        found.append(at)
    return found


def _just_now(story: Story, stop: Stop, days: Days) -> datetime:
    took = minutes_of_work(stop.place, story.nama) if stop.what is What.BEGIN else 0
    return days.just_now((story.baru or 0) + took)


def _arrival(story: Story, number: int, sent: datetime, days: Days) -> Iterator[Deed]:
    if story.asli is not None:
        seed = f"{story.nama} asli"
        later = days.calendar.add_minutes(sent, between(20, 60, seed))
        at = days.moment(number + story.asli, between(30, 200, seed)) if story.asli else later
        yield Deed(at=at, story=story, what=What.RECEIVE, place=("", ""))


def _remarks(story: Story, stops: Sequence[Stop], moments: Sequence[datetime], days: Days) -> Iterator[Deed]:
    said = None
    for remark in story.diskusi:
        what = What.PERFORM if remark.hari is None else What.BEGIN
        after = next(
            at
            for stop, at in zip(stops, moments, strict=True)
            if stop.what is what and ".".join(stop.place) == remark.sesudah
        )
        seed = remark.isi
        if remark.hari is None:
            at = days.calendar.add_minutes(max(after, said or after), between(15, 50, seed))
        else:
            at = days.moment(days.number(after) + remark.hari, between(60, 300, seed))
        said = at
        yield Deed(at=at, story=story, what=What.SAY, place=("", ""), remark=remark)


def _wishes(story: Story, stops: Sequence[Stop], numbers: Sequence[int]) -> Wishes:
    usual = Wishes()
    last = {stop.place: number for stop, number in zip(stops, numbers, strict=True)}
    build = mentor = None
    if story.tenggat is not None and ".".join(MENTORING) == story.sampai:
        mentor = story.tenggat - last[PREPARATION]
    elif story.tenggat is not None:
        build = story.tenggat - last[MEETING]
    return Wishes(
        team=story.tim,
        scores=story.skor,
        hour=story.jam,
        build_days=build or usual.build_days,
        launch_days=story.luncur,
        mentor_days=mentor or usual.mentor_days,
        kekurangan=story.kekurangan or usual.kekurangan,
        scenarios=story.fitur,
        progress=story.kemajuan or usual.progress,
        activities=story.kegiatan or usual.activities,
    )
