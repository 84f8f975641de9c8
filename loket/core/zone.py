"""The office's own time zone."""

from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Jakarta")
