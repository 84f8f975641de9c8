"""Read what was sent: one JSON object of the right shape, or sentences that say what is wrong with it."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from loket.api.bodies import LARGEST
from loket.api.request import Call
from loket.api.wording import WHOLE, problems_in
from loket.application.data import Problems
from loket.application.errors import Invalid

B = TypeVar("B", bound=BaseModel)
JSON = "application/json"
_NOT_JSON = "Kirim satu objek JSON (RFC 8259) dalam UTF-8."
_NUL = "Teks ini memuat karakter NUL, yang tidak dapat disimpan."
_GIANT = "Bilangan ini terlalu besar."


class WrongType(Exception):
    """Something else than `wanted` was sent."""

    def __init__(self, wanted: str) -> None:
        super().__init__(wanted)
        self.wanted = wanted


def sent_object(call: Call) -> dict[str, Any]:
    """The JSON object of the body. Raises WrongType or Invalid."""
    if call.content_type != JSON:
        raise WrongType(JSON)
    try:
        value = from_json(call.body, allow_inf_nan=False)
    except ValueError:
        raise _invalid(WHOLE, _NOT_JSON) from None
    if not isinstance(value, dict):
        raise _invalid(WHOLE, _NOT_JSON)
    problems = Problems()
    for place, sentence in _unstorable(value, ""):
        problems.add(place or WHOLE, sentence)
    if problems:
        raise Invalid(problems)
    return value


def read(call: Call, model: type[B]) -> B:
    """The body as a model. Raises WrongType or Invalid."""
    sent_object(call)
    try:
        return model.model_validate_json(call.body)
    except ValidationError as wrong:
        raise Invalid(problems_in(wrong.errors(include_url=False))) from None


def read_one_of(call: Call, models: Mapping[str, type[B]], by: str) -> tuple[str, B]:
    """The body as the model that its field `by` names."""
    name = sent_object(call).get(by)
    if not isinstance(name, str) or name not in models:
        raise _invalid(by, f"Pilih salah satu dari: {', '.join(models)}.")
    return name, read(call, models[name])


def only(call: Call, allowed: Mapping[str, Any]) -> None:
    """Refuse what a list does not filter by; a misspelt filter must not list everything."""
    problems = Problems()
    for name, value in call.GET.items():
        problems.unless(name in allowed, name, "Saringan ini tidak dikenal.")
        problems.unless("\x00" not in value, name, _NUL)
    if problems:
        raise Invalid(problems)


def _unstorable(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """What JSON can say and no column can hold."""
    if isinstance(value, str) and "\x00" in value:
        yield place, _NUL
    elif isinstance(value, int) and abs(value) > LARGEST:
        yield place, _GIANT
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _unstorable(name, place)
            yield from _unstorable(one, f"{place}.{name}".lstrip("."))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _unstorable(one, f"{place}.{number}".lstrip("."))


def _invalid(field: str, sentence: str) -> Invalid:
    return Invalid(Problems({field: [sentence]}))
