"""What both versions of the service do, whatever form the request has."""

import secrets
from dataclasses import dataclass

from loket.integrations.esign.checking import inspect
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.problems import SigningProblem
from loket.integrations.esign.reports import SignatureReport
from loket.integrations.esign.signing import Identity
from loket.integrations.esign.standin.messages import refuse
from loket.integrations.esign.standin.state import MOST_WRONG, Account, StandIn
from loket.integrations.loopback import Reply
from loket.integrations.secret import Secret

NOT_REGISTERED, WRONG_PASSPHRASE = 2011, 2031


@dataclass(frozen=True, slots=True)
class Wanted:
    pdf: bytes
    nik: str
    passphrase: str
    reason: str
    location: str
    totp: str = ""


def state_of(standin: StandIn, nik: str) -> str:
    account = standin.accounts.get(nik)
    return account.state if account else "NOT_REGISTERED"


def send_totp(standin: StandIn, nik: str) -> bool:
    """Make a code that holds for one signature; a real service would send it to the signer's telephone."""
    account = standin.accounts.get(nik)
    if account is None:
        return False
    account.totp = f"{secrets.randbelow(1_000_000):06}"
    return True


def sign(standin: StandIn, wanted: Wanted) -> bytes | Reply:
    """Sign for real with the stand-in's authority, or refuse as the service does."""
    account = standin.accounts.get(wanted.nik)
    if account is None:
        return refuse("User tidak terdaftar", NOT_REGISTERED)
    if account.state != "ISSUE":
        return refuse(f"Status user {account.state}", 400)
    if wanted.passphrase != account.passphrase.reveal():
        account.wrong += 1
        if account.wrong >= MOST_WRONG:
            account.state = "SUSPEND"
        return refuse("Passphrase anda salah", WRONG_PASSPHRASE)
    if account.needs_totp and (not account.totp or wanted.totp != account.totp):
        return refuse("Kode TOTP salah", 400)
    account.wrong, account.totp = 0, ""
    return _signed(standin, account, wanted)


def _signed(standin: StandIn, account: Account, wanted: Wanted) -> bytes | Reply:
    now = standin.clock()
    phrase = Secret(f"kunci tiruan {account.nik}")
    if not account.pkcs12:
        account.pkcs12 = standin.authority.issue(account.nama, passphrase=phrase, now=now).pkcs12
    signer = InternalSigner(authority=standin.authority)
    identity = Identity(key=account.nik, nama=account.nama, pkcs12=account.pkcs12)
    try:
        return signer.sign(
            wanted.pdf,
            identity=identity,
            passphrase=phrase,
            reason=wanted.reason,
            location=wanted.location,
            now=now,
        ).pdf
    except SigningProblem as problem:
        return refuse(problem.sentence, 400)


def examine(standin: StandIn, pdf: bytes) -> tuple[SignatureReport, ...]:
    return inspect(pdf, standin.trust(), now=standin.clock())
