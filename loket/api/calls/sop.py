"""The SOP as it is in force."""

from typing import Any

from ninja import P, PathEx, Router

from loket.api.answers import Sop
from loket.api.documented import READ_ONE
from loket.api.request import Call
from loket.api.rows import standard_row
from loket.application.data import local_date
from loket.application.errors import NotVisible
from loket.core.sop import Step
from loket.queries.sop_in_force import sop_in_force
from loket.sop.definition import MAIN

router = Router(tags=["SOP"])
NomorSop = PathEx[str, P(examples=[MAIN])]


@router.get(
    "/sop/{nomor_sop}", response={200: Sop, **READ_ONE}, operation_id="sop", summary="SOP yang berlaku"
)
def sop(request: Call, nomor_sop: NomorSop) -> dict[str, Any]:
    if nomor_sop != MAIN:
        raise NotVisible(nomor_sop)
    found = sop_in_force(local_date(request.now))
    return {
        "nomor": found.nomor,
        "nama": found.nama,
        "revisi": found.revisi,
        "langkah": [_row(step) for step in found.steps.values()],
    }


def _row(step: Step) -> dict[str, Any]:
    return {
        **{name: getattr(step, name) for name in ("ke", "key", "kegiatan", "keterangan")},
        **{name: list(getattr(step, name)) for name in ("pelaksana", "kelengkapan", "output")},
        "waktu": standard_row(step.standard),
        "bagian": [
            {
                "key": part.key,
                "nama": part.nama,
                "pelaksana": list(part.pelaksana),
                "outcomes": list(part.outcomes),
            }
            for part in step.bagian.values()
        ],
    }
