"""Both versions of the eSign client service, over HTTP, with a server that behaves as documented."""

from datetime import timedelta

import pytest

from loket.integrations.esign.bsre_v2 import BsreV2
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.problems import (
    IdentityIncomplete,
    NotSignable,
    Permanent,
    TotpMissing,
    WrongPassphrase,
    WrongTotp,
)
from loket.integrations.esign.service_problems import (
    BY_STATE,
    AccountSuspended,
    AccountUnclear,
    NotRegistered,
    ServiceRefused,
    ServiceUnauthorised,
)
from loket.integrations.esign.signing import Identity
from loket.integrations.secret import Secret
from tests.integrations.esign.desk import NOW, PASSPHRASE, letter, sign
from tests.integrations.esign.standins import KABID, KADIS, NIK, STRANGER, WRONG, Talk

VERSIONS = pytest.mark.parametrize("version", (1, 2))


@VERSIONS
def test_a_letter_comes_back_signed(bsre: Talk, version: int) -> None:
    signed = sign(bsre.client(version), letter(), KADIS)

    (report,) = inspect(signed.pdf, bsre.standin.trust(), now=NOW)
    assert (report.signer, report.valid) == ("Ir. Bambang, M.Si.", True)
    assert (signed.method, signed.at, bool(signed.transaction)) == ("bsre", NOW, version == 1)
    assert signed.certificate == report.certificate
    assert bsre.standin.calls == ["status", "sign"]


@VERSIONS
def test_the_second_party_signs_what_the_first_has_signed(bsre: Talk, version: int) -> None:
    client = bsre.client(version)
    first = sign(client, letter(), KADIS)

    second = sign(client, first.pdf, KABID)

    assert [report.valid for report in inspect(second.pdf, bsre.standin.trust(), now=NOW)] == [True, True]


@VERSIONS
def test_the_service_judges_a_signed_letter_too(bsre: Talk, version: int) -> None:
    client = bsre.client(version)
    signed = sign(client, letter(), KADIS).pdf
    at = signed.index(b"stream") + 20
    altered = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]

    assert (client.verify(signed).valid, client.verify(signed).signatures) == (True, 1)
    assert (client.verify(altered).valid, client.verify(letter()).valid) == (False, False)


@VERSIONS
def test_a_wrong_passphrase_counts_and_the_third_one_suspends(bsre: Talk, version: int) -> None:
    client = bsre.client(version)
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            sign(client, letter(), KADIS, passphrase=WRONG)

    with pytest.raises(AccountSuspended):
        sign(client, letter(), KADIS)
    assert bsre.standin.calls.count("sign") == 3


@VERSIONS
@pytest.mark.parametrize("state", tuple(BY_STATE))
def test_each_state_of_an_account_has_its_sentence(bsre: Talk, version: int, state: str) -> None:
    bsre.standin.accounts[NIK].state = state

    with pytest.raises(BY_STATE[state]) as refused:
        sign(bsre.client(version), letter(), KADIS)

    assert isinstance(refused.value, Permanent)
    assert refused.value.code == state
    assert bsre.standin.calls == ["status"]


def test_no_two_states_share_a_sentence() -> None:
    assert len({problem.text for problem in BY_STATE.values()}) == 8


@VERSIONS
def test_a_state_that_nobody_has_documented_does_not_sign(bsre: Talk, version: int) -> None:
    bsre.standin.accounts[NIK].state = "ISSUED"

    with pytest.raises(AccountUnclear):
        sign(bsre.client(version), letter(), KADIS)


@VERSIONS
def test_a_stranger_is_told_to_register(bsre: Talk, version: int) -> None:
    with pytest.raises(NotRegistered):
        sign(bsre.client(version), letter(), STRANGER)


@VERSIONS
def test_wrong_credentials_of_loket_are_nothing_a_signer_can_mend(bsre: Talk, version: int) -> None:
    bsre.standin.password = "diganti"  # noqa: S105 - of the stand-in

    with pytest.raises(ServiceUnauthorised):
        sign(bsre.client(version), letter(), KADIS)


@VERSIONS
def test_what_the_service_refuses_otherwise_is_passed_on_to_the_log(bsre: Talk, version: int) -> None:
    client = bsre.client(version)
    signed = sign(client, letter(), KADIS)

    with pytest.raises(ServiceRefused) as refused:
        sign(client, signed.pdf, KADIS)

    assert "sudah menandatangani" in refused.value.detail


@pytest.mark.parametrize(
    "nik", ("", "352001010180000", "35200101018000011", "352001010180000A", "../../etc/passwd")
)
@VERSIONS
def test_a_nik_has_sixteen_digits(bsre: Talk, version: int, nik: str) -> None:
    with pytest.raises(IdentityIncomplete):
        sign(bsre.client(version), letter(), Identity(key="x", nama="X", nik=nik))
    assert bsre.standin.calls == []


@VERSIONS
@pytest.mark.parametrize("pdf", (b"", b"%PDF-1.7", b"a text"))
def test_what_is_no_pdf_is_not_sent(bsre: Talk, version: int, pdf: bytes) -> None:
    with pytest.raises(NotSignable):
        sign(bsre.client(version), pdf, KADIS)
    assert bsre.standin.calls == []


def test_a_one_time_code_is_asked_for_used_once_and_told_when_wrong(bsre: Talk) -> None:
    bsre.standin.accounts[NIK].needs_totp = True
    client = bsre.client(2, "&totp=ya")
    assert isinstance(client, BsreV2)

    with pytest.raises(TotpMissing):
        sign(client, letter(), KADIS)
    client.request_totp(KADIS)
    code = Secret(bsre.standin.accounts[NIK].totp)
    with pytest.raises(WrongTotp):
        sign(client, letter(), KADIS, totp=Secret("bukan kode"))
    signed = sign(client, letter(), KADIS, totp=code, now=NOW + timedelta(minutes=1))
    with pytest.raises(WrongTotp):
        sign(client, letter(), KADIS, totp=code)

    assert (client.needs_totp, signed.method) == (True, "bsre")
    with pytest.raises(NotRegistered):
        client.request_totp(STRANGER)


def test_special_signs_of_a_passphrase_arrive_as_typed(bsre: Talk) -> None:
    phrase = Secret('é "&=;\r\n--kata%20sandi\\ ')
    bsre.standin.accounts[NIK].passphrase = phrase
    for version in (1, 2):
        assert sign(bsre.client(version), letter(), KADIS, passphrase=phrase).pdf
    with pytest.raises(WrongPassphrase):
        sign(bsre.client(1), letter(), KADIS, passphrase=PASSPHRASE)
