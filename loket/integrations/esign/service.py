"""One HTTP call to the eSign client service, made so that nothing of what it carries gets out another way.

The body holds the passphrase in plain text. Only `_answered` and what it calls ever see it, and nothing leaves
there but a value: an exception would carry the frames, and the request, to whoever reports it.
"""

import logging
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from loket.integrations.esign.problems import SigningProblem
from loket.integrations.esign.service_problems import AnswerLost, ServiceDown, ServiceSlow

LARGEST_ANSWER = 128 * 1024 * 1024
QUICK = 10.0
"""What signs nothing answers within so many seconds; so much is kept back to fetch what was signed."""
CONNECT = 10.0
TRANSACTION = "id_dokumen"
Body = Callable[[], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def transaction(self) -> str:
        return self.headers.get(TRANSACTION, "")


@dataclass(frozen=True, slots=True)
class Service:
    """Opened for one signing: `seconds` is the limit for all of its calls together, and runs from the opening.

    httpx alone would wait that long for every single byte.
    """

    client: httpx.Client = field(repr=False)
    seconds: float
    opened_at: float = field(default_factory=time.monotonic)

    def close(self) -> None:
        self.client.close()

    def ask(self, method: str, path: str, body: Body = dict) -> Answer:
        """Call, and raise what stood in the way; a call that was not answered may have signed."""
        answer = self._answered(method, path, body, self._ends() - min(QUICK, self.seconds / 4))
        if isinstance(answer, SigningProblem):
            raise answer
        return answer

    def ask_harmlessly(self, method: str, path: str, body: Body = dict) -> Answer:
        """Call something that signs nothing: silence then is a service that is away, and no riddle."""
        answer = self._answered(method, path, body, min(self._ends(), time.monotonic() + QUICK))
        if isinstance(answer, SigningProblem):
            raise ServiceDown(answer.detail)
        return answer

    def _ends(self) -> float:
        return self.opened_at + self.seconds

    def _answered(self, method: str, path: str, body: Body, until: float) -> Answer | SigningProblem:
        left = until - time.monotonic()
        if left <= 0:
            return ServiceDown("no time left")
        limits = httpx.Timeout(left, connect=min(CONNECT, left))
        known: dict[str, str] = {}
        try:
            with self.client.stream(method, path, timeout=limits, **body()) as response:
                known.update(response.headers)
                content = _read(response, until)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            return ServiceDown(type(error).__name__)
        except (httpx.TimeoutException, TimeoutError) as error:
            return ServiceSlow(type(error).__name__, transaction=known.get(TRANSACTION, ""))
        except Exception as error:  # noqa: BLE001 - no frame that has seen the passphrase may leave
            return AnswerLost(type(error).__name__, transaction=known.get(TRANSACTION, ""))
        return Answer(response.status_code, known, content)


def _read(response: httpx.Response, until: float) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > LARGEST_ANSWER:
            raise ValueError("no answer is that large")
        if time.monotonic() > until:
            raise TimeoutError
        parts.append(part)
    return b"".join(parts)


class _WithoutNik(logging.Filter):
    """The first version of the service wants the NIK in the address, and httpx logs addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                re.sub(r"\d{16}", "****", str(arg)) if isinstance(arg, httpx.URL) else arg
                for arg in record.args
            )
        return True


logging.getLogger("httpx").addFilter(_WithoutNik())
