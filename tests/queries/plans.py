"""How many rows PostgreSQL touches for what a function asks, read from the plans it really ran."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

COUNTED = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")

SCANS = {"Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan"}


def rows_touched(ask: Callable[[], object]) -> int:
    """Rows that all queries of `ask` looked at, those that were thrown away included.

    A bitmap of an index is cheap whatever its size; what is then read from the table counts.
    """
    return sum(_touched(node) for plan in _plans(ask) for node in _nodes(plan))


def indexes_used(ask: Callable[[], object]) -> set[str]:
    return {str(node["Index Name"]) for plan in _plans(ask) for node in _nodes(plan) if "Index Name" in node}


def _plans(ask: Callable[[], object]) -> list[dict[str, Any]]:
    asked: list[tuple[str, Any]] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        ask()
    return [_explained(sql, params) for sql, params in asked]


def _explained(sql: str, params: Any) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
        found = cursor.fetchone()[0]
    plan: dict[str, Any] = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    return plan


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from _nodes(child)


def _touched(node: dict[str, Any]) -> int:
    if node["Node Type"] not in SCANS:
        return 0
    return int(sum(node.get(name, 0) for name in COUNTED) * node["Actual Loops"])
