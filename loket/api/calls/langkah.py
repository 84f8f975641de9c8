"""The steps: one call each, made from the registry of their bagian."""

from collections.abc import Callable, Mapping

from django.http import HttpResponse
from ninja import Router

from loket.api.answers import Dilakukan
from loket.api.bodies import STEPS, Body
from loket.api.calls.permintaan import Nomor
from loket.api.documented import SENT, takes
from loket.api.keeping import Keeping, told
from loket.api.late import in_step
from loket.api.reading import read_one_of
from loket.api.request import Call
from loket.api.signing import signed_for_step
from loket.application.perform import perform
from loket.application.steps import PARTS
from loket.sop.definition import shipped

router = Router(tags=["Langkah"])


def _call_of(step: str, models: Mapping[str, type[Body]]) -> Callable[..., HttpResponse]:
    def langkah(request: Call, nomor: Nomor) -> HttpResponse:
        bagian, body = read_one_of(request, models, "bagian")
        keeping = Keeping(request, 200, told)
        data = body.made(PARTS[step, bagian].data)
        with in_step(request, nomor, step, bagian):
            perform(
                nomor=nomor,
                step_key=step,
                bagian=bagian,
                actor=request.actor,
                data=signed_for_step(request, nomor, (step, bagian), data, body),
                seen=body.seen,  # type: ignore[attr-defined]  # each model of a step has it
                now=request.now,
                source="api",
                also=keeping,
            )
        return keeping.answer()

    langkah.__name__ = f"langkah_{step}"
    return langkah


for _step, _models in STEPS.items():
    router.post(
        f"/permintaan/{{nomor}}/langkah/{_step}",
        response={200: Dilakukan, **SENT},
        operation_id=f"langkah_{_step}",
        summary=f"Langkah {shipped().step(_step).ke}: {shipped().step(_step).nama}",
        openapi_extra=takes(_models.values()),
    )(_call_of(_step, _models))
