"""`openapi.json`, and the same as a page; both public."""

import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from loket.api import hooks
from loket.api.app import ABOUT, KANTOR, TITLE, api
from loket.api.bodies import DEEDS, LETTER, STEPS
from loket.api.calls.papan import PapanBatas
from loket.api.calls.pemberitahuan import PemberitahuanDibaca
from loket.api.calls.tindakan import TindakanMulai
from loket.api.documented import REF
from loket.api.examples import example_of
from loket.api.problems import MEDIA
from loket.api.reading import JSON
from loket.api.reference import CODES, groups_of

FIRST_PROBLEM = 400
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Kunci pilihan Anda. Kiriman yang sama dengan kunci yang sama dijawab seperti pertama kali, selama 24 jam.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
}


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_written(), content_type=JSON)


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    made = document()
    context = {
        "lead": f"{TITLE}, versi {made['info']['version']}. {ABOUT}",
        "openapi_url": reverse("api_openapi"),
        "codes": CODES,
        "groups": groups_of(made),
    }
    return render(request, "public/api.html", context)


def document() -> dict[str, Any]:
    """One of the caller's own: an example that somebody takes and changes stays as it was for everybody else."""
    made: dict[str, Any] = json.loads(_written())
    return made


@cache
def _written() -> str:
    """As django-ninja writes it, with the bodies, an example of each, and problems as problems."""
    made: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="api/v1/"))
    schemas = made["components"]["schemas"]
    schemas.update(_body_schemas())
    for calls in made["paths"].values():
        for method, call in calls.items():
            call["responses"] = {
                str(status): _answered(status, one) for status, one in call["responses"].items()
            }
            if method == "post":
                call["parameters"] = [*call["parameters"], KEY]
                _add_example(call, schemas)
    made["paths"][hooks.PATH] = {"post": hooks.described(_PROBLEM)}
    return json.dumps(made, ensure_ascii=False)


_PROBLEM = {MEDIA: {"schema": {"$ref": f"{REF}Masalah"}}}


def _body_schemas() -> dict[str, Any]:
    models: list[type[BaseModel]] = [LETTER, TindakanMulai, PapanBatas, PemberitahuanDibaca, *DEEDS.values()]
    models += [model for parts in STEPS.values() for model in parts.values()]
    models += [model for module in KANTOR for model in module.BODIES]
    wanted: Any = [(model, "validation") for model in models]
    _, definitions = models_json_schema(wanted, ref_template=f"{REF}{{model}}")
    found: dict[str, Any] = definitions["$defs"]
    return found


def _answered(status: Any, response: dict[str, Any]) -> dict[str, Any]:
    if int(status) < FIRST_PROBLEM:
        return response
    return {**response, "content": _PROBLEM}


def _add_example(call: dict[str, Any], schemas: dict[str, Any]) -> None:
    for body in call["requestBody"]["content"].values():
        wanted = body["schema"].get("oneOf") or [body["schema"]]
        body["examples"] = {
            str(one.get("$ref", "berkas")).removeprefix(REF): {"value": example_of(one, schemas)}
            for one in wanted
            if "$ref" in one
        }
