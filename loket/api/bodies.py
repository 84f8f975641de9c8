"""What may be sent, derived from the data of the steps and acts: a new one needs no line here."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from dataclasses import Field as DataField
from datetime import datetime
from enum import Enum
from types import UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    create_model,
)

from loket.api.signing import secrets_of
from loket.application.acts import ACTS
from loket.application.steps import PARTS
from loket.application.steps.s01_surat import Data as SuratData

LARGEST = 2**53 - 1
"""What every reader of JSON can hold; no id of ours comes near."""
Seen = Annotated[
    int, Field(ge=0, le=2**31 - 1, description="Nilai `revision` saat permintaan dibaca.", examples=[3])
]
D = TypeVar("D")
STRICT = ConfigDict(extra="forbid", strict=True)


class Body(BaseModel):
    """`made` gives the typed data that the road takes."""

    model_config = STRICT

    def made(self, data: type[D]) -> D:
        given = {one.name: _plain(getattr(self, one.name)) for one in fields(cast("Any", data))}
        return data(**given)


def body_of(name: str, data: type[Any], **more: Any) -> type[Body]:
    """A model with the fields of a dataclass; `more` stands before them, or says one of them more closely."""
    hints = get_type_hints(data)
    own = {
        one.name: (_spelt(hints[one.name]), _default(one, hints[one.name]))
        for one in fields(cast("Any", data))
    }
    return create_model(name, __base__=Body, __doc__=_said(data), **{**more, **own, **more})


def _spelt(hint: Any) -> Any:
    """A type as JSON can say it: moments with their zone, and keys of several parts as one text."""
    if hint is datetime:
        return AwareDatetime
    if hint is int:
        return Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
    if is_typeddict(hint):
        given = {name: (_spelt(one), Field(default=None)) for name, one in get_type_hints(hint).items()}
        return create_model(hint.__name__, __base__=Some, **cast("Any", given))
    origin, parts = get_origin(hint), get_args(hint)
    if origin is None or not parts or origin is Literal:
        return hint
    if get_origin(parts[0]) is tuple:
        return _keyed_by_parts(parts[0], _spelt(parts[1]))
    spelt = tuple(one if one is Ellipsis else _spelt(one) for one in parts)
    return Union[spelt] if origin in {Union, UnionType} else origin[spelt]  # noqa: UP007 - made from a variable


class Some(BaseModel):
    """Facts of which only those that are sent are meant."""

    model_config = STRICT


def _keyed_by_parts(key: Any, value: Any) -> Any:
    """`{"12/programmer": ...}` for a mapping by id and role."""

    def split(given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {_parts(name, get_args(key)): one for name, one in given.items()}

    schema = {"type": "object", "additionalProperties": {"type": "string"}}
    schema["propertyNames"] = {"pattern": "/".join(["^[^/]+"] + ["[^/]+"] * (len(get_args(key)) - 1)) + "$"}
    return Annotated[Mapping[key, value], BeforeValidator(split), WithJsonSchema(schema)]


def _parts(name: str, kinds: tuple[Any, ...]) -> Any:
    parts = name.split("/")
    if len(parts) != len(kinds):
        return name
    return tuple(_part(part, kind) for part, kind in zip(parts, kinds, strict=True))


def _part(text: str, kind: Any) -> Any:
    if kind is int:
        return int(text) if text.isascii() and text.isdigit() and len(text) < len(str(LARGEST)) else text
    return next((one for one in kind if one == text), text)


def _default(one: "DataField[Any]", hint: Any) -> Any:
    if one.default_factory is not MISSING:
        return Field(default_factory=one.default_factory)
    if one.default is not MISSING:
        return one.default.value if isinstance(one.default, Enum) else one.default
    return None if type(None) in get_args(hint) else ...


def _plain(value: Any) -> Any:
    """What was only a shape of JSON becomes what the data holds."""
    if isinstance(value, Some):
        return {name: getattr(value, name) for name in value.model_fields_set}
    return value


def _said(data: type) -> str | None:
    """The sentence of a dataclass that has one of its own."""
    said = data.__doc__ or ""
    return None if said.startswith(f"{data.__name__}(") or not is_dataclass(data) else said


def _named(*words: str) -> str:
    return "".join(word.title().replace("_", "") for word in words)


def _of_step(step: str, bagian: Iterable[str]) -> dict[str, type[Body]]:
    return {
        one: body_of(
            _named("langkah", step, one),
            PARTS[step, one].data,
            bagian=(Literal[one], Field(description="Bagian langkah yang dikerjakan.")),
            seen=(Seen, ...),
            **secrets_of(PARTS[step, one].data),
        )
        for one in bagian
    }


def _bagian_of(step: str) -> list[str]:
    return [bagian for place, bagian in PARTS if place == step]


STEPS: Mapping[str, Mapping[str, type[Body]]] = {
    step: _of_step(step, _bagian_of(step)) for step in dict.fromkeys(step for step, _ in PARTS)
}
"""By step and bagian."""
DEEDS: Mapping[str, type[Body]] = {
    key: body_of(
        _named("tindakan", key),
        one.data,
        seen=(Seen, ...) if one.moves else (Seen | None, Field(default=None)),
        **secrets_of(one.data),
    )
    for key, one in ACTS.items()
}
"""By act; one that moves nothing does not ask what was seen."""
LETTER = body_of(
    "PermintaanBaru",
    SuratData,
    opd_id=(
        Annotated[int, Field(ge=1, le=LARGEST)] | None,
        Field(default=None, description="Hanya untuk Tata Usaha; OPD mengajukan atas namanya sendiri."),
    ),
)
