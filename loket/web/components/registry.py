"""A component is a frozen dataclass, its arguments are its fields, and its template bears its name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar, dataclass_transform, get_type_hints

from django.template import Context, Engine, TemplateSyntaxError
from django.utils.safestring import SafeString

from loket.web.components.checking import fits, readable, tupled

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spec:
    """What a template may give to a component, and what the component's own template sees."""

    name: str
    cls: type
    types: Mapping[str, Any]
    required: frozenset[str]
    shown: tuple[str, ...]
    takes_body: bool

    def check_names(self, given: frozenset[str]) -> None:
        if unknown := given - self.types.keys():
            raise TemplateSyntaxError(
                f"Component {self.name!r} has no argument {', '.join(sorted(unknown))}."
            )
        if missing := self.required - given:
            raise TemplateSyntaxError(f"Component {self.name!r} needs {', '.join(sorted(missing))}.")

    def check_value(self, name: str, value: object) -> None:
        if not fits(value, self.types[name]):
            raise TemplateSyntaxError(
                f"Component {self.name!r} wants {name} as {readable(self.types[name])}, not {value!r}."
            )

    def build(self, values: Mapping[str, object]) -> object:
        self.check_names(frozenset(values))
        for name, value in values.items():
            self.check_value(name, value)
        return self.cls(**{name: tupled(value, self.types[name]) for name, value in values.items()})


_BY_NAME: dict[str, Spec] = {}
_BY_CLASS: dict[type, Spec] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def component(name: str, *, body: bool = False) -> Callable[[type[T]], type[T]]:
    def register(declared: type[T]) -> type[T]:
        cls = dataclass(frozen=True, slots=True, kw_only=True)(declared)
        own = fields(cls)  # type: ignore[arg-type]  # the decorator above made it a dataclass
        derived = tuple(key for key, value in vars(declared).items() if isinstance(value, property))
        _BY_NAME[name] = _BY_CLASS[cls] = Spec(
            name=name,
            cls=cls,
            types=get_type_hints(cls),
            required=frozenset(f.name for f in own if f.default is MISSING and f.default_factory is MISSING),
            shown=(*(f.name for f in own), *derived),
            takes_body=body,
        )
        return cls

    return register


def spec_named(name: str) -> Spec:
    try:
        return _BY_NAME[name]
    except KeyError:
        raise TemplateSyntaxError(f"There is no component {name!r}.") from None


def spec_of(instance: object) -> Spec:
    try:
        return _BY_CLASS[type(instance)]
    except KeyError:
        raise TemplateSyntaxError(f"{instance!r} is not a component.") from None


def all_specs() -> Iterator[Spec]:
    return iter(_BY_NAME.values())


def render(instance: object, context: Context, body: str = "") -> SafeString:
    """Render with the component's own names only; of the page around it, nothing but the CSRF token is visible."""
    spec = spec_of(instance)
    values = {name: getattr(instance, name) for name in spec.shown}
    if spec.takes_body:
        values["body"] = body
    inner = context.new(values)
    inner["csrf_token"] = context.get("csrf_token")
    engine = context.template.engine if context.template else Engine.get_default()
    return engine.get_template(f"components/{spec.name}.html").render(inner)
