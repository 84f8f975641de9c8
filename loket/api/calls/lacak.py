"""Where a permintaan stands, for whoever was shown its tracking code: no names, and nothing internal."""

from datetime import datetime
from typing import Any

from ninja import Field, P, PathEx, Router, Schema

from loket.api.answers import Opd
from loket.api.documented import READ_ONE
from loket.api.request import Call
from loket.api.rows import opd_row
from loket.application.errors import NotVisible
from loket.application.throttle import Limit, guess
from loket.core.role import Role
from loket.queries.tracking import tracked

router = Router(tags=["Lacak"])
GUESSES = Limit("lacak-api", tries=10, seconds=5 * 60)
CODE = "AAAAAAA-BBBBBBB-CCCCCCC-DDDDDDD"


class Kejadian(Schema):
    kalimat: str
    oleh: str = Field(description="Kedudukan, tidak pernah nama.")
    at: datetime


class Lacak(Schema):
    nomor: str
    nama_aplikasi: str
    opd: Opd
    status: str
    langkah: str
    giliran_opd: bool
    due_at: datetime | None
    ended_at: datetime | None
    kejadian: list[Kejadian] = Field(description="Yang terakhir, yang terbaru lebih dahulu.")


@router.get(
    "/lacak/{kode}",
    response={200: Lacak, **READ_ONE},
    operation_id="lacak",
    summary="Keadaan permintaan menurut kode lacaknya",
    description="Juga untuk permintaan yang tidak terlihat dengan token ini. Kode yang salah dihitung.",
)
def lacak(request: Call, kode: PathEx[str, P(examples=[CODE])]) -> dict[str, Any]:
    found = guess(GUESSES, str(request.actor.id), request.now, lambda: tracked(kode))
    if found is None:
        raise NotVisible(kode)
    permintaan = found.permintaan
    own = ("nomor", "nama_aplikasi", "status", "due_at", "ended_at")
    return {
        **{name: getattr(permintaan, name) for name in own},
        "opd": opd_row(permintaan.opd),
        "langkah": permintaan.at_step,
        "giliran_opd": Role.OPD in permintaan.turn,
        "kejadian": [
            {"kalimat": event.kind.sentence, "oleh": event.who, "at": event.at} for event in found.events
        ],
    }
