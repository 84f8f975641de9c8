"""The revisions of the SOP as those who revise it read them: who released each, how many run on it, the draft."""

from collections.abc import Mapping

from django.db.models import Count

from loket.models.permintaan import Permintaan
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.sop.definition import MAIN


def released_rows() -> dict[int, SopRevision]:
    """By id, without their texts (one query)."""
    rows = SopRevision.objects.released().select_related("released_by").defer("content")
    return {row.pk: row for row in rows}


def running_by_revision() -> Mapping[int, int]:
    """How many open permintaan run under each (one query over the open ones)."""
    counted = Permintaan.objects.open().order_by().values_list("sop_revision_id").annotate(Count("pk"))
    return dict(counted)


def current_draft() -> SopDraft | None:
    """The draft in the making, with all that it is made from (one query)."""
    related = ("based_on", "begun_by", "saved_by")
    return SopDraft.objects.select_related(*related).filter(nomor=MAIN).first()
