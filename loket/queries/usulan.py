"""What the clock proposes about a permintaan."""

from loket.models.permintaan import Permintaan
from loket.models.usulan import Usulan


def why_proposed(permintaan: Permintaan) -> str:
    """The reason of the open proposal, empty where there is none (one query)."""
    open_one = Usulan.objects.filter(permintaan=permintaan, keputusan="")
    return open_one.values_list("alasan", flat=True).first() or ""
