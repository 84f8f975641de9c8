"""Whether a hook comes from the GitLab that knows our secret; asked before anything in it is read.

GitLab 19 signs as Standard Webhooks says (https://www.standardwebhooks.com); an older one sends the secret itself.
"""

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest, digest

PREFIX = "whsec_"
TOLERANCE = timedelta(minutes=5)
"""How far the clocks may differ, and how long somebody who has listened could send the same again."""
SHORTEST, LONGEST = 24, 64
"""Bytes of a key, as Standard Webhooks wants them."""
MOST_SIGNATURES = 10
"""While a key is changed there are two; a header full of them is no reason to reckon for long."""
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_SECONDS = re.compile(r"[0-9]{1,11}")


def key_of(signing_token: str) -> bytes:
    """Read `whsec_` and base64. Raises ValueError with a sentence that does not repeat it."""
    try:
        key = b64decode(signing_token.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        key = b""
    if not signing_token.startswith(PREFIX) or not SHORTEST <= len(key) <= LONGEST:
        raise ValueError("must be the signing token that GitLab shows once, beginning with whsec_.")
    return key


@dataclass(frozen=True, slots=True)
class Signed:
    """What the three headers say; `id` is the same when GitLab sends again."""

    id: str
    seconds: str
    signatures: tuple[str, ...]

    def is_fresh(self, now: datetime) -> bool:
        return abs(now.timestamp() - int(self.seconds)) <= TOLERANCE.total_seconds()

    def is_by(self, key: bytes, body: bytes) -> bool:
        """Whether one of its signatures is that of this key over its number, its time and the body as it came."""
        right = b64encode(digest(key, f"{self.id}.{self.seconds}.".encode() + body, sha256))
        # All are compared, so that the time tells nothing about which of them was right.
        return sum(compare_digest(right, one.encode()) for one in self.signatures) > 0


def signed(headers: Mapping[str, str]) -> Signed | None:
    """Read the headers, by their names in small letters; None where one is missing or could not be one."""
    key, seconds = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    said = headers.get("webhook-signature", "").split(" ")[:MOST_SIGNATURES]
    found = tuple(one.removeprefix("v1,") for one in said if one.startswith("v1,"))
    if not _KEY.fullmatch(key) or not _SECONDS.fullmatch(seconds) or not found:
        return None
    return Signed(key, seconds, found)


def holds(headers: Mapping[str, str], secret: str) -> bool:
    """Whether the plain secret of an older GitLab is there; how much of it is right, the time does not tell."""
    return compare_digest(headers.get("x-gitlab-token", "").encode(), secret.encode())


def delivery_key(headers: Mapping[str, str], body: bytes) -> str:
    """Give what is the same when GitLab sends again; one older than 17.4 says nothing, but sends the same body."""
    for name in ("webhook-id", "idempotency-key"):
        if _KEY.fullmatch(headers.get(name, "")):
            return headers[name]
    return "sha256:" + sha256(headers.get("x-gitlab-webhook-uuid", "").encode() + b"\n" + body).hexdigest()
