"""The office's own time zone."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Jakarta")


def midnight(day: date) -> datetime:
    """When a day of the office begins."""
    return datetime.combine(day, time(), ZONE)
