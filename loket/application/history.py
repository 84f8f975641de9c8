"""What the record says of a permintaan."""

from collections.abc import Collection

from django.db.models import Q

from loket.core.moving import AMENDED, MOVING, moves
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.sop_revision import rules_of


def last_change(permintaan: Permintaan) -> Entry:
    """The entry after which a page that was read before is no longer true; notes and discussions leave it so."""
    return _last(permintaan, MOVING)


def last_move(permintaan: Permintaan) -> Entry:
    """The entry that brought the permintaan where it stands."""
    return _last(permintaan, MOVING - AMENDED)


def _last(permintaan: Permintaan, kinds: Collection[str]) -> Entry:
    rules = rules_of(permintaan.sop_revision_id)
    entries = Entry.objects.filter(~Q(outcome="") | Q(kind__in=kinds), permintaan=permintaan)
    latest_first = entries.select_related("actor__opd").order_by("-seq")
    return next(entry for entry in latest_first if moves(entry.line(), rules))
