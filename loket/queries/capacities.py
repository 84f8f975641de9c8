"""As whom somebody did what a row says, where it was in a position of somebody else."""

from django.db.models import OuterRef, Subquery

from loket.models.entry import FOR_OTHERS, Entry


def capacity_at(by: str, at: str, permintaan: str = "permintaan") -> Subquery:
    """What the record says of that moment, else nothing; `by`, `at` and `permintaan` name columns of the row."""
    deeds = Entry.objects.filter(
        FOR_OTHERS, permintaan=OuterRef(permintaan), actor=OuterRef(by), happened_at=OuterRef(at)
    )
    return Subquery(deeds.values("capacity")[:1])
