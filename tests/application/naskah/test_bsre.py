"""By BSrE: with one's passphrase, a code where one is asked for, and no doubt about what has been signed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import override_settings

from loket.application.errors import Invalid, Refused
from loket.application.naskah.certified import Typed, WrongSecret, trust, ways_of_signing
from loket.integrations.esign.authority_home import AuthorityHome
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.secret import Secret
from loket.integrations.esign.service_problems import AnswerLost
from loket.integrations.esign.standin.server import running
from loket.integrations.esign.standin.state import Account, Fault, StandIn
from loket.models.naskah import Naskah, NaskahFile
from tests.cast import Road
from tests.papers import again, issued, sign
from tests.signing import PASSPHRASE, TYPED, Keys

NIK = "3520010101800001"
BY_BSRE = Typed(passphrase=PASSPHRASE, nik=NIK)


@pytest.fixture
def memo(road: Road) -> Naskah:
    road.submit()
    return issued(road, cara="bsre")


@pytest.fixture
def standin(road: Road, keys: Keys) -> Iterator[StandIn]:
    """A service that knows the one who signs; the key that it makes is kept for the next test."""
    keys.give(road.people["kasi"])
    authority = AuthorityHome(keys.data_dir / "esign").open()
    account = Account(NIK, road.people["kasi"].nama, Secret(PASSPHRASE), pkcs12=keys.at_bsre.get(NIK, b""))
    yield StandIn.with_accounts([account], clock=lambda: road.now, authority=authority)
    keys.at_bsre[NIK] = account.pkcs12


@contextmanager
def reached(standin: StandIn, options: str = "?versi=2") -> Iterator[None]:
    with running(standin) as url:
        environment = replace(settings.ENVIRONMENT, esign_url=f"{url}/{options}")
        with override_settings(ENVIRONMENT=environment):
            yield


@pytest.mark.parametrize("version", ("1", "2"))
def test_it_is_signed_with_what_bsre_asks_for(
    road: Road, memo: Naskah, standin: StandIn, version: str
) -> None:
    with reached(standin, f"?versi={version}"):
        assert ways_of_signing()[0] == "bsre"
        sign(road, memo, typed=BY_BSRE)

    assert again(memo).state == "berlaku"
    assert NaskahFile.objects.get(kind="tte").is_recorded


def test_a_wrong_passphrase_is_told_as_one(road: Road, memo: Naskah, standin: StandIn) -> None:
    with reached(standin), pytest.raises(WrongSecret):
        sign(road, memo, typed=replace(BY_BSRE, passphrase=PASSPHRASE[::-1]))

    assert not NaskahFile.objects.filter(kind="tte").exists()


def test_where_a_code_is_needed_it_is_sent_and_asked_for(road: Road, memo: Naskah, standin: StandIn) -> None:
    account = next(iter(standin.accounts.values()))
    account.needs_totp = True
    with reached(standin, "?versi=2&totp=ya"):
        with pytest.raises(Invalid) as invalid:
            sign(road, memo, typed=BY_BSRE)
        assert invalid.value.problems == {
            "totp": ["BSrE telah mengirim kode OTP. Isi kode itu bersama passphrase Anda."]
        }

        with pytest.raises(Invalid) as invalid:
            sign(road, memo, typed=replace(BY_BSRE, totp="000000x"))
        assert list(invalid.value.problems) == ["totp"]

        sign(road, memo, typed=replace(BY_BSRE, totp=account.totp))

    assert again(memo).state == "berlaku"


def test_what_bsre_has_signed_is_fetched_where_its_answer_broke_off(
    road: Road, memo: Naskah, standin: StandIn
) -> None:
    standin.break_next("sign", Fault.HALF)

    with reached(standin, "?versi=1"):
        sign(road, memo, typed=BY_BSRE)

    assert again(memo).state == "berlaku"


def test_where_it_cannot_be_fetched_nothing_is_signed_half(
    road: Road, memo: Naskah, standin: StandIn
) -> None:
    standin.break_next("sign", Fault.HALF)

    with reached(standin), pytest.raises(Invalid) as invalid:
        sign(road, memo, typed=BY_BSRE)

    assert invalid.value.problems["passphrase"]
    assert not NaskahFile.objects.filter(kind="tte").exists()
    assert again(memo).state == "menunggu"


def test_without_the_service_the_office_itself_is_not_taken_for_it(
    road: Road, memo: Naskah, keys: Keys
) -> None:
    keys.give(road.people["kasi"])

    with pytest.raises(Refused) as refused:
        sign(road, memo, typed=TYPED)

    assert "tidak terhubung" in refused.value.verdict.unmet[0]


def test_what_the_office_has_signed_is_trusted(road: Road, keys: Keys) -> None:
    keys.give(road.people["kasi"])

    assert trust(road.now).roots


def test_of_what_the_office_signs_itself_nobody_else_is_asked(
    road: Road, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object, **__: object) -> None:
        raise AnswerLost

    road.submit()
    memo = issued(road, cara="internal")
    monkeypatch.setattr(InternalSigner, "sign", lost)

    with pytest.raises(Invalid) as invalid:
        sign(road, memo)

    assert invalid.value.problems["passphrase"] == [AnswerLost.text]
