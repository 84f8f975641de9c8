"""Which stored file a person may read."""

from loket.core.actor import Actor
from loket.models.dokumen import DokumenVersi, Upload


def readable_version(pk: int, actor: Actor) -> DokumenVersi | None:
    """A version of a document of a permintaan that this person sees, with its file (one query)."""
    return DokumenVersi.objects.visible_to(actor).select_related("upload").filter(pk=pk).first()


def own_upload(pk: int, actor: Actor) -> Upload | None:
    """A file that this person sent in and that has not become part of a document yet (one query).

    Once it has, the document decides who reads it.
    """
    return Upload.objects.filter(pk=pk, uploaded_by_id=actor.id, dokumenversi=None).first()
