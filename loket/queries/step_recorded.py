"""The rows that each step left behind, newest first; a fixed number of queries each."""

from django.db.models import Prefetch, QuerySet

from loket.models.bast import Bast
from loket.models.dokumen import DokumenVersi, Review
from loket.models.implementasi import ProgressNote, Uat
from loket.models.pendampingan import LaporanPendampingan, PendampinganNote
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.rapat import Kesepakatan, Rapat
from loket.models.surat import Disposisi, Surat
from loket.models.tiket import Prioritas, Tiket
from loket.queries.capacities import capacity_at


def letters(permintaan: Permintaan) -> "QuerySet[Surat]":
    rows = Surat.objects.filter(permintaan=permintaan)
    return rows.select_related("version__upload", "version__dokumen", "asli_received_by").order_by("-pk")


def disposisi(permintaan: Permintaan) -> "QuerySet[Disposisi]":
    """Oldest first, as a sheet is filled from the top."""
    return (
        Disposisi.objects.filter(permintaan=permintaan).select_related("dari", "kepada").order_by("at", "pk")
    )


def team(permintaan: Permintaan) -> "QuerySet[Penugasan]":
    rows = Penugasan.objects.filter(permintaan=permintaan).select_related("user")
    return rows.order_by("-is_lead", "-role", "user__nama")


def priorities(permintaan: Permintaan) -> "QuerySet[Prioritas]":
    rows = Prioritas.objects.filter(permintaan=permintaan).annotate(capacity=capacity_at("by", "at"))
    return rows.select_related("by").order_by("-at", "-pk")


def ticket(permintaan: Permintaan) -> Tiket | None:
    return Tiket.objects.filter(permintaan=permintaan).first()


def meetings(permintaan: Permintaan) -> "QuerySet[Rapat]":
    rows = Rapat.objects.filter(permintaan=permintaan).select_related("invited_by")
    return rows.prefetch_related("peserta", "kehadiran_set").order_by("-sesi")


def agreements(permintaan: Permintaan) -> "QuerySet[Kesepakatan]":
    """The one that holds first."""
    return Kesepakatan.objects.filter(permintaan=permintaan).select_related("rapat").order_by("-rapat__sesi")


def versions(permintaan: Permintaan, jenis: str) -> "QuerySet[DokumenVersi]":
    rows = DokumenVersi.objects.filter(dokumen__permintaan=permintaan, dokumen__jenis=jenis)
    return rows.select_related("dokumen", "upload", "submitted_by").prefetch_related(
        Prefetch("review_set", queryset=reviews())
    )


def reviews() -> "QuerySet[Review]":
    rows = Review.objects.annotate(capacity=capacity_at("by", "at", "version__dokumen__permintaan"))
    return rows.select_related("by")


def progress(permintaan: Permintaan) -> "QuerySet[ProgressNote]":
    return ProgressNote.objects.filter(permintaan=permintaan).select_related("by").order_by("-at", "-pk")


def tests(permintaan: Permintaan) -> "QuerySet[Uat]":
    rows = Uat.objects.filter(permintaan=permintaan).order_by("-round")
    return rows.select_related("evidence__upload", "evidence__dokumen", "ready_by", "decided_by")


def handovers(permintaan: Permintaan) -> "QuerySet[Bast]":
    """Each with the capacity of whoever prepared it; those who signed have theirs on the row."""
    rows = Bast.objects.filter(permintaan=permintaan).order_by("-pk")
    prepared = rows.annotate(capacity=capacity_at("prepared_by", "prepared_at"))
    return prepared.select_related("prepared_by", "dinas_by", "opd_by")


def activities(permintaan: Permintaan) -> "QuerySet[PendampinganNote]":
    rows = PendampinganNote.objects.filter(permintaan=permintaan)
    return rows.select_related("by").order_by("-held_on", "-pk")


def reports(permintaan: Permintaan) -> "QuerySet[LaporanPendampingan]":
    rows = LaporanPendampingan.objects.filter(permintaan=permintaan).order_by("-pk")
    approved = rows.annotate(capacity=capacity_at("approved_by", "approved_at"))
    return approved.select_related("version__upload", "version__dokumen", "by", "approved_by", "confirmed_by")
