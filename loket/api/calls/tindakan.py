"""Acts outside the steps, one call each, made from the registry; and `mulai`."""

from collections.abc import Callable
from typing import Annotated

from django.http import HttpResponse
from ninja import Router
from pydantic import Field

from loket.api.answers import Dilakukan
from loket.api.bodies import DEEDS, Body
from loket.api.calls.permintaan import Nomor
from loket.api.documented import SENT, takes
from loket.api.keeping import Keeping, told
from loket.api.late import in_act
from loket.api.reading import read
from loket.api.request import Call
from loket.api.signing import signed_for_act
from loket.application.act import act
from loket.application.acts import ACTS
from loket.application.errors import Refused
from loket.application.perform import start
from loket.core.verdict import Verdict

router = Router(tags=["Tindakan"])
_RUNS = "Waktu kerja bagian ini sudah berjalan."


class TindakanMulai(Body):
    """The working clock of the bagian in hand begins to run."""

    langkah: Annotated[str, Field(max_length=40)]
    bagian: Annotated[str, Field(max_length=40)]


def _call_of(key: str, model: type[Body]) -> Callable[..., HttpResponse]:
    def tindakan(request: Call, nomor: Nomor) -> HttpResponse:
        body = read(request, model)
        data, keeping = body.made(ACTS[key].data), Keeping(request, 200, told)
        with in_act(request, nomor, key):
            act(
                nomor=nomor,
                act_key=key,
                actor=request.actor,
                data=signed_for_act(request, nomor, data, body),
                now=request.now,
                seen=getattr(body, "seen", None),
                source="api",
                also=keeping,
            )
        return keeping.answer()

    tindakan.__name__ = f"tindakan_{key}"
    return tindakan


for _key, _model in DEEDS.items():
    router.post(
        f"/permintaan/{{nomor}}/tindakan/{_key}",
        response={200: Dilakukan, **SENT},
        operation_id=f"tindakan_{_key}",
        summary=_key.replace("_", " ").capitalize(),
        openapi_extra=takes([_model]),
    )(_call_of(_key, _model))


@router.post(
    "/permintaan/{nomor}/tindakan/mulai",
    response={200: Dilakukan, **SENT},
    operation_id="tindakan_mulai",
    summary="Mulai: waktu kerja bagian yang sedang berjalan dihitung sejak sekarang",
    openapi_extra=takes([TindakanMulai]),
)
def tindakan_mulai(request: Call, nomor: Nomor) -> HttpResponse:
    body, keeping = read(request, TindakanMulai), Keeping(request, 200, told)
    entry = start(
        nomor=nomor,
        step_key=body.langkah,
        bagian=body.bagian,
        actor=request.actor,
        now=request.now,
        source="api",
        also=keeping,
    )
    if entry is None:
        raise Refused(Verdict((_RUNS,)))
    return keeping.answer()
