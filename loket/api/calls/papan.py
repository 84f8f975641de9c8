"""The board of the office: open work in its lanes, and how much a phase should hold."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from ninja import Field, Query, Router, Schema
from pydantic import BaseModel

from loket.api.answers import Anggota, Baris
from loket.api.bodies import LARGEST, STRICT
from loket.api.calls.permintaan import STEPS
from loket.api.documented import LISTED_OF_ONE, SENT, takes
from loket.api.keeping import Keeping
from loket.api.reading import only, read
from loket.api.request import Call
from loket.api.rows import member_row, permintaan_row
from loket.application.data import Problems, local_date
from loket.application.errors import Invalid, NotVisible
from loket.application.office.board import Limits, set_limits
from loket.core.acts import is_of_office
from loket.core.board import Grouping, key_of, limit_of
from loket.core.priority import Level
from loket.models.kantor import Kantor
from loket.queries.board import MOST, Board, Wanted, board_of
from loket.queries.sop_in_force import sop_in_force

router = Router(tags=["Papan"])


class SaringPapan(Schema):
    kelompok: Grouping = Field(default=Grouping.LANGKAH)
    prioritas: Level | None = Field(default=None)
    orang: int | None = Field(default=None, ge=1, le=LARGEST, description="Id anggota tim.")
    langkah: str = Field(default="", json_schema_extra={"enum": list(STEPS)})


class Kartu(Baris):
    tim: list[Anggota]


class Lajur(Schema):
    """`kunci`: a step, a priority or the id of a person; empty where there is none yet."""

    kunci: str
    jumlah: int
    items: list[Kartu]


class Fase(Schema):
    kunci: str
    nama: str
    langkah: list[str]
    batas: int | None = Field(description="Hanya bagi yang melihat semua permintaan.")


class Papan(Schema):
    lajur: list[Lajur]
    fase: list[Fase]
    orang: dict[str, str] = Field(description="Anggota tim yang terlihat: id dan nama.")


class PapanBatas(BaseModel):
    """A number for each phase, by its `kunci`."""

    model_config = STRICT
    batas: dict[str, int] = Field(max_length=20, description="Permintaan paling banyak, menurut kunci fase.")


class BatasPapan(Schema):
    batas: dict[str, int]


@router.get(
    "/papan",
    response={200: Papan, **LISTED_OF_ONE},
    operation_id="papan",
    summary="Papan: permintaan berjalan menurut langkah, prioritas, atau anggota tim",
    description=f"Tiap lajur memuat paling banyak {MOST} yang paling mendesak dari jumlahnya. Hanya untuk orang dinas.",
)
def papan(request: Call, saring: Query[SaringPapan]) -> dict[str, Any]:
    _for_office(request)
    only(request, SaringPapan.model_fields)
    if saring.langkah and saring.langkah not in STEPS:
        raise Invalid(Problems({"langkah": ["Langkah ini tidak ada."]}))
    wanted = Wanted(
        kelompok=saring.kelompok,
        prioritas=saring.prioritas or "",
        orang=saring.orang,
        langkah=saring.langkah,
    )
    board = board_of(request.actor, wanted)
    return {
        "lajur": _lanes(board),
        "fase": _phases(request),
        "orang": {str(pk): nama for pk, nama in board.people.items()},
    }


@router.post(
    "/papan/batas",
    response={200: BatasPapan, **SENT},
    operation_id="batas_papan",
    summary="Batas papan: berapa permintaan paling banyak dalam tiap fase",
    openapi_extra=takes([PapanBatas]),
)
def batas_papan(request: Call) -> HttpResponse:
    _for_office(request)
    sent = read(request, PapanBatas).batas
    phases = [key_of(name) for name in sop_in_force(local_date(request.now)).fase]
    limits = Limits({name: sent.get(name) for name in phases})
    if unknown := sent.keys() - set(phases):
        raise Invalid(Problems({f"batas.{name}": ["Fase ini tidak ada."] for name in sorted(unknown)}))
    keeping = Keeping(request, 200, lambda done: {"batas": dict(done.by_phase)})
    with transaction.atomic():
        set_limits(limits, actor=request.actor, now=request.now, source="api")
        keeping(limits)
    return keeping.answer()


def _for_office(call: Call) -> None:
    if not is_of_office(call.actor):
        raise NotVisible("papan")


def _lanes(board: Board) -> list[dict[str, Any]]:
    return [
        {
            "kunci": key,
            "jumlah": lane.total,
            "items": [
                {
                    **permintaan_row(row),
                    "tim": [member_row(place) for place in board.teams.get(row.pk, ())],
                }
                for row in lane.rows
            ],
        }
        for key, lane in board.lanes.items()
    ]


def _phases(call: Call) -> list[dict[str, Any]]:
    limits = Kantor.objects.values_list("batas_papan", flat=True).get()
    sees_all = call.actor.sees_everything()
    return [
        {
            "kunci": key_of(name),
            "nama": name,
            "langkah": list(steps),
            "batas": limit_of(name, limits) if sees_all else None,
        }
        for name, steps in sop_in_force(local_date(call.now)).fase.items()
    ]
