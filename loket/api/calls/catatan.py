"""The record of a permintaan."""

from typing import Any

from ninja import Query, Router

from loket.api.answers import DaftarCatatan
from loket.api.calls.permintaan import Nomor
from loket.api.documented import LISTED_OF_ONE
from loket.api.paging import Halaman, place_of
from loket.api.reading import only
from loket.api.request import Call
from loket.application.data import Problems
from loket.application.errors import NotVisible
from loket.core.actor import SYSTEM
from loket.core.acts import is_of_office
from loket.core.kinds import KINDS
from loket.models.entry import Entry
from loket.queries.machine import Record, record_of
from loket.queries.remarks import remark_on

router = Router(tags=["Catatan"])


@router.get(
    "/permintaan/{nomor}/catatan",
    response={200: DaftarCatatan, **LISTED_OF_ONE},
    operation_id="catatan",
    summary="Catatan permintaan, yang terbaru lebih dahulu",
)
def catatan(request: Call, halaman: Query[Halaman], nomor: Nomor) -> dict[str, Any]:
    only(request, Halaman.model_fields)
    found = record_of(request.actor, nomor, place_of(halaman, Problems()), halaman.limit)
    if found is None:
        raise NotVisible(nomor)
    for_office = is_of_office(request.actor)
    rows = [_row(entry, found, for_office=for_office) for entry in found.entries]
    return {"items": rows, "next": found.next or None}


def _row(entry: Entry, found: Record, *, for_office: bool) -> dict[str, Any]:
    return {
        **{name: getattr(entry, name) for name in ("seq", "kind", "bagian", "outcome", "source", "hash")},
        "kalimat": KINDS[entry.kind].sentence,
        "keterangan": remark_on(entry, found.remarks),
        "langkah": entry.step,
        "oleh": entry.actor.nama if entry.actor else SYSTEM.name,
        "sebagai": entry.capacity,
        "happened_at": entry.happened_at,
        "particulars": entry.particulars if for_office else None,
    }
