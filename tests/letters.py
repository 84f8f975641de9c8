"""Naskah as rows, and files as they are stored: for tests of what is read of them, not of how they come about."""

import io
import json
from datetime import datetime
from typing import Any

from loket.application.numbering import tracking_code
from loket.application.uploads import store
from loket.core.zone import ZONE
from loket.files.sizes import MAX_BYTES
from loket.models.naskah import DINAS, Naskah, NaskahFile, TandaTangan
from tests.cast import Road

State, Kind = Naskah.State, NaskahFile.Kind


def issued(
    road: Road, urut: int, /, *, at: datetime | None = None, printed: Any = None, **changed: Any
) -> Naskah:
    """A naskah with a number; `printed` holds fields of its document besides."""
    moment = at or road.now
    jenis = changed.get("jenis", "surat_undangan")
    fields: dict[str, Any] = {
        "permintaan": road.permintaan,
        "jenis": jenis,
        "state": State.BERLAKU,
        "drafted_at": moment,
        "tahun": moment.year,
        "urut": urut,
        "nomor": f"000.1.5/{urut}/403.000/{jenis}/{moment.year}".upper(),
        "kode": tracking_code(),
        "tanggal": moment.astimezone(ZONE).date(),
        "hal": f"Undangan rapat {urut}",
        "tujuan": "Kepala Dinas Kependudukan",
        "cara": Naskah.Cara.INTERNAL,
        "isi": {"template": "surat_undangan.typ", "data": json.dumps({"dokumen": printed or {}})},
        "issued_at": moment,
    }
    return Naskah.objects.create(**{**fields, **changed})


def draft(road: Road, **changed: Any) -> Naskah:
    fields = {"jenis": "surat_undangan", "drafted_at": road.now, "hal": "Konsep undangan"}
    return Naskah.objects.create(permintaan=road.permintaan, **{**fields, **changed})


def ended(naskah: Naskah, state: str, road: Road, why: str = "Nama pegawai salah tulis.") -> Naskah:
    naskah.state, naskah.ended_at, naskah.ended_because = state, road.now, why
    naskah.save()
    return naskah


def signer(naskah: Naskah, road: Road, username: str = "kadis", **changed: Any) -> TandaTangan:
    """Who is to sign it for the office."""
    user = road.people[username]
    fields = {"pihak": DINAS, "user": user, "nama": user.nama, "jabatan": ["Kepala Dinas Kominfo"]}
    return TandaTangan.objects.create(naskah=naskah, **{**fields, **changed})


def stored(naskah: Naskah, content: bytes, kind: str = Kind.CETAKAN, **changed: Any) -> NaskahFile:
    kept = store().put(io.BytesIO(content), MAX_BYTES)
    return NaskahFile.objects.create(
        naskah=naskah,
        kind=kind,
        sha256=kept.sha256,
        size=kept.size,
        pages=1,
        at=naskah.drafted_at,
        **changed,
    )
