"""A time-stamp authority on the network in the place of the office's own."""

from datetime import datetime

import httpx
import pytest
from asn1crypto import tsp
from cryptography.hazmat.primitives.serialization import Encoding

from loket.integrations.esign.authority import Authority, make_authority
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.problems import Passing, TimestampDown, TimestampUntrusted
from loket.integrations.esign.reports import Trust
from loket.integrations.esign.signing import Identity
from loket.integrations.esign.timestamps import InternalTimestamper
from tests.integrations.esign.desk import NOW, letter, sign

URL = "http://tsa.example.go.id/"


@pytest.fixture(scope="module")
def national() -> Authority:
    return make_authority("Otoritas Waktu", NOW)


def _served(authority: Authority, now: datetime) -> httpx.Client:
    stamper = InternalTimestamper(authority, now)

    def serve(request: httpx.Request) -> httpx.Response:
        assert request.headers["Content-Type"] == "application/timestamp-query"
        stamp = stamper.request_tsa_response(tsp.TimeStampReq.load(request.content))
        return httpx.Response(200, content=stamp.dump())

    return httpx.Client(transport=httpx.MockTransport(serve))


def test_the_time_is_that_of_the_other_authority(
    authority: Authority, national: Authority, siti: Identity
) -> None:
    root = national.certificate.public_bytes(Encoding.DER)
    signer = InternalSigner(authority=authority, tsa_url=URL, tsa_roots=(root,), http=_served(national, NOW))

    pdf = sign(signer, letter(), siti).pdf

    ours, theirs = authority.trust(NOW), national.trust(NOW)
    both = Trust(roots=ours.roots + theirs.roots, crls=ours.crls + theirs.crls)
    assert [(report.valid, report.level) for report in inspect(pdf, both, now=NOW)] == [(True, "B-LTA")]
    assert [report.level for report in inspect(pdf, ours, now=NOW)] == ["B-B"]


def test_a_time_of_nobody_that_is_known_is_not_taken(
    authority: Authority, national: Authority, siti: Identity
) -> None:
    signer = InternalSigner(authority=authority, tsa_url=URL, http=_served(national, NOW))

    with pytest.raises(TimestampUntrusted):
        sign(signer, letter(), siti)


def _answering(status: int, content: bytes) -> httpx.Client:
    return httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(status, content=content)))


def _silent(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("slow", request=request)


REFUSING = bytes.fromhex("30053003020102")
"""A status of 2, "rejection", and no stamp."""


@pytest.mark.parametrize(
    "client",
    (
        _answering(500, b""),
        _answering(200, b"<html>"),
        _answering(200, b""),
        _answering(200, b"\x30" * 2_000_000),
        _answering(200, REFUSING),
        httpx.Client(transport=httpx.MockTransport(_silent)),
    ),
    ids=("error", "a page", "nothing", "too much", "refusal", "silence"),
)
def test_without_a_time_stamp_nothing_is_signed(
    authority: Authority, siti: Identity, client: httpx.Client
) -> None:
    signer = InternalSigner(authority=authority, tsa_url=URL, http=client)

    with pytest.raises(TimestampDown) as problem:
        sign(signer, letter(), siti)

    assert isinstance(problem.value, Passing)
