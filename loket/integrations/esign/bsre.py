"""Signing by the eSign client service of BSrE: the certificate is BSrE's, the passphrase the signer's alone."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime

from loket.integrations.esign.increment import check_increment
from loket.integrations.esign.problems import (
    IdentityIncomplete,
    NotSignable,
    Permanent,
    TotpMissing,
    Unknown,
)
from loket.integrations.esign.reading import LARGEST, opened
from loket.integrations.esign.service import Answer, Service
from loket.integrations.esign.service_answers import check_state
from loket.integrations.esign.signing import Identity, Method, Signed
from loket.integrations.secret import Secret


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back as the signed document, before anybody has looked at it."""

    pdf: bytes = field(repr=False)
    transaction: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """What the service itself says about a signed PDF."""

    valid: bool
    summary: str
    signatures: int


@dataclass(frozen=True, slots=True)
class Request:
    """One document for one signer."""

    pdf: bytes = field(repr=False)
    nik: str = field(repr=False)
    passphrase: Secret
    totp: Secret | None
    reason: str
    location: str


@dataclass(frozen=True, slots=True)
class Bsre(ABC):
    service: Service
    needs_totp: bool = False

    @property
    def method(self) -> Method:
        return "bsre"

    def sign(
        self,
        pdf: bytes,
        *,
        identity: Identity,
        passphrase: Secret,
        reason: str,
        location: str,
        now: datetime,
        totp: Secret | None = None,
    ) -> Signed:
        """Ask for the state of the account first: a refusal there costs none of the signer's few tries."""
        nik = nik_of(identity)
        _check_pdf(pdf)
        if self.needs_totp and not totp:
            raise TotpMissing
        self.check_account(identity)
        returned = self._sign(Request(pdf, nik, passphrase, totp, reason, location))
        return _accepted(pdf, returned, now)

    def close(self) -> None:
        self.service.close()

    def check_account(self, identity: Identity) -> None:
        """Return if this person may sign at BSrE today, or raise what is in the way."""
        check_state(self._state(nik_of(identity)))

    def recover(self, pdf: bytes, *, unknown: Unknown, now: datetime) -> Signed:
        """After an Unknown problem: fetch what the service has signed of `pdf`, or say that it cannot be had."""
        return _accepted(pdf, self._recovered(unknown.transaction), now)

    @abstractmethod
    def verify(self, pdf: bytes) -> Verification: ...

    @abstractmethod
    def _state(self, nik: str) -> Answer: ...

    @abstractmethod
    def _sign(self, request: Request) -> Returned: ...

    @abstractmethod
    def _recovered(self, transaction: str) -> Returned: ...


def _accepted(pdf: bytes, returned: Returned, now: datetime) -> Signed:
    report = check_increment(pdf, returned.pdf, now=now)
    return Signed(
        pdf=returned.pdf,
        at=now,
        method="bsre",
        name=report.signer,
        certificate=report.certificate,
        transaction=returned.transaction,
    )


def is_nik(typed: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{16}", typed))


def nik_of(identity: Identity) -> str:
    if not is_nik(identity.nik):
        raise IdentityIncomplete
    return identity.nik


def _check_pdf(pdf: bytes) -> None:
    problem: Permanent | None = NotSignable("too large") if len(pdf) > LARGEST else None
    with opened(pdf) as reader:
        if reader is None or reader.encrypted:
            problem = NotSignable("unreadable or encrypted")
    if problem:
        raise problem
