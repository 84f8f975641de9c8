"""schemathesis on the test's own connection: it makes the calls and judges the answers, the test client carries them."""

from collections.abc import Callable
from typing import Any

import requests
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode, Response
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from loket.api.openapi import document
from tests.api.program import Program

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
Case = Any
"""A call as schemathesis made it."""
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


def operations() -> dict[str, Any]:
    """Each call by its name in OpenAPI."""
    schema = schemathesis.openapi.from_dict(document())
    found: list[Any] = [one.ok() for one in schema.get_all_operations()]  # type: ignore[union-attr]  # ours is sound
    return {one.definition.raw["operationId"]: one for one in found}


def try_out(
    operation: Any, program: Program, *, examples: int, prepare: Callable[[Case], None], mode: GenerationMode
) -> int:
    """Ask so many times, each from the state of before; gives how many of them came."""
    asked = 0

    @seed(1)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def one(case: Case) -> None:
        nonlocal asked
        asked += 1
        prepare(case)
        before = transaction.savepoint()
        try:
            case.validate_response(_carried(case, program), checks=CHECKS)
        finally:
            transaction.savepoint_rollback(before)

    one()
    return asked


def _carried(case: Case, program: Program) -> Response:
    kwargs = case.as_transport_kwargs(base_url="http://testserver")
    names = ("method", "url", "headers", "params", "data", "files", "json")
    asked: Any = requests.Request(**{name: kwargs.get(name) for name in names}).prepare()
    headers = {name: str(value) for name, value in asked.headers.items() if name.lower() != "content-length"}
    body = asked.body or b""
    answer = program.carry(
        asked.method,
        asked.url.removeprefix("http://testserver"),
        body=body if isinstance(body, bytes) else body.encode(),
        content_type=headers.pop("Content-Type", "application/octet-stream"),
        headers=headers,
    )
    return Response(
        status_code=answer.status_code,
        headers={name.lower(): [value] for name, value in answer.headers.items()},
        content=answer.saved or answer.content,
        request=asked,
        elapsed=0.1,
        verify=False,
    )
