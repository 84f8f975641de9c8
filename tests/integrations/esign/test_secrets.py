"""The passphrase is in the request to the service and in the signer's head, and nowhere else."""

import logging
import pickle
import traceback

import pytest

from loket.integrations.esign.authority import Authority
from loket.integrations.esign.bsre import Request
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.problems import SigningProblem
from loket.integrations.esign.signing import Identity
from loket.integrations.esign.standin.state import Fault
from loket.integrations.secret import Secret
from tests.integrations.esign.desk import NOW, letter, sign
from tests.integrations.esign.standins import KADIS, NIK, Talk

PHRASE, CODE = "k4ta-s4ndi-y4ng-r4h4si4", "918273"
LAYERS = ("httpx", "httpcore", "pyhanko", "loket", "asyncio")


@pytest.fixture
def everything(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Log all that anybody has to say."""
    for name in ("", *LAYERS):
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


def _told(error: BaseException) -> str:
    """Everything that a report of an error may hold: messages, causes, contexts and the variables of all frames."""
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    below = [_told(each) for each in (error.__cause__, error.__context__) if each]
    return "".join([*report.format(), repr(error), repr(vars(error)), *below])


@pytest.mark.parametrize("version", (1, 2))
@pytest.mark.parametrize("fault", (None, *Fault))
def test_nothing_but_the_request_holds_the_passphrase(
    bsre: Talk, everything: pytest.LogCaptureFixture, version: int, fault: Fault | None
) -> None:
    client = bsre.client(version, patient=fault is not Fault.SLOW)
    if fault:
        bsre.standin.break_next("sign", fault)

    with pytest.raises(SigningProblem) as problem:
        sign(client, letter(), KADIS, passphrase=Secret(PHRASE), totp=Secret(CODE))

    told = _told(problem.value) + everything.text + repr(client)
    assert "HTTP Request: POST" in everything.text or fault in {Fault.DROPPED, Fault.SLOW, Fault.LOST}
    assert PHRASE not in told
    assert CODE not in told
    assert bsre.standin.password not in told


def test_the_log_of_calls_does_not_hold_the_nik(bsre: Talk, everything: pytest.LogCaptureFixture) -> None:
    sign(bsre.client(1), letter(), KADIS)

    assert "/api/user/status/****" in everything.text
    assert NIK not in everything.text


def test_a_local_signature_that_fails_does_not_tell_the_passphrase(
    everything: pytest.LogCaptureFixture, signer: InternalSigner, siti: Identity
) -> None:
    with pytest.raises(SigningProblem) as problem:
        sign(signer, letter(), siti, passphrase=Secret(PHRASE))

    assert PHRASE not in _told(problem.value) + everything.text


def test_what_holds_a_secret_does_not_show_it(authority: Authority) -> None:
    issued = authority.issue("Siti", passphrase=Secret(PHRASE), now=NOW)
    identity = Identity(key="197001", nama="Siti", nik=NIK, pkcs12=issued.pkcs12)
    request = Request(b"%PDF-", NIK, Secret(PHRASE), Secret(CODE), "", "")

    shown = repr((Secret(PHRASE), str(Secret(PHRASE)), identity, issued, request, authority))

    assert [secret for secret in (PHRASE, CODE, NIK, "197001", "x30") if secret in shown] == []


def test_a_secret_cannot_be_put_into_a_queue() -> None:
    with pytest.raises(TypeError, match="never stored"):
        pickle.dumps(Secret(PHRASE))


def test_a_secret_of_nothing_strikes_nothing() -> None:
    assert Secret("").struck_from("Passphrase anda salah") == "Passphrase anda salah"
    assert not Secret("")
