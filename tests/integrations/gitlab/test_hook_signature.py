"""Whether a hook is GitLab's: by its signature, or by the plain secret of an older GitLab."""

from base64 import b64encode
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.integrations.gitlab.hook_signature import (
    TOLERANCE,
    delivery_key,
    holds,
    key_of,
    signed,
)
from loket.integrations.gitlab.standin.hooks import signature
from tests.integrations.gitlab.standins import START

SECRET = b"0123456789abcdef0123456789abcdef"
TOKEN = "whsec_" + b64encode(SECRET).decode()
AT = int(START.timestamp())


def said(body: bytes, *, at: int = AT, token: str = TOKEN, key: str = "nomor-1") -> dict[str, str]:
    return {
        "webhook-id": key,
        "webhook-timestamp": str(at),
        "webhook-signature": signature(token, key, at, body),
    }


def is_by_us(headers: dict[str, str], body: bytes) -> bool:
    found = signed(headers)
    return found is not None and found.is_by(key_of(TOKEN), body)


def test_the_example_of_standard_webhooks_holds() -> None:
    """The pair of the specification's own libraries."""
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    found = signed(headers)

    assert found
    assert found.is_by(key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), b'{"test": 2432232314}')


@given(st.binary(max_size=200))
def test_what_is_signed_holds_whatever_it_is(body: bytes) -> None:
    assert is_by_us(said(body), body)


@given(st.binary(min_size=1, max_size=60), st.integers(0, 10**6), st.integers(1, 255))
def test_one_other_byte_and_it_does_not(body: bytes, where: int, by: int) -> None:
    other = bytearray(body)
    other[where % len(body)] ^= by

    assert not is_by_us(said(body), bytes(other))


@pytest.mark.parametrize("name", ("webhook-id", "webhook-timestamp"))
def test_number_and_time_are_signed_too(name: str) -> None:
    assert not is_by_us(said(b"{}") | {name: "1795489201"}, b"{}")


def test_of_several_signatures_one_has_to_be_right() -> None:
    headers = said(b"{}")
    other = signature("whsec_" + b64encode(b"x" * 32).decode(), "nomor-1", AT, b"{}")

    for both in (f"{other} {headers['webhook-signature']}", f"v2,abc {headers['webhook-signature']} v1,"):
        assert is_by_us(headers | {"webhook-signature": both}, b"{}")
    assert not is_by_us(headers | {"webhook-signature": f"{other} {other}"}, b"{}")


@pytest.mark.parametrize(
    "wrong",
    (
        {"webhook-id": ""},
        {"webhook-id": "dua kata"},
        {"webhook-id": "x" * 201},
        {"webhook-timestamp": ""},
        {"webhook-timestamp": "-5"},
        {"webhook-timestamp": "1e9"},
        {"webhook-timestamp": "9" * 400},
        {"webhook-timestamp": "\u0661\u0662"},
        {"webhook-signature": ""},
        {"webhook-signature": "v1a,abc"},
    ),
)
def test_headers_that_cannot_be_are_none(wrong: dict[str, str]) -> None:
    assert signed(said(b"{}") | wrong) is None


@given(st.dictionaries(st.sampled_from(tuple(said(b""))), st.text(max_size=50)), st.binary(max_size=50))
def test_whatever_somebody_makes_up_does_not_hold(made_up: dict[str, str], body: bytes) -> None:
    assert not is_by_us(made_up, body)


def test_it_is_fresh_for_five_minutes_in_either_direction() -> None:
    found = signed(said(b"{}"))
    assert found

    assert found.is_fresh(START + TOLERANCE)
    assert found.is_fresh(START - TOLERANCE)
    assert not found.is_fresh(START + TOLERANCE + timedelta(seconds=1))
    assert not found.is_fresh(START - TOLERANCE - timedelta(seconds=1))


@pytest.mark.parametrize(
    "wrong",
    (
        "",
        "whsec_",
        "rahasia",
        "whsec_###",
        b64encode(SECRET).decode(),
        "whsec_" + b64encode(b"short").decode(),
    ),
)
def test_a_signing_token_that_cannot_be_one_is_refused_without_being_repeated(wrong: str) -> None:
    with pytest.raises(ValueError, match="must be the signing token") as refused:
        key_of(wrong)

    assert not wrong or wrong == "whsec_" or wrong not in str(refused.value)


def test_the_plain_secret_has_to_be_whole() -> None:
    assert holds({"x-gitlab-token": "rahasia-é"}, "rahasia-é")
    assert not holds({"x-gitlab-token": "rahasia"}, "rahasia-é")
    assert not holds({}, "rahasia")


def test_what_is_sent_again_has_the_same_key() -> None:
    sent = {"idempotency-key": "k-1", "x-gitlab-webhook-uuid": "w"}

    assert delivery_key(sent, b"{}") == "k-1"
    assert delivery_key(sent | {"webhook-id": "k-2"}, b"{}") == "k-2"
    older = delivery_key({"x-gitlab-webhook-uuid": "w"}, b"{}")
    assert older == delivery_key({"x-gitlab-webhook-uuid": "w", "idempotency-key": "a b"}, b"{}")
    others = {
        delivery_key({"x-gitlab-webhook-uuid": "v"}, b"{}"),
        delivery_key({}, b"{}"),
        delivery_key({}, b""),
    }
    assert len({older, *others}) == 4
    assert len(older) < 200
