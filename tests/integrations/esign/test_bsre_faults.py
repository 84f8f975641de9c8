"""A service that is down, slow, lying or half awake: a clear sentence, and never a half-signed letter."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import httpx
import pytest

from loket.integrations.esign import service
from loket.integrations.esign.bsre import Request
from loket.integrations.esign.bsre_url import bsre_from_url
from loket.integrations.esign.bsre_v1 import BsreV1
from loket.integrations.esign.bsre_v2 import BsreV2
from loket.integrations.esign.problems import (
    Passing,
    Permanent,
    RecoveryUnavailable,
    SigningProblem,
    Unknown,
)
from loket.integrations.esign.service_problems import (
    AnswerLost,
    NonsenseAnswer,
    OtherDocument,
    ServiceDown,
    ServiceFault,
    ServiceRefused,
    ServiceSlow,
)
from loket.integrations.esign.standin.state import Fault
from tests.integrations.esign.desk import NOW, PASSPHRASE, letter, sign
from tests.integrations.esign.standins import KADIS, Talk

REQUEST = Request(letter(), KADIS.nik, PASSPHRASE, None, "", "")
VERSIONS = pytest.mark.parametrize("version", (1, 2))

WHILE_SIGNING: dict[Fault, type[SigningProblem]] = {
    Fault.DROPPED: AnswerLost,
    Fault.SLOW: ServiceSlow,
    Fault.LOST: AnswerLost,
    Fault.HALF: AnswerLost,
    Fault.ERROR: ServiceFault,
    Fault.GATEWAY: ServiceSlow,
    Fault.HTML: NonsenseAnswer,
    Fault.WRONG_JSON: NonsenseAnswer,
    Fault.REDIRECT: NonsenseAnswer,
    Fault.OTHER_PDF: OtherDocument,
    Fault.UNSIGNED: OtherDocument,
    Fault.ECHO: ServiceRefused,
}


def test_every_fault_of_the_stand_in_is_tried() -> None:
    assert set(WHILE_SIGNING) == set(Fault)


@VERSIONS
@pytest.mark.parametrize("fault", tuple(Fault))
def test_a_fault_while_signing_has_its_sentence(bsre: Talk, version: int, fault: Fault) -> None:
    client = bsre.client(version, patient=fault is not Fault.SLOW)
    bsre.standin.break_next("sign", fault)

    with pytest.raises(WHILE_SIGNING[fault]) as problem:
        sign(client, letter(), KADIS)

    assert problem.value.sentence.endswith(".")
    assert type(problem.value).__mro__[1] in {Passing, Permanent, Unknown}


@VERSIONS
def test_after_a_fault_the_letter_is_signed_as_if_nothing_had_been(bsre: Talk, version: int) -> None:
    client = bsre.client(version)
    bsre.standin.break_next("sign", Fault.LOST)
    with pytest.raises(AnswerLost):
        sign(client, letter(), KADIS)

    assert sign(client, letter(), KADIS).pdf.startswith(letter())


@VERSIONS
@pytest.mark.parametrize("fault", (Fault.DROPPED, Fault.ERROR, Fault.GATEWAY, Fault.REDIRECT))
def test_a_fault_before_signing_leaves_nothing_unknown(bsre: Talk, version: int, fault: Fault) -> None:
    bsre.standin.break_next("status", fault)

    with pytest.raises(Passing):
        sign(bsre.client(version), letter(), KADIS)
    assert bsre.standin.calls == ["status"]


@VERSIONS
def test_nonsense_about_an_account_does_not_sign(bsre: Talk, version: int) -> None:
    bsre.standin.break_next("status", Fault.HTML)

    with pytest.raises(Permanent):
        sign(bsre.client(version), letter(), KADIS)
    assert bsre.standin.calls == ["status"]


@VERSIONS
@pytest.mark.parametrize("fault", (Fault.DROPPED, Fault.ERROR, Fault.HTML, Fault.WRONG_JSON, Fault.GATEWAY))
def test_a_fault_while_verifying_says_nothing_about_the_letter(
    bsre: Talk, version: int, fault: Fault
) -> None:
    bsre.standin.break_next("verify", fault)

    with pytest.raises(Passing):
        bsre.client(version).verify(letter())


@VERSIONS
def test_where_nobody_listens_nothing_was_signed(bsre: Talk, version: int) -> None:
    client = bsre_from_url(f"http://loket:x@127.0.0.1:9/?versi={version}")

    with pytest.raises(ServiceDown):
        sign(client, letter(), KADIS)


def test_what_was_signed_before_the_answer_broke_off_is_fetched_once(bsre: Talk) -> None:
    client = bsre.client(1)
    bsre.standin.break_next("sign", Fault.HALF)
    with pytest.raises(Unknown) as lost:
        sign(client, letter(), KADIS)

    recovered = client.recover(letter(), unknown=lost.value, now=NOW)

    assert recovered.pdf.startswith(letter())
    assert recovered.transaction == lost.value.transaction
    assert bsre.standin.calls == ["status", "sign", "download"]
    with pytest.raises(RecoveryUnavailable):
        client.recover(letter(), unknown=lost.value, now=NOW)


@VERSIONS
def test_what_was_signed_without_a_number_cannot_be_fetched_and_may_be_signed_anew(
    bsre: Talk, version: int
) -> None:
    client = bsre.client(version)
    bsre.standin.break_next("sign", Fault.LOST)
    with pytest.raises(Unknown) as lost:
        sign(client, letter(), KADIS)

    with pytest.raises(RecoveryUnavailable) as unavailable:
        client.recover(letter(), unknown=lost.value, now=NOW)

    assert "Naskah dapat ditandatangani ulang" in unavailable.value.sentence


def _answering(version: int, content: bytes, **headers: str) -> BsreV1 | BsreV2:
    def serve(request: httpx.Request) -> httpx.Response:
        if "status" in request.url.path:
            return httpx.Response(200, json={"status": "ISSUE"})
        return httpx.Response(200, content=content, headers=headers)

    return bsre_from_url(f"http://u:p@esign/?versi={version}", transport=httpx.MockTransport(serve))


@pytest.mark.parametrize(
    "content",
    (
        b'{"file": []}',
        b'{"file": ["a", "b"]}',
        b'{"file": [1]}',
        b'{"file": ["?"]}',
        b'{"file": ["AAAA"]}',
        b"[" * 99_999,
    ),
)
def test_an_answer_without_just_one_pdf_is_nonsense(content: bytes) -> None:
    with pytest.raises(NonsenseAnswer):
        sign(_answering(2, content), letter(), KADIS)


def test_an_answer_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "LARGEST_ANSWER", 1000)

    with pytest.raises(AnswerLost) as lost:
        sign(_answering(1, b"%PDF-" + b"0" * 2000, id_dokumen="abc"), letter(), KADIS)

    assert lost.value.transaction == "abc"


def test_an_answer_that_only_trickles_is_given_up_in_time() -> None:
    client = _talking(lambda: httpx.Response(200, content=_trickle(), headers={"id_dokumen": "abc"}), 0.2)

    with pytest.raises(ServiceSlow) as slow:
        client._sign(REQUEST)

    assert slow.value.transaction == "abc"


def _talking(answer: Callable[[], httpx.Response], seconds: float) -> BsreV1 | BsreV2:
    transport = httpx.MockTransport(lambda _: answer())
    client = bsre_from_url("http://u:p@esign/?versi=1", transport=transport)
    return replace(client, service=replace(client.service, seconds=seconds))


def _trickle() -> Iterator[bytes]:
    yield b"%PDF-"
    time.sleep(0.2)
    yield b"1"


def test_all_calls_of_a_signing_share_one_limit_and_what_has_no_time_left_is_not_asked() -> None:
    asked: list[httpx.Response] = []

    def answer() -> httpx.Response:
        asked.append(httpx.Response(200, json={"status": "ISSUE"}))
        return asked[-1]

    client = _talking(answer, 0.2)
    client.check_account(KADIS)
    time.sleep(0.2)

    with pytest.raises(ServiceDown, match="no time left"):
        client._sign(REQUEST)
    with pytest.raises(ServiceDown, match="no time left"):
        client.check_account(KADIS)

    assert len(asked) == 1


def test_time_is_kept_back_to_fetch_what_was_signed() -> None:
    limits: list[dict[str, float]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        limits.append(request.extensions["timeout"])
        return httpx.Response(200, json={"status": "ISSUE"}, headers={"id_dokumen": "abc"})

    client = bsre_from_url("http://u:p@esign/?versi=1", transport=httpx.MockTransport(answer))
    client.check_account(KADIS)
    with pytest.raises(NonsenseAnswer):
        client._sign(REQUEST)

    status, sign_call = (round(one["read"]) for one in limits)
    assert (status, sign_call) == (service.QUICK, client.service.seconds - service.QUICK)
    client.close()
    assert client.service.client.is_closed


def test_a_number_that_could_lead_elsewhere_is_not_followed(bsre: Talk) -> None:
    with pytest.raises(RecoveryUnavailable):
        bsre.client(1).recover(letter(), unknown=AnswerLost(transaction="../user/status/1"), now=NOW)
    assert bsre.standin.calls == []


def test_another_document_is_not_recovered_either(bsre: Talk) -> None:
    number = bsre.standin.keep(sign(bsre.client(1), letter(), KADIS).pdf)

    with pytest.raises(OtherDocument):
        bsre.client(1).recover(letter() + b"\n", unknown=AnswerLost(transaction=number), now=NOW)
