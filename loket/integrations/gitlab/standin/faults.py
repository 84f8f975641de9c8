"""What may go wrong with one call, and what is answered then."""

from collections.abc import Mapping
from enum import StrEnum

from loket.integrations.gitlab.standin.messages import page, refuse, say
from loket.integrations.loopback import Reply


class Fault(StrEnum):
    DROPPED = "closes the connection before it has done anything"
    SLOW = "does nothing, and does not answer until the client has given up"
    LOST = "does what was asked, and loses the answer"
    DONE_SLOWLY = "does what was asked, and does not answer until the client has given up"
    LATE = "loses the connection, and does what was asked when it is let go"
    HALF = "does what was asked, and breaks off in the middle of the answer"
    TORN = "does what was asked, and the answer ends early without saying so"
    DONE_GATEWAY = "does what was asked, and the proxy before it answers 502"
    DONE_NONSENSE = "does what was asked, and answers with JSON that nobody has documented"
    ERROR = "answers HTTP 500 with a JSON error"
    GATEWAY = "answers HTTP 502 with a page, as a proxy does"
    UNAVAILABLE = "answers HTTP 503 with a page, as during an upgrade"
    HTML = "answers HTTP 200 with a page"
    WRONG_JSON = "answers HTTP 200 with JSON that nobody has documented"
    RETRY_LATER = "answers HTTP 429 as Rack::Attack does"
    TOO_MANY = "answers HTTP 429 as the application does"
    UNAUTHORISED = "answers HTTP 401"
    EXPIRED = "answers HTTP 401, for the token has expired"
    FORBIDDEN = "answers HTTP 403"
    SCOPE = "answers HTTP 403, for the token has another scope"
    NO_PROJECT = "answers HTTP 404, for the project is not there"
    MISSING = "answers HTTP 404"
    CONFLICT = "answers HTTP 409"
    UNPROCESSABLE = "answers HTTP 422"
    INVALID = "answers HTTP 400 with an object of errors"
    MISSING_FIELD = "answers HTTP 400 with an error in words"
    ELSEWHERE = "sends the client to another server"


DONE = {Fault.LOST, Fault.DONE_SLOWLY, Fault.HALF, Fault.TORN, Fault.DONE_GATEWAY, Fault.DONE_NONSENSE}
"""After these it has been done."""
SILENT = {Fault.DROPPED, Fault.SLOW, Fault.LOST, Fault.DONE_SLOWLY, Fault.LATE}
WAITING = {Fault.SLOW, Fault.DONE_SLOWLY}

_TOO_MANY = {"error": "This endpoint has been requested too many times. Try again later."}
_SCOPE = {
    "error": "insufficient_scope",
    "error_description": "The request requires higher privileges than provided by the access token.",
    "scope": "api",
}
_EXPIRED = {
    "error": "invalid_token",
    "error_description": "Token is expired. You can either do re-authorization.",
}

INSTEAD: Mapping[Fault, Reply] = {
    Fault.DROPPED: Reply(200),
    Fault.SLOW: Reply(200),
    Fault.LATE: Reply(200),
    Fault.ERROR: refuse(500, "500 Internal Server Error"),
    Fault.GATEWAY: page(502),
    Fault.UNAVAILABLE: page(503),
    Fault.HTML: page(200),
    Fault.WRONG_JSON: say(200, {"data": [1, 2, 3]}),
    Fault.RETRY_LATER: Reply(429, b"Retry later\n", {"Content-Type": "text/plain", "Retry-After": "7"}),
    Fault.TOO_MANY: say(429, {"message": _TOO_MANY}, Retry_After="60"),
    Fault.UNAUTHORISED: refuse(401, "401 Unauthorized"),
    Fault.EXPIRED: say(401, _EXPIRED),
    Fault.FORBIDDEN: refuse(403, "403 Forbidden"),
    Fault.SCOPE: say(403, _SCOPE),
    Fault.NO_PROJECT: refuse(404, "404 Project Not Found"),
    Fault.MISSING: refuse(404, "404 Not found"),
    Fault.CONFLICT: refuse(409, "Duplicated issue"),
    Fault.UNPROCESSABLE: say(422, {"error": "Url is blocked"}),
    Fault.INVALID: refuse(400, {"title": ["is too long (maximum is 255 characters)"]}),
    Fault.MISSING_FIELD: say(400, {"error": "title is missing"}),
    Fault.ELSEWHERE: Reply(302, b"", {"Location": "http://127.0.0.1:9/"}),
}
"""What is answered in place of doing anything."""


def spoilt(fault: Fault | None, reply: Reply) -> Reply:
    """What becomes of the answer to something that has been done."""
    if fault is Fault.DONE_GATEWAY:
        return page(502)
    if fault is Fault.DONE_NONSENSE:
        return say(reply.status, {"data": [1, 2, 3]})
    if fault is Fault.TORN:
        return Reply(reply.status, reply.body[: len(reply.body) // 2], reply.headers)
    return reply
