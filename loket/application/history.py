"""What the record says of a permintaan."""

from django.db.models import Q

from loket.core.advance import MOVING, moves
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of


def last_move(permintaan: Permintaan) -> Entry:
    """The entry that brought the permintaan where it stands; notes and discussions leave it there."""
    rules = rules_of(permintaan.sop_revision_id)
    entries = Entry.objects.filter(~Q(outcome="") | Q(kind__in=MOVING), permintaan=permintaan)
    latest_first = entries.select_related("actor__opd").order_by("-seq")
    return next(entry for entry in latest_first if moves(entry.line(), rules))
