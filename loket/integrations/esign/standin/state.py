"""Whom the stand-in knows, what it has signed, and how it shall fail next."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from threading import Event, Lock

from loket.integrations.esign.authority import Authority, make_authority
from loket.integrations.esign.reports import Trust
from loket.integrations.secret import Secret

OFFICE = "BSrE TIRUAN (UJI COBA)"
MOST_WRONG = 3
Clock = Callable[[], datetime]


class Fault(StrEnum):
    """What may go wrong with one call."""

    DROPPED = "closes the connection before it has done anything"
    SLOW = "does not answer until the client has given up"
    LOST = "does what was asked, and loses the answer"
    HALF = "does what was asked, and breaks off in the middle of the answer"
    ERROR = "answers HTTP 500 with a JSON error"
    GATEWAY = "answers HTTP 504 as a proxy does"
    HTML = "answers with a page"
    WRONG_JSON = "answers with JSON that nobody has documented"
    REDIRECT = "sends the client to another address"
    OTHER_PDF = "signs and returns another document"
    UNSIGNED = "returns the document as it came"
    ECHO = "repeats in its error what it was sent"


@dataclass(slots=True)
class Account:
    """`state` is what the status call says; only ISSUE may sign."""

    nik: str
    nama: str
    passphrase: Secret
    state: str = "ISSUE"
    needs_totp: bool = False
    totp: str = field(default="", repr=False)
    wrong: int = 0
    pkcs12: bytes = field(default=b"", repr=False)


@dataclass(slots=True)
class StandIn:
    accounts: dict[str, Account]
    authority: Authority
    clock: Clock
    username: str = "loket"
    password: str = field(default="rahasia-layanan", repr=False)
    faults: dict[str, Fault] = field(default_factory=dict)
    documents: dict[str, bytes] = field(default_factory=dict, repr=False)
    calls: list[str] = field(default_factory=list)
    closing: Event = field(default_factory=Event, repr=False)
    lock: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def with_accounts(
        cls, accounts: Iterable[Account], *, clock: Clock, authority: Authority | None = None
    ) -> "StandIn":
        return cls(
            accounts={account.nik: account for account in accounts},
            authority=authority or make_authority(OFFICE, clock()),
            clock=clock,
        )

    def break_next(self, call: str, fault: Fault) -> None:
        """Let the next call of a kind fail: `status`, `sign`, `totp`, `verify` or `download`."""
        self.faults[call] = fault

    def trust(self) -> Trust:
        return self.authority.trust(self.clock())

    def keep(self, pdf: bytes) -> str:
        """Keep a signed document for its one download."""
        number = secrets.token_hex(16)
        self.documents[number] = pdf
        return number
