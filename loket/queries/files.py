"""Which stored file a person may read."""

from django.db.models import Exists, OuterRef, Q

from loket.core.actor import Actor
from loket.models.dokumen import DokumenVersi, Upload


def readable_version(pk: int, actor: Actor) -> DokumenVersi | None:
    """A version of a document of a permintaan that this person sees, with its file (one query)."""
    return DokumenVersi.objects.visible_to(actor).select_related("upload").filter(pk=pk).first()


def readable_file(pk: int, actor: Actor) -> Upload | None:
    """A file by the id that its upload got: one's own until it becomes part of a document, then by the document."""
    inside = DokumenVersi.objects.filter(upload=OuterRef("pk"))
    own = ~Exists(inside) & Q(uploaded_by_id=actor.id)
    return Upload.objects.filter(Exists(inside.visible_to(actor)) | own, pk=pk).first()


def own_upload(pk: int, actor: Actor) -> Upload | None:
    """A file that this person sent in and that has not become part of a document yet (one query).

    Once it has, the document decides who reads it.
    """
    return Upload.objects.filter(pk=pk, uploaded_by_id=actor.id, dokumenversi=None).first()
