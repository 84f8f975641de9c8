"""What the nightly comparison of rows and record has found."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ninja import Router, Schema
from pydantic import BaseModel, Field

from loket.api.documented import READ_ONE
from loket.api.office import admin_only
from loket.api.request import Call
from loket.queries.office import last_examination

router = Router(tags=["Kantor: pemeriksaan"])
BODIES: Sequence[type[BaseModel]] = ()


class Selisih(Schema):
    nomor: str
    selisih: str


class Pemeriksaan(Schema):
    examined_at: datetime | None = Field(description="null sebelum pemeriksaan pertama.")
    ditemukan: int = Field(description="Berapa selisih antara data dan catatan; 0 bila semua sesuai.")
    items: list[Selisih] = Field(description="Selisih yang pertama ditemukan.")


@router.get(
    "/kantor/pemeriksaan",
    response={200: Pemeriksaan, **READ_ONE},
    operation_id="pemeriksaan",
    summary="Hasil pemeriksaan terakhir atas data dan catatan",
)
def pemeriksaan(request: Call) -> dict[str, Any]:
    admin_only(request)
    found = last_examination()
    rows = [{"nomor": one["nomor"], "selisih": one["what"]} for one in found.differences]
    return {"examined_at": found.at, "ditemukan": found.found, "items": rows}
