"""What lets a person in: the link by which they set a password, their tokens, and their certificate."""

import json
from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from ninja import P, PathEx, Router, Schema
from pydantic import Field

from loket.api.bodies import Body
from loket.api.calls.kantor_pengguna import found_account
from loket.api.documented import SENT, takes
from loket.api.office import Id, TanpaIsi, admin_only, answered, told_nothing
from loket.api.reading import JSON, read
from loket.api.request import Call
from loket.application.errors import NotVisible
from loket.application.office.accounts import LINK_LIFETIME, issue_password_link
from loket.application.office.certificates import revoke_certificate
from loket.application.office.tokens import revoke_token
from loket.queries.tokens import own_token

router = Router(tags=["Kantor: pengguna"])


class CabutSertifikat(Body):
    reason: Annotated[str, Field(examples=["Pemiliknya lupa frasa sandinya."])]


BODIES = (CabutSertifikat,)


class TautanSandi(Schema):
    url: str | None = Field(description="Hanya pada jawaban pertama; null bila dijawab ulang.")
    until: datetime


class Dicabut(Schema):
    id: int


@router.post(
    "/kantor/pengguna/{id}/tautan",
    response={200: TautanSandi, **SENT},
    operation_id="tautan_sandi",
    summary="Buat tautan atur sandi; tautan sebelumnya tidak berlaku lagi",
    openapi_extra=takes([TanpaIsi]),
)
@sensitive_variables("links", "url")
def tautan_sandi(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    """What is kept under an Idempotency-Key has no link: whoever reads the database must not enter by it."""
    admin_only(request)
    account = found_account(id)
    if not account.is_active:
        raise NotVisible(id)
    told_nothing(request)
    links: list[str] = []

    def act() -> dict[str, Any]:
        links.append(issue_password_link(account, actor=request.actor, now=request.now, source="api"))
        return {"url": None, "until": request.now + LINK_LIFETIME}

    kept = answered(request, 200, TautanSandi, act)
    path = reverse("atur_sandi", args=links)
    base = settings.ENVIRONMENT.base_url
    url = f"{base}{path}" if base else request.build_absolute_uri(path)
    return HttpResponse(json.dumps({**json.loads(kept.content), "url": url}), content_type=JSON)


@router.post(
    "/kantor/pengguna/{id}/token/{token}/cabut",
    response={200: Dicabut, **SENT},
    operation_id="cabut_token_pengguna",
    summary="Cabut token seseorang; pemiliknya diberi tahu",
    openapi_extra=takes([TanpaIsi]),
)
def cabut_token_pengguna(
    request: Call,
    id: Id,  # noqa: A002 - the name in every address
    token: PathEx[str, P(examples=["1"])],
) -> HttpResponse:
    admin_only(request)
    found = own_token(int(token), found_account(id).pk, request.now)
    if found is None:
        raise NotVisible(token)
    told_nothing(request)

    def act() -> dict[str, Any]:
        revoke_token(found, actor=request.actor, now=request.now, source="api")
        return {"id": found.pk}

    return answered(request, 200, Dicabut, act)


@router.post(
    "/kantor/pengguna/{id}/sertifikat/cabut",
    response={200: Dicabut, **SENT},
    operation_id="cabut_sertifikat_pengguna",
    summary="Cabut sertifikat seseorang; yang sudah ditandatangani tetap berlaku",
    openapi_extra=takes([CabutSertifikat]),
)
def cabut_sertifikat_pengguna(request: Call, id: Id) -> HttpResponse:  # noqa: A002 - the name in every address
    admin_only(request)
    account = found_account(id)
    body = read(request, CabutSertifikat)

    def act() -> dict[str, Any]:
        revoke_certificate(account, body.reason, actor=request.actor, now=request.now, source="api")
        return {"id": account.pk}

    return answered(request, 200, Dicabut, act)
