"""What each kind of naskah says, one or a few kinds to a file."""

from loket.application.naskah.contents import (
    closings,
    disposisi,
    handover,
    invitation,
    meeting,
    memo,
    mentoring,
    priority,
    receipt,
    review,
    team,
    testing,
)

__all__ = [
    "closings",
    "disposisi",
    "handover",
    "invitation",
    "meeting",
    "memo",
    "mentoring",
    "priority",
    "receipt",
    "review",
    "team",
    "testing",
]
