"""Naskah dinas as files; drafting, issuing, signing and voiding are acts."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from ninja import P, PathEx, Router

from loket.api.documented import READ_ONE
from loket.api.files import BINARY, PDF, printed, stored
from loket.api.request import Call
from loket.application.errors import NotVisible
from loket.application.naskah.printing import printed_bytes
from loket.application.throttle import Limit, take
from loket.queries.naskah import OneNaskah, one_naskah

router = Router(tags=["Naskah"])
PRINTS = Limit("cetak-api", tries=60, seconds=10 * 60)
"""What has no file yet is typeset for each answer, which takes a core for a moment."""
_KINDS = (PDF, "image/jpeg", "image/png")


@router.get(
    "/naskah/{id}",
    response={200: None, **READ_ONE},
    operation_id="naskah",
    summary="Unduh naskah dinas",
    description="Yang bertanda tangan, atau pindaiannya. Sebelum berlaku: cetakannya, dengan tanda belum berlaku.",
    openapi_extra={"responses": {200: {"content": dict.fromkeys(_KINDS, BINARY)}}},
)
def naskah(request: Call, id: PathEx[str, P(examples=["1"])]) -> HttpResponseBase:  # noqa: A002 - as that of a dokumen
    found = one_naskah(request.actor, int(id))
    if found is None:
        raise NotVisible(id)
    return stored(found.latest) if found.latest else _printed(request, found)


def _printed(call: Call, found: OneNaskah) -> HttpResponse:
    take(PRINTS, str(call.actor.id), call.now)
    name = f"{found.naskah} belum berlaku.pdf".replace("/", "-")
    return printed(printed_bytes(found.naskah, call.actor, call.now), name)
