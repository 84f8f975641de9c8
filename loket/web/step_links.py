"""The addresses that a step page points to."""

from django.urls import reverse

UPLOAD = "/unggah"


def permintaan_url(nomor: str) -> str:
    return f"/permintaan/{nomor}"


def step_url(nomor: str, step: str) -> str:
    return reverse("langkah", args=(nomor, step))


def start_url(nomor: str, step: str) -> str:
    return reverse("langkah_mulai", args=(nomor, step))


def draft_url(nomor: str, step: str) -> str:
    return reverse("langkah_draf", args=(nomor, step))


def act_url(nomor: str, key: str) -> str:
    return reverse("tindakan", args=(nomor, key))


def document_url(version_id: int) -> str:
    return f"/dokumen/{version_id}"


def page_url(version_id: int, page: int) -> str:
    return f"/dokumen/{version_id}/halaman/{page}"
