"""GitLab's answers, read with suspicion: refusals come in many shapes, and some of them are not JSON."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from loket.integrations.gitlab import problems
from loket.integrations.gitlab.problems import GitlabProblem
from loket.integrations.secret import Secret

LONGEST_PAUSE = 3600.0
USUAL_PAUSE = 60.0
_LONGEST_DETAIL = 200
_BY_STATUS: dict[int, type[GitlabProblem]] = {
    401: problems.TokenRefused,
    403: problems.Forbidden,
    404: problems.Missing,
    409: problems.Conflict,
    429: problems.Throttled,
}


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def is_good(self) -> bool:
        return 200 <= self.status < 300  # noqa: PLR2004 - the successes of HTTP

    @property
    def is_redirect(self) -> bool:
        return self.status in {301, 302, 307, 308}

    def json(self) -> Any:
        """Give what the body says as JSON; None where it is no JSON."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            return None


def refusal(answer: Answer, token: Secret, *, writes: bool) -> GitlabProblem:
    """Say which problem an answer that is no success stands for; `writes`: it may have been done all the same."""
    words = _words(answer)
    detail = f"HTTP {answer.status}: {_harmless(token.struck_from(words))}"
    if answer.is_redirect:
        return problems.Elsewhere(detail)
    if answer.status in _BY_STATUS:
        return _by_status(answer, words)(detail, retry_after=_pause(answer) if answer.status == 429 else None)  # noqa: PLR2004 - "Too Many Requests"
    if 400 <= answer.status < 500 and answer.status != 408:  # noqa: PLR2004 - client errors; 408 is a time-out
        return problems.Refused(detail)
    if writes:
        return problems.OutcomeUnknown(detail)
    return problems.Faulty(detail) if answer.status >= 500 else problems.Nonsense(detail)  # noqa: PLR2004 - server errors


def _by_status(answer: Answer, words: str) -> type[GitlabProblem]:
    lower = words.lower()
    if answer.status == 401 and "expired" in lower:  # noqa: PLR2004 - "Unauthorized"
        return problems.TokenExpired
    if answer.status == 403 and "insufficient_scope" in lower:  # noqa: PLR2004 - "Forbidden"
        return problems.ScopeMissing
    if answer.status == 404 and "project" in lower:  # noqa: PLR2004 - "Not Found"
        return problems.ProjectMissing
    return _BY_STATUS[answer.status]


def _words(answer: Answer) -> str:
    """What it says in "message", "error" and "error_description", each a text, a list or an object."""
    said = answer.json()
    if not isinstance(said, dict):
        kind = answer.headers.get("content-type", "")
        return answer.content[:_LONGEST_DETAIL].decode("utf-8", "replace") if "text/plain" in kind else kind
    parts = (said.get(name) for name in ("message", "error", "error_description"))
    return "; ".join(_flat(part) for part in parts if part)


def _flat(said: object) -> str:
    if isinstance(said, dict):
        return ", ".join(f"{name}: {_flat(each)}" for name, each in list(said.items())[:5])
    if isinstance(said, list):
        return ", ".join(_flat(each) for each in said[:5])
    return str(said)


def _harmless(words: str) -> str:
    """One short line without what could forge a second line of a log."""
    return re.sub(r"[^\x20-\x7e\u00a0-\u024f]+", " ", words)[:_LONGEST_DETAIL].strip()


def _pause(answer: Answer) -> float:
    """Seconds until the next try may come: a number, or a date as seen from the server's own clock."""
    said = answer.headers.get("retry-after", "").strip()
    seconds = USUAL_PAUSE
    if re.fullmatch(r"[0-9]{1,6}", said):
        seconds = float(said)
    elif (until := _date(said)) and (since := _date(answer.headers.get("date", ""))):
        seconds = (until - since).total_seconds()
    return min(max(seconds, 1.0), LONGEST_PAUSE)


def _date(said: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(said)
    except ValueError:
        return None
    return found if found.tzinfo else None
