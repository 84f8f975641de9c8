"""What every call says of itself beside its own answer: the problems it knows, and the bodies it takes."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from loket.api.answers import Masalah

REF = "#/components/schemas/"
READ: Mapping[Any, Any] = dict.fromkeys((401, 429, 503), Masalah)
READ_ONE: Mapping[Any, Any] = dict.fromkeys((401, 404, 429, 503), Masalah)
LISTED: Mapping[Any, Any] = dict.fromkeys((401, 422, 429, 503), Masalah)
LISTED_OF_ONE: Mapping[Any, Any] = dict.fromkeys((401, 404, 422, 429, 503), Masalah)
SENT: Mapping[Any, Any] = dict.fromkeys((401, 404, 409, 413, 415, 422, 429, 503), Masalah)


def takes(models: Iterable[type[BaseModel]]) -> dict[str, Any]:
    """The body of a call, one of the models; where there are several, `bagian` tells which."""
    refs = [{"$ref": f"{REF}{model.__name__}"} for model in models]
    schema = refs[0] if len(refs) == 1 else {"oneOf": refs}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}
