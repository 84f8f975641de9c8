"""Lists in pages, with both kinds of word about the next one."""

from typing import Any

from loket.integrations.gitlab.standin.access import Call
from loket.integrations.gitlab.standin.messages import say
from loket.integrations.loopback import Reply


def listed(call: Call, rows: list[dict[str, Any]]) -> Reply:
    query = call.ask.query
    size = max(1, min(int(query.get("per_page", 20)), 100, call.standin.per_page_limit))
    number = max(1, int(query.get("page", 1)))
    shown = rows[(number - 1) * size : number * size]
    more = len(rows) > number * size
    headers = {"X_Next_Page": str(number + 1) if more else "", "X_Page": str(number), "X_Per_Page": str(size)}
    if more:
        rest = "&".join(
            f"{name}={value}".replace("+", "%2B") for name, value in query.items() if name != "page"
        )
        host = call.ask.headers.get("host", "")
        headers["Link"] = f'<http://{host}{call.ask.path}?{rest}&page={number + 1}>; rel="next"'
    return say(200, shown, **headers)
