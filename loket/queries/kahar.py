"""Keadaan kahar, the one that holds first (one query)."""

from loket.models.kahar import Kahar

MOST = 100


def declared() -> list[Kahar]:
    return list(Kahar.objects.select_related("declared_by", "ended_by")[:MOST])
