"""One HTTP call to GitLab, made so that the token goes to that server only, and nowhere into a log or a report.

Only `_answered` and what it calls see the token, and nothing leaves there but a value: an exception would carry the
frames, and the request, to whoever reports it. Nothing is tried twice here.
"""

import ssl
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from loket.integrations.gitlab import problems
from loket.integrations.gitlab.answers import Answer, refusal
from loket.integrations.gitlab.problems import GitlabProblem
from loket.integrations.secret import Secret

LARGEST_ANSWER = 64 * 1024 * 1024
SECONDS = 30.0
"""Less than GitLab itself works on one request, so a write that was given up may still be done."""
READ = 15.0
"""What is read can be asked again; meanwhile other work waits."""
CONNECT = 5.0
MOST_REDIRECTS = 3
Fields = Mapping[str, Any]


class InvalidAddress(ValueError):
    """The address or the token cannot be used; the message repeats neither."""


@dataclass(frozen=True, slots=True)
class Connection:
    """`seconds` is the limit for one call as a whole; httpx alone would wait that long for every single byte."""

    root: str
    token: Secret
    client: httpx.Client = field(repr=False)
    seconds: float = SECONDS

    def close(self) -> None:
        self.client.close()

    def read(self, path: str, query: Fields | None = None) -> Answer:
        """GET; follows a moved address as long as it is on the same server."""
        address, wanted = self.root + path, query
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._ask("GET", address, query=wanted)
            if not answer.is_redirect:
                break
            target = urljoin(address, answer.headers.get("location", ""))
            if not target.startswith(self.root + "/") or _origin(target) != _origin(self.root):
                break
            address, wanted = target, None
        if not answer.is_good:
            raise refusal(answer, self.token, writes=False)
        return answer

    def write(self, method: str, path: str, fields: Fields | None) -> Answer:
        """POST, PUT or DELETE, once; a moved address is a problem of the setting, for the body would get lost on the way."""
        answer = self._ask(method, self.root + path, fields=fields)
        if not answer.is_good:
            raise refusal(answer, self.token, writes=True)
        return answer

    def _ask(
        self, method: str, address: str, *, query: Fields | None = None, fields: Fields | None = None
    ) -> Answer:
        answer = self._answered(method, address, query, fields)
        if isinstance(answer, GitlabProblem):
            raise answer
        return answer

    def _answered(
        self, method: str, address: str, query: Fields | None, fields: Fields | None
    ) -> Answer | GitlabProblem:
        writes = method != "GET"
        seconds = self.seconds if writes else min(READ, self.seconds)
        until = time.monotonic() + seconds
        limits = httpx.Timeout(seconds, connect=min(CONNECT, seconds))
        try:
            with self.client.stream(
                method, address, params=query, json=fields, auth=_Bearer(self.token), timeout=limits
            ) as response:
                return Answer(response.status_code, dict(response.headers), _body(response, until))
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            return problems.Unreachable(type(error).__name__)
        except Exception as error:  # noqa: BLE001 - no frame that has seen the token may leave
            name = type(error).__name__
            if writes:
                return problems.OutcomeUnknown(name)
            late = isinstance(error, httpx.TimeoutException | TimeoutError)
            return problems.Slow(name) if late else problems.Faulty(name)


class _Bearer(httpx.Auth):
    """Put into the request as late as can be; httpx hides this header, and no other, when it prints a request."""

    def __init__(self, token: Secret) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token.reveal()}"
        yield request


def connect(
    url: str, token: str, *, seconds: float = SECONDS, transport: httpx.BaseTransport | None = None
) -> Connection:
    """Open a connection to the GitLab at `url`; whoever does closes it."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.username or parts.query or parts.fragment:
        raise InvalidAddress("must be an address such as https://gitlab.example.go.id.")
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise InvalidAddress("must be a token as GitLab shows it once, without spaces.")
    client = httpx.Client(
        trust_env=False,
        follow_redirects=False,
        transport=transport,
        verify=_tls(parts.scheme),
        # A kept connection that the server has closed meanwhile would look like a write without an answer.
        limits=httpx.Limits(max_keepalive_connections=0),
    )
    return Connection(url.rstrip("/") + "/api/v4", Secret(token), client, seconds)


def _tls(scheme: str) -> ssl.SSLContext:
    """Trust whom the machine trusts, the office's own authority among them; where no TLS is spoken, nobody."""
    return ssl.create_default_context() if scheme == "https" else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _origin(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc


def _body(response: httpx.Response, until: float) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > LARGEST_ANSWER:
            raise ValueError("no answer is that large")
        if time.monotonic() > until:
            raise TimeoutError
        parts.append(part)
    return b"".join(parts)
