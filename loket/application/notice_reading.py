"""A person has read what Loket told them."""

from datetime import datetime

from loket.models.diskusi import Pesan


def mark_read(user_id: int, now: datetime, *, pk: int | None = None) -> int:
    """Mark one notice of this person, or all of them; returns how many were unread. No act of the procedure."""
    unread = Pesan.objects.filter(user=user_id, read_at=None)
    return (unread if pk is None else unread.filter(pk=pk)).update(read_at=now)
