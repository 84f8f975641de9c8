"""Rows as the answers show them."""

from typing import Any

from loket.core.sop import Standard
from loket.models.dokumen import DokumenVersi
from loket.models.naskah import Naskah
from loket.models.opd import Opd
from loket.models.permintaan import Penugasan, Permintaan


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


def member_row(place: Penugasan) -> dict[str, Any]:
    return {"id": place.user_id, "nama": place.user.nama, "peran": place.role, "ketua": place.is_lead}


def document_row(version: DokumenVersi) -> dict[str, Any]:
    upload = version.upload
    return {
        "id": upload.pk,
        "jenis": version.dokumen.jenis,
        "nomor_versi": version.number,
        "versi": version.versi,
        "nama": upload.name,
        "mime": upload.mime,
        "ukuran": upload.size,
        "sha256": upload.sha256,
        "langkah": version.dokumen.step,
        "submitted_at": version.submitted_at,
    }


def naskah_row(naskah: Naskah) -> dict[str, Any]:
    own = ("id", "jenis", "nomor", "state", "cara", "version")
    return {name: getattr(naskah, name) for name in own}
