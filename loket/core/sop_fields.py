"""The values of an SOP file, each of the kind it must be; whatever is not is said with its place."""

from collections.abc import Mapping
from typing import Any

from loket.core.role import Role
from loket.core.sop import SopInvalid

_KINDS = {str: "teks", int: "bilangan", list: "daftar", dict: "tabel"}


def table(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise SopInvalid(f"{where}: harus berupa tabel")
    return value


def take(row: Mapping[str, Any], key: str, kind: type, where: str) -> Any:
    """Give a value that must be there."""
    value = row.get(key)
    if not isinstance(value, kind) or isinstance(value, bool) or value in ("", [], {}):
        raise SopInvalid(f"{where}: {key} harus diisi dengan {_KINDS[kind]}")
    return value


def text(row: Mapping[str, Any], key: str, where: str, default: str = "") -> str:
    value = row.get(key, default)
    if not isinstance(value, str):
        raise SopInvalid(f"{where}: {key} harus berupa teks")
    return value


def texts(row: Mapping[str, Any], key: str, where: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    value = row.get(key, default)
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item for item in value):
        raise SopInvalid(f"{where}: {key} harus berupa daftar teks")
    return tuple(value)


def flag(row: Mapping[str, Any], key: str, where: str) -> bool:
    value = row.get(key, False)
    if not isinstance(value, bool):
        raise SopInvalid(f"{where}: {key} harus true atau false")
    return value


def roles(row: Mapping[str, Any], key: str, where: str) -> tuple[Role, ...]:
    try:
        return tuple(Role(name) for name in texts(row, key, where))
    except ValueError as unknown:
        if isinstance(unknown, SopInvalid):
            raise
        raise SopInvalid(f"{where}: {key} memuat peran yang tidak dikenal ({unknown})") from unknown


def only(row: Mapping[str, Any], allowed: set[str], where: str) -> None:
    if unknown := sorted(set(row) - allowed):
        raise SopInvalid(f"{where}: kunci tidak dikenal {', '.join(unknown)}")
