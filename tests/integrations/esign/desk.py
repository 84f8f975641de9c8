"""A letter, a passphrase and a hand that signs, as the tests need them."""

import io
from datetime import UTC, datetime
from functools import cache
from typing import Any

import typst
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from loket.integrations.esign import converting, pkcs12
from loket.integrations.esign.authority import Authority
from loket.integrations.esign.signing import Identity, Signed, Signer
from loket.integrations.esign.timestamps import InternalTimestamper
from loket.integrations.secret import Secret

NOW = datetime(2025, 3, 4, 2, 15, tzinfo=UTC)
"""Long enough ago that every program which asks the machine for the day agrees that the certificates hold."""
PASSPHRASE = Secret("sandi rahasia Siti")

_SOURCE = b"""
#set document(title: "Surat", date: datetime(year: 2025, month: 3, day: 4))
#set text(lang: "id")
= Surat Tugas
Kepala Dinas menugaskan tim pengembangan aplikasi.
"""


@cache
def letter() -> bytes:
    pdf = typst.compile(_SOURCE, format="pdf", pdf_standards=["a-2a"])
    assert isinstance(pdf, bytes)
    return pdf


def sign(
    signer: Signer,
    pdf: bytes,
    identity: Identity,
    *,
    passphrase: Secret = PASSPHRASE,
    now: datetime = NOW,
    totp: Secret | None = None,
) -> Signed:
    return signer.sign(
        pdf,
        identity=identity,
        passphrase=passphrase,
        reason="Persetujuan",
        location="Magetan",
        now=now,
        totp=totp,
    )


def signed_by_hand(
    authority: Authority, identity: Identity, now: datetime, *, stamp: bool, **otherwise: Any
) -> bytes:
    """Sign as a program would that checks nothing beforehand; `stamp` adds the authority's word on the time."""
    opened = pkcs12.unlock(identity.pkcs12, PASSPHRASE)
    usual: dict[str, Any] = {
        "field_name": "Tangan",
        "subfilter": SigSeedSubFilter.PADES,
        "md_algorithm": "sha256",
    }
    signer = PdfSigner(
        PdfSignatureMetadata(**usual | otherwise),
        signer=SimpleSigner(
            signing_cert=converting.certificate(opened.certificate),
            signing_key=converting.private_key(opened.key),
            cert_registry=SimpleCertificateStore.from_certs([converting.certificate(authority.certificate)]),
        ),
        timestamper=InternalTimestamper(authority, now) if stamp else None,
    )
    signed: bytes = signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(letter()))).getvalue()
    return signed
