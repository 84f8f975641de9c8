"""By BSrE: with one's passphrase, a code where one is asked for, and no doubt about what has been signed."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.test import override_settings

from loket.application.errors import Invalid, Refused
from loket.application.naskah.certified import Typed, WrongSecret, ways_of_signing
from loket.application.naskah.trusting import ROOTS
from loket.integrations.esign.at_bsre import MOST, at_bsre
from loket.integrations.esign.authority_home import AuthorityHome
from loket.integrations.esign.bsre_url import bsre_from_url
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.problems import RootsUnreadable
from loket.integrations.esign.service_problems import AnswerLost
from loket.integrations.esign.standin.server import running
from loket.integrations.esign.standin.state import Account, Fault, StandIn
from loket.integrations.secret import Secret
from loket.models.naskah import Naskah, NaskahFile
from tests.cast import Road
from tests.papers import again, issued, sign
from tests.signing import PASSPHRASE, Keys

NIK, OTHER = "3520010101800001", "3520010101800099"
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


@pytest.fixture
def roots(keys: Keys) -> Iterator[Path]:
    """Where the administrator puts certificates of others."""
    directory = keys.data_dir / ROOTS
    directory.mkdir()
    yield directory
    shutil.rmtree(directory)


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

    (sentence,) = invalid.value.problems["passphrase"]
    assert sentence.startswith("Jawaban layanan BSrE terputus")
    assert sentence.endswith("dapat ditandatangani ulang; hanya hasil yang tersimpan di Loket yang berlaku.")
    assert not NaskahFile.objects.filter(kind="tte").exists()
    assert again(memo).state == "menunggu"


def test_what_went_wrong_is_logged_without_what_was_typed(
    road: Road, memo: Naskah, standin: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    for fault in (Fault.ECHO, Fault.OTHER_PDF, Fault.HTML):
        standin.break_next("sign", fault)
        with reached(standin), pytest.raises(Invalid):
            sign(road, memo, typed=BY_BSRE)

    said = [one.getMessage() for one in caplog.records if one.name.startswith("loket.application")]
    assert said == [
        f"Naskah {memo.pk} was not signed: bsre_menolak: HTTP 400, 400: Parameter tidak valid",
        f"Naskah {memo.pk} was not signed: bsre_dokumen_lain: not the bytes that were sent",
        "What BSrE may have signed cannot be had: tidak_dapat_ditelusuri",
        f"Naskah {memo.pk} was not signed: bsre_jawaban_tidak_dikenal: not one file",
    ]
    assert [secret for secret in (PASSPHRASE, NIK) if secret in caplog.text] == []


def test_the_certificate_of_somebody_else_signs_nothing(road: Road, memo: Naskah, standin: StandIn) -> None:
    standin.accounts[OTHER] = Account(OTHER, "Orang Lain", Secret(PASSPHRASE))

    with reached(standin), pytest.raises(Refused) as refused:
        sign(road, memo, typed=replace(BY_BSRE, nik=OTHER))

    assert refused.value.verdict.unmet == (
        (
            "Sertifikat ini atas nama Orang Lain, sedangkan penanda tangan yang tercetak adalah"
            f" {road.people['kasi'].nama}. Tanda tangan ini tidak dicatat. Pakai sertifikat atas nama itu,"
            " atau batalkan naskah ini dan terbitkan penggantinya."
        ),
    )
    assert not NaskahFile.objects.filter(kind="tte").exists()
    assert again(memo).state == "menunggu"


def test_where_roots_are_at_hand_only_their_certificates_sign(
    road: Road, memo: Naskah, standin: StandIn, keys: Keys, roots: Path
) -> None:
    root = roots / "bsre.pem"
    stranger = AuthorityHome(keys.data_dir / "orang-lain").open_or_make("Orang lain", road.now)
    root.write_bytes(stranger.certificate.public_bytes(Encoding.PEM))
    with reached(standin), pytest.raises(Refused) as refused:
        sign(road, memo, typed=BY_BSRE)
    assert "tidak terbukti diterbitkan otoritas yang dipercaya" in refused.value.verdict.unmet[0]

    root.write_bytes(b"bukan sertifikat")
    with reached(standin), pytest.raises(Invalid) as invalid:
        sign(road, memo, typed=BY_BSRE)
    assert invalid.value.problems == {"passphrase": [RootsUnreadable.text]}
    assert not NaskahFile.objects.filter(kind="tte").exists()

    root.write_bytes(standin.authority.certificate.public_bytes(Encoding.PEM))
    with reached(standin):
        sign(road, memo, typed=BY_BSRE)
    assert again(memo).state == "berlaku"


@pytest.mark.parametrize("nik", ("", "123", "a" * 16))
def test_without_a_nik_and_a_passphrase_nobody_is_asked(
    road: Road, memo: Naskah, standin: StandIn, nik: str
) -> None:
    with reached(standin), pytest.raises(Invalid) as invalid:
        sign(road, memo, typed=Typed(passphrase="", nik=nik))

    assert invalid.value.problems == {
        "passphrase": ["Isi passphrase sertifikat Anda."],
        "nik": ["NIK terdiri atas 16 angka. Ketik NIK Anda pada formulir ini; BSrE memerlukannya."],
    }
    assert standin.calls == []


def test_while_others_wait_for_bsre_one_is_told_so_and_nothing_is_sent(
    road: Road, memo: Naskah, standin: StandIn
) -> None:
    with reached(standin), ExitStack() as others:
        for _ in range(MOST):
            others.enter_context(at_bsre(lambda: bsre_from_url("http://a:b@127.0.0.1:9/")))
        with pytest.raises(Invalid) as invalid:
            sign(road, memo, typed=BY_BSRE)
        assert invalid.value.problems["passphrase"][0].endswith("Coba sebentar lagi.")
        assert standin.calls == []
        others.close()

        sign(road, memo, typed=BY_BSRE)

    assert again(memo).state == "berlaku"


def test_without_the_service_the_office_itself_is_not_taken_for_it(
    road: Road, memo: Naskah, keys: Keys
) -> None:
    keys.give(road.people["kasi"])

    with pytest.raises(Refused) as refused:
        sign(road, memo, typed=BY_BSRE)

    assert "tidak terhubung" in refused.value.verdict.unmet[0]


def test_of_what_the_office_signs_itself_nobody_else_is_asked(
    road: Road, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object, **__: object) -> None:
        raise AnswerLost

    road.submit()
    keys.give(road.people["kasi"])
    memo = issued(road, cara="internal")
    monkeypatch.setattr(InternalSigner, "sign", lost)

    with pytest.raises(Invalid) as invalid:
        sign(road, memo)

    assert invalid.value.problems["passphrase"] == [AnswerLost.text]
