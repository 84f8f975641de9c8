"""What the steps have left behind."""

from collections.abc import Mapping
from typing import Any

from ninja import Router

from loket.api.calls.permintaan import Nomor
from loket.api.documented import READ_ONE
from loket.api.request import Call
from loket.api.results import Hasil
from loket.application.errors import NotVisible
from loket.queries.outcomes import outcomes_of

router = Router(tags=["Permintaan"])


@router.get(
    "/permintaan/{nomor}/hasil",
    response={200: Hasil, **READ_ONE},
    operation_id="hasil",
    summary="Yang sudah dicatat tiap langkah: surat, disposisi, tim, prioritas, rapat, uji, BAST, laporan",
)
def hasil(request: Call, nomor: Nomor) -> Mapping[str, Any]:
    found = outcomes_of(request.actor, nomor)
    if found is None:
        raise NotVisible(nomor)
    return found
