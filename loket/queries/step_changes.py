"""What was changed of a permintaan beside its road, newest first (one query each)."""

from django.db.models import QuerySet

from loket.models.permintaan import Permintaan
from loket.models.perubahan import PerubahanData, PerubahanLingkup, SerahTerimaTugas


def handovers(permintaan: Permintaan) -> "QuerySet[SerahTerimaTugas]":
    rows = SerahTerimaTugas.objects.filter(permintaan=permintaan).order_by("-at", "-pk")
    return rows.select_related("dari", "kepada", "by")


def corrections(permintaan: Permintaan) -> "QuerySet[PerubahanData]":
    rows = PerubahanData.objects.filter(permintaan=permintaan).order_by("-at", "-pk")
    return rows.select_related("by")


def scopes(permintaan: Permintaan) -> "QuerySet[PerubahanLingkup]":
    rows = PerubahanLingkup.objects.filter(permintaan=permintaan).order_by("-at", "-pk")
    return rows.select_related("by", "decided_by", "version__upload", "version__dokumen")
