"""What no page may do: throw, break the policy of content, call another host, fail, or miss a part of itself."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

FAILED, REFUSED = 500, 400
_SAID_TWICE = "Failed to load resource"
"""The console repeats what the answers have told already."""
_NO_REQUESTS = ("data", "blob")


class Watch:
    """Collects the complaints about every page of the contexts it follows."""

    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.complaints: list[str] = []
        self._is_resting = False
        self.expected: set[int] = set()
        """Refusals by status that a test provokes on purpose where no page is opened (a draft, an upload)."""

    def begin(self) -> None:
        """Listen to a new test."""
        self.complaints.clear()
        self.expected.clear()
        self._is_resting = False

    def rest(self) -> None:
        """Hear no more: what follows is done by the test, not by the page."""
        self._is_resting = True

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda problem: self._complain(f"threw: {problem.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _complain(self, what: str) -> None:
        if not self._is_resting:
            self.complaints.append(what)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(_SAID_TWICE):
            self._complain(f"console: {message.text} ({message.location.get('url')})")

    def _request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.netloc != self.host and url.scheme not in _NO_REQUESTS:
            self._complain(f"another host: {request.url}")

    def _response(self, response: Response) -> None:
        failed = response.status >= FAILED
        missed = response.status >= REFUSED and not _is_page(response)
        if (failed or missed) and response.status not in self.expected:
            self._complain(f"{response.status}: {response.request.method} {response.url}")


def _is_page(response: Any) -> bool:
    return bool(response.request.is_navigation_request())
