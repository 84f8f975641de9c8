"""The service's answers, read with suspicion: what is not documented is nonsense, and nothing of it is used."""

import json
import re
from typing import Any

from loket.integrations.esign.problems import SigningProblem, Unknown, WrongPassphrase, WrongTotp
from loket.integrations.esign.service import Answer
from loket.integrations.esign.service_problems import (
    BY_STATE,
    AccountUnclear,
    NonsenseAnswer,
    NotRegistered,
    ServiceDown,
    ServiceFault,
    ServiceRefused,
    ServiceSlow,
    ServiceUnauthorised,
)
from loket.integrations.secret import Secret

MAY_SIGN = "ISSUE"
BY_CODE: dict[int, type[SigningProblem]] = {2011: NotRegistered, 2031: WrongPassphrase}
BY_STATUS: dict[int, type[SigningProblem]] = {
    401: ServiceUnauthorised,
    403: ServiceUnauthorised,
    500: ServiceFault,
    502: ServiceSlow,
    503: ServiceDown,
    504: ServiceSlow,
}
"""A gateway that gives up (502, 504) does not know whether the service behind it went on."""
_LONGEST_DETAIL = 200


def document(answer: Answer) -> dict[str, Any]:
    """Read the answer as a JSON object; anything else is an empty one."""
    try:
        found = json.loads(answer.content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def refusal(answer: Answer, *secrets: Secret | None) -> SigningProblem:
    """Say which problem an answer that is not a success stands for, without what the signer typed."""
    said = document(answer)
    words = str(said.get("error") or said.get("message") or "")
    for secret in filter(None, secrets):
        words = secret.struck_from(words)
    words = _harmless(words)
    code = _number(said.get("status_code"))
    detail = f"HTTP {answer.status}, {code}: {words}"
    if code in BY_CODE:
        return BY_CODE[code](detail)
    if "totp" in words.lower() or "otp" in words.lower().split():
        return WrongTotp(detail)
    if answer.status in BY_STATUS:
        return BY_STATUS[answer.status](detail)
    if 400 <= answer.status < 500 and said:  # noqa: PLR2004 - the client errors of HTTP
        return ServiceRefused(detail)
    return NonsenseAnswer(detail)


def _harmless(words: str) -> str:
    """The beginning of a sentence: what repeats a request has other signs, and a NIK has many digits."""
    plain = re.split(r"[^\w .,;'()/*-]", words, maxsplit=1)[0]
    return re.sub(r"\d{6,}", "****", plain)[:_LONGEST_DETAIL].strip()


def harmless_refusal(answer: Answer) -> SigningProblem:
    """Say the same of a call that signs nothing, after which nothing can be unknown."""
    problem = refusal(answer)
    return ServiceFault(problem.detail) if isinstance(problem, Unknown) else problem


def check_state(answer: Answer) -> None:
    """Let pass who may sign; whoever may not is told the state of the account."""
    state = document(answer).get("status")
    if state == MAY_SIGN and answer.status == 200:  # noqa: PLR2004 - HTTP's "OK"
        return
    if isinstance(state, str) and state in BY_STATE:
        raise BY_STATE[state]
    if answer.status == 200:  # noqa: PLR2004 - HTTP's "OK"
        raise AccountUnclear(_harmless(str(state)))
    raise harmless_refusal(answer)


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0
