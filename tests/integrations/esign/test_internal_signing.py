"""A letter signed with a certificate of the office's own."""

import asyncio
import io
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from loket.integrations.esign.authority import Authority, make_authority
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.issuing import Revoked
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.problems import (
    AlreadySigned,
    CertificateBroken,
    CertificateExpired,
    CertificateMissing,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateUntrusted,
    ClosedToSignatures,
    NotSignable,
    SigningProblem,
    WrongPassphrase,
)
from loket.integrations.esign.reading import LARGEST
from loket.integrations.esign.reports import Trust
from loket.integrations.esign.signing import Identity, Signed
from loket.integrations.secret import Secret
from tests.integrations.esign.desk import NOW, PASSPHRASE, letter, sign, signed_by_hand


def test_a_signed_letter_is_the_letter_and_something_behind_it(signed: Signed, siti: Identity) -> None:
    assert signed.pdf.startswith(letter())
    assert (signed.at, signed.method, signed.transaction) == (NOW, "internal", "")
    assert signed.certificate.startswith("Siti Rahmawati, S.Kom. (nomor seri ")


def test_a_signed_letter_stays_the_kind_of_pdf_that_archives_keep(signed: Signed) -> None:
    reader = PdfFileReader(io.BytesIO(signed.pdf))

    assert reader.input_version == (1, 7)
    assert b"<pdfaid:part>2</pdfaid:part>" in reader.root["/Metadata"].data
    assert reader.root["/AcroForm"]["/Fields"][0].get_object()["/Rect"][0] < 0


def test_a_second_party_signs_without_breaking_the_first(
    signed: Signed, countersigned: Signed, trust: Trust
) -> None:
    first, second = inspect(countersigned.pdf, trust, now=NOW + timedelta(days=30))

    assert countersigned.pdf.startswith(signed.pdf)
    assert (first.signer, first.valid, first.whole) == ("Siti Rahmawati, S.Kom.", True, False)
    assert (second.signer, second.valid, second.whole) == ("Joko Susilo", True, True)
    assert (first.level, second.level) == ("B-LTA", "B-LTA")
    assert (first.at, second.at) == (NOW, NOW + timedelta(hours=2))


def test_both_signatures_are_of_the_level_that_lasts_by_the_judgement_of_etsi(
    countersigned: Signed, authority: Authority
) -> None:
    root = asn1.Certificate.load(authority.certificate.public_bytes(Encoding.DER))
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=[root]),
        revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
    )
    spec = PdfSignatureValidationSpec(
        SignatureValidationSpec(
            cert_validation_policy=policy,
            revinfo_gathering_policy=RevocationInfoGatheringSpec(
                online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY
            ),
        )
    )
    later = NOW + timedelta(days=7)
    timing = ValidationTimingInfo(
        validation_time=later, best_signature_time=later, point_in_time_validation=False
    )

    for signature in PdfFileReader(io.BytesIO(countersigned.pdf)).embedded_regular_signatures:
        judged = asyncio.run(ades_lta_validation(signature, spec, timing_info=timing))

        assert judged.ades_subindic == AdESPassed.OK


def test_one_person_signs_once(signer: InternalSigner, countersigned: Signed, siti: Identity) -> None:
    with pytest.raises(AlreadySigned):
        sign(signer, countersigned.pdf, siti)


@pytest.mark.parametrize(
    ("phrase", "problem"),
    (
        ("sandi rahasia siti", WrongPassphrase),
        ("", WrongPassphrase),
        ("🔒" * 300, WrongPassphrase),
    ),
)
def test_a_wrong_passphrase_is_said_to_be_one(
    signer: InternalSigner, siti: Identity, phrase: str, problem: type[SigningProblem]
) -> None:
    with pytest.raises(problem) as refused:
        sign(signer, letter(), siti, passphrase=Secret(phrase))

    assert refused.value.sentence.startswith("Passphrase yang Anda masukkan salah.")


def test_an_accent_may_be_typed_on_any_keyboard(authority: Authority, signer: InternalSigner) -> None:
    composed, apart = Secret("kata sandi é"), Secret("kata sandi e\u0301")
    issued = authority.issue("Renée", passphrase=composed, now=NOW)
    identity = Identity(key="3", nama="Renée", pkcs12=issued.pkcs12)

    assert sign(signer, letter(), identity, passphrase=apart).certificate.startswith("Renée ")


@pytest.mark.parametrize(
    ("pkcs12", "problem"),
    (
        (b"", CertificateMissing),
        (b"not a certificate", CertificateBroken),
        (b"\x30\x82\xff\xff\x02\x01\x03", CertificateBroken),
        (b"\x00" * 5000, CertificateBroken),
    ),
)
def test_a_certificate_that_cannot_be_read_is_no_wrong_passphrase(
    signer: InternalSigner, siti: Identity, pkcs12: bytes, problem: type[SigningProblem]
) -> None:
    with pytest.raises(problem):
        sign(signer, letter(), replace(siti, pkcs12=pkcs12))


@pytest.mark.parametrize(
    ("when", "problem"),
    (
        (NOW - timedelta(days=1), CertificateNotYetValid),
        (NOW + timedelta(days=16 * 365), CertificateExpired),
    ),
)
def test_a_certificate_signs_within_its_time(
    signer: InternalSigner, siti: Identity, when: datetime, problem: type[SigningProblem]
) -> None:
    with pytest.raises(problem):
        sign(signer, letter(), siti, now=when)


def test_a_revoked_certificate_signs_nothing(authority: Authority) -> None:
    issued = authority.issue("Mantan Pejabat", passphrase=PASSPHRASE, now=NOW)
    revoked = replace(authority, revoked=(Revoked(serial=issued.serial, at=NOW, reason="pindah tugas"),))

    with pytest.raises(CertificateRevoked):
        sign(
            InternalSigner(authority=revoked),
            letter(),
            Identity(key="4", nama="Mantan Pejabat", pkcs12=issued.pkcs12),
        )


def test_a_certificate_of_another_authority_signs_nothing(signer: InternalSigner) -> None:
    stranger = make_authority("Pemerintah Kabupaten Magetan", NOW)
    issued = stranger.issue("Siti Rahmawati", passphrase=PASSPHRASE, now=NOW)

    with pytest.raises(CertificateUntrusted):
        sign(signer, letter(), Identity(key="5", nama="Siti", pkcs12=issued.pkcs12))


def _encrypted() -> bytes:
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(letter())))
    writer.encrypt(owner_pass="rahasia", user_pass="rahasia")  # noqa: S106 - of a sample
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "pdf",
    (b"", b"%PDF-1.7", b"PK\x03\x04 a spreadsheet", letter()[:-200], b"%PDF-1.7\n" + b"0" * LARGEST),
    ids=("empty", "only a head", "another kind", "cut off", "too large"),
)
def test_what_is_no_whole_pdf_is_not_signed(signer: InternalSigner, siti: Identity, pdf: bytes) -> None:
    with pytest.raises(NotSignable):
        sign(signer, pdf, siti)


def test_a_locked_pdf_is_not_signed(signer: InternalSigner, siti: Identity) -> None:
    with pytest.raises(NotSignable):
        sign(signer, _encrypted(), siti)


def test_nobody_signs_what_its_author_has_closed(
    authority: Authority, signer: InternalSigner, siti: Identity, joko: Identity
) -> None:
    closed = signed_by_hand(
        authority, siti, NOW, stamp=False, certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )

    with pytest.raises(ClosedToSignatures) as refused:
        sign(signer, closed, joko)

    assert "melarang tanda tangan berikutnya" in refused.value.sentence


def test_nobody_signs_behind_a_broken_signature(
    signer: InternalSigner, signed: Signed, joko: Identity
) -> None:
    at = signed.pdf.index(b"Tugas") if b"Tugas" in signed.pdf else signed.pdf.index(b"stream") + 20
    altered = signed.pdf[:at] + bytes([signed.pdf[at] ^ 1]) + signed.pdf[at + 1 :]

    with pytest.raises(ClosedToSignatures):
        sign(signer, altered, joko)
