"""Requests that may be the same as one that is being written."""

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity

from loket.core.actor import Actor
from loket.models.permintaan import Permintaan

MOST = 3


@dataclass(frozen=True, slots=True)
class Similar:
    nomor: str
    nama_aplikasi: str


def similar_to(nama_aplikasi: str, actor: Actor) -> list[Similar]:
    """The most similar names among what this person may see (one query).

    An agency is shown its own requests only: that another one asks for something is content as well, and the
    office compares all of them when it sets the priority.
    """
    seen = Permintaan.objects.listed_for(actor).filter(nama_aplikasi__trigram_similar=nama_aplikasi)
    ranked = seen.annotate(similarity=TrigramSimilarity("nama_aplikasi", nama_aplikasi))
    rows = ranked.order_by("-similarity", "-pk").values_list("nomor", "nama_aplikasi")[:MOST]
    return [Similar(*row) for row in rows]
