"""Rows as the answers show them."""

from typing import Any

from loket.core.sop import Standard
from loket.models.opd import Opd
from loket.models.permintaan import Permintaan


def opd_row(opd: Opd) -> dict[str, Any]:
    return {"id": opd.pk, "kode": opd.kode, "nama": opd.nama, "singkatan": opd.singkatan}


def permintaan_row(permintaan: Permintaan) -> dict[str, Any]:
    return {
        "nomor": permintaan.nomor,
        "nama_aplikasi": permintaan.nama_aplikasi,
        "opd": opd_row(permintaan.opd),
        "status": permintaan.status,
        "langkah": permintaan.at_step,
        "bagian": permintaan.at_bagian,
        "prioritas": permintaan.priority,
        "revision": permintaan.revision,
        "created_at": permintaan.created_at,
        "due_at": permintaan.due_at,
    }


def standard_row(standard: Standard) -> dict[str, Any]:
    return {"nilai": standard.value, "satuan": standard.unit, "teks": standard.text}
