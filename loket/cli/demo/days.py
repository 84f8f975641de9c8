"""Working days counted back from the last complete one, and times of day inside them."""

from datetime import date, datetime, timedelta

from loket.core.calendar import Calendar, CalendarNotFilled

SETTLED = 40
"""Working minutes after which an office that has opened counts as open for what "has just" happened."""


class Days:
    """Day 0 is the last working day that has ended; earlier ones are negative, later ones positive."""

    def __init__(self, calendar: Calendar, now: datetime) -> None:
        """Raises CalendarNotFilled where `now` lies outside the calendar."""
        self.calendar, self.now = calendar, calendar.next_open(now) and now.astimezone(calendar.zone)
        length = (calendar.last - calendar.first).days + 1
        dates = (calendar.first + timedelta(days=number) for number in range(length))
        self._dates = [day for day in dates if calendar.is_working_day(day)]
        ended = [day for day in self._dates if self._closing(day) <= self.now]
        if not ended:
            raise CalendarNotFilled(calendar.first.year - 1)
        self._zero = len(ended) - 1

    def day(self, number: int) -> date:
        at = self._zero + number
        if at < 0:
            raise CalendarNotFilled(self.calendar.first.year - 1)
        if at >= len(self._dates):
            raise CalendarNotFilled(self.calendar.last.year + 1)
        return self._dates[at]

    def number(self, moment: datetime) -> int:
        """Count the day of a moment."""
        day = moment.astimezone(self.calendar.zone).date()
        return self._dates.index(day) - self._zero

    def moment(self, number: int, minutes: int) -> datetime:
        """Some working minutes after the opening of a day."""
        return self.calendar.add_minutes(self._opening(self.day(number)), minutes)

    def just_now(self, minutes: int) -> datetime:
        """Some working minutes ago, if the office is open and has been for a while; else before the last closing."""
        today = self.now.date()
        if self.calendar.is_open(self.now):
            opening = self._opening(today)
            worked = self.calendar.minutes_between(opening, self.now)
            if worked >= SETTLED:
                return self.calendar.add_minutes(opening, worked - minutes)
        day = self.day(0)
        opening, closing = self._opening(day), self._closing(day)
        return self.calendar.add_minutes(opening, self.calendar.minutes_between(opening, closing) - minutes)

    def _opening(self, day: date) -> datetime:
        opening = self.calendar.opening(day)
        if opening is None:
            raise ValueError(f"{day} is no working day")
        return opening

    def _closing(self, day: date) -> datetime:
        closing = self.calendar.closing(day)
        if closing is None:
            raise ValueError(f"{day} is no working day")
        return closing
