"""The addresses that a step page points to."""

from django.urls import reverse


def permintaan_url(nomor: str) -> str:
    return reverse("satu_permintaan", args=(nomor,))


def step_url(nomor: str, step: str) -> str:
    return reverse("langkah", args=(nomor, step))


def start_url(nomor: str, step: str) -> str:
    return reverse("langkah_mulai", args=(nomor, step))


def draft_url(nomor: str, step: str) -> str:
    return reverse("langkah_draf", args=(nomor, step))


def act_url(nomor: str, key: str) -> str:
    return reverse("tindakan", args=(nomor, key))


def document_url(version_id: int) -> str:
    """The file itself, as it was sent in."""
    return reverse("dokumen", args=(version_id,))


def page_url(version_id: int, page: int) -> str:
    return reverse("dokumen_halaman", args=(version_id, page))


def reading_url(nomor: str, version_id: int) -> str:
    """The page on which a document is read in the browser."""
    return reverse("baca_dokumen", args=(nomor, version_id))
