"""Whether a value given in a template fits the type that the component declares."""

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin


def fits(value: object, wanted: Any) -> bool:
    origin = get_origin(wanted)
    if origin is Literal:
        return any(value == choice and isinstance(value, type(choice)) for choice in get_args(wanted))
    if origin in {Union, UnionType}:
        return any(fits(value, choice) for choice in get_args(wanted))
    if origin is tuple:
        return _fits_tuple(value, get_args(wanted))
    if wanted is int and isinstance(value, bool):
        return False
    return wanted in {Any, object} or isinstance(value, wanted or type(None))


def _fits_tuple(value: object, wanted: tuple[Any, ...]) -> bool:
    if not isinstance(value, tuple | list):
        return False
    if wanted[-1:] == (Ellipsis,):
        return all(fits(item, wanted[0]) for item in value)
    return len(value) == len(wanted) and all(
        fits(item, part) for item, part in zip(value, wanted, strict=True)
    )


def tupled(value: object, wanted: Any) -> object:
    """Templates and querysets give lists where a component wants a tuple."""
    return tuple(value) if isinstance(value, list) and get_origin(wanted) is tuple else value


def readable(wanted: Any) -> str:
    return (
        wanted.__name__
        if isinstance(wanted, type) and not get_args(wanted)
        else str(wanted).replace("typing.", "")
    )
