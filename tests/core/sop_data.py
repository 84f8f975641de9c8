"""The shipped SOP as the raw tables that a test may break."""

import tomllib
from typing import Any


def data_of(text: str) -> dict[str, Any]:
    return tomllib.loads(text)
