"""The five urgencies. Each has one colour and one icon, and always comes with words."""

from typing import Literal

Kind = Literal["gawat", "segera", "aman", "tunggu", "beres"]
MaybeKind = Literal["", "gawat", "segera", "aman", "tunggu", "beres"]

ICONS = {
    "gawat": "octagon-alert",
    "segera": "clock-alert",
    "aman": "clock",
    "tunggu": "hourglass",
    "beres": "check",
}
