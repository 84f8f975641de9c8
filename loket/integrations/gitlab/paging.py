"""Lists over all of their pages: complete, or a problem; a part of a list would pass for the whole."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

from loket.integrations.gitlab import problems
from loket.integrations.gitlab.answers import Answer
from loket.integrations.gitlab.connection import Connection, Fields

PER_PAGE = 100
MOST_PAGES = 50
Row = TypeVar("Row")
Query = dict[str, Any]


def every(connection: Connection, path: str, query: Fields, read: Callable[[object], Row]) -> list[Row]:
    """All rows of a list, each read by `read`; a row that cannot be read is a problem too."""
    rows: list[Row] = []
    for answer in _pages(connection, path, dict(query) | {"per_page": PER_PAGE}):
        said = answer.json()
        if not isinstance(said, list):
            raise problems.Nonsense("not a list")
        rows += map(read, said)
    return rows


def _pages(connection: Connection, path: str, query: Query) -> Iterator[Answer]:
    seen: list[Query] = []
    following: Query | None = query
    while following is not None:
        if len(seen) == MOST_PAGES:
            raise problems.TooMuch(f"{MOST_PAGES} pages")
        if following in seen:
            raise problems.Nonsense("the next page is an earlier one")
        seen.append(following)
        answer = connection.read(path, following)
        yield answer
        following = _next(answer, following)


def _next(answer: Answer, query: Query) -> Query | None:
    """What to ask for next. Of a link only its query is used: the token never follows it to another place."""
    if link := re.search(r'<([^<>]*)>\s*;[^,]*\brel="?next"?', answer.headers.get("link", "")):
        return _query_of(link[1])
    if (number := answer.headers.get("x-next-page")) is not None:
        return query | {"page": int(number)} if re.fullmatch(r"[0-9]{1,9}", number) else None
    if "link" in answer.headers:
        return None
    said = answer.json()
    if isinstance(said, list) and len(said) >= PER_PAGE:
        # A proxy has taken the headers away; a full page then says nothing about being the last.
        return query | {"page": int(query.get("page", 1)) + 1}
    return None


def _query_of(link: str) -> Query:
    found: Query = {}
    for name, value in parse_qsl(urlsplit(link).query, keep_blank_values=True):
        if name.endswith("[]"):
            found.setdefault(name, []).append(value)
        elif name not in {"private_token", "access_token", "id"}:
            found[name] = value
    return found
