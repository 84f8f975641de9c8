"""A letter signed with the office's own certificates: PAdES B-LTA, appended to the file and never rewriting it."""

import io
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

import httpx
from asn1crypto import x509 as asn1
from cryptography import x509
from pyhanko.sign import PdfSignatureMetadata, PdfTimeStamper
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from loket.integrations.esign import converting, pkcs12
from loket.integrations.esign.appending import Appending, OpenedKey, SignerAt
from loket.integrations.esign.authority import Authority
from loket.integrations.esign.certificates import certificate_label, common_name, serial_label
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.problems import (
    AlreadySigned,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateUntrusted,
    ClosedToSignatures,
    NotSignable,
    SigningProblem,
    TimestampDown,
    TimestampUntrusted,
)
from loket.integrations.esign.reading import LARGEST, opened
from loket.integrations.esign.reports import Flaw
from loket.integrations.esign.signing import Identity, Method, Signed
from loket.integrations.esign.timestamps import InternalTimestamper, RemoteTimestamper
from loket.integrations.secret import Secret

_EVIDENCE = DSSContentSettings(include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE)
_UNSEEN = InvisSigSettings(box_out_of_bounds=True)
"""PDF/UA wants an unseen field to be hidden or off the page, and PDF/A forbids hiding it."""
_BROKEN = {Flaw.UNREADABLE, Flaw.ALTERED, Flaw.ADDED_TO}


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalSigner:
    """`tsa_url` names a time-stamp authority on the network; its root then belongs to `tsa_roots`."""

    authority: Authority
    tsa_url: str = ""
    tsa_roots: tuple[bytes, ...] = ()
    http: httpx.Client | None = field(default=None, repr=False)

    @property
    def method(self) -> Method:
        return "internal"

    @property
    def needs_totp(self) -> bool:
        return False

    def sign(
        self,
        pdf: bytes,
        *,
        identity: Identity,
        passphrase: Secret,
        reason: str,
        location: str,
        now: datetime,
        totp: Secret | None = None,
    ) -> Signed:
        now = now.astimezone(UTC).replace(microsecond=0)
        name = field_name(identity)
        self._check_document(pdf, name, now)
        key = pkcs12.unlock(identity.pkcs12, passphrase)
        self._check_certificate(key.certificate, now)
        metadata = PdfSignatureMetadata(
            field_name=name,
            subfilter=SigSeedSubFilter.PADES,
            md_algorithm="sha256",
            reason=reason,
            location=location,
            name=identity.nama,
            embed_validation_info=True,
            dss_settings=_EVIDENCE,
            tight_size_estimates=not self.tsa_url,
            validation_context=self._context(now),
        )
        holder = common_name(key.certificate.subject)
        return Signed(
            pdf=self._signed(pdf, key, metadata, now),
            at=now,
            method=self.method,
            name=holder,
            certificate=certificate_label(holder, key.certificate.serial_number),
        )

    def _check_document(self, pdf: bytes, name: str, now: datetime) -> None:
        if len(pdf) > LARGEST:
            raise NotSignable("too large")
        with opened(pdf) as reader:
            if reader is None or reader.encrypted:
                raise NotSignable("unreadable or encrypted")
        reports = inspect(pdf, self.authority.trust(now), now=now)
        if any(report.field == name for report in reports):
            raise AlreadySigned
        if any(report.flaw in _BROKEN for report in reports):
            raise ClosedToSignatures("an earlier signature is broken")

    def _check_certificate(self, certificate: x509.Certificate, now: datetime) -> None:
        try:
            certificate.verify_directly_issued_by(self.authority.certificate)
        except Exception as error:  # noqa: BLE001 - whatever does not verify is not ours
            raise CertificateUntrusted(type(error).__name__) from None
        if now < certificate.not_valid_before_utc:
            raise CertificateNotYetValid
        if now > certificate.not_valid_after_utc:
            raise CertificateExpired
        if self.authority.is_revoked(serial_label(certificate.serial_number)):
            raise CertificateRevoked

    def _context(self, now: datetime) -> ValidationContext:
        return ValidationContext(
            trust_roots=[
                converting.certificate(self.authority.certificate),
                *map(asn1.Certificate.load, self.tsa_roots),
            ],
            crls=[converting.revocation_list(self.authority.crl(now))],
            moment=now,
            allow_fetching=False,
            # A remote time-stamp authority keeps lists of its own that are not at hand here.
            revocation_mode="soft-fail" if self.tsa_url else "require",
        )

    def _timestamper(self, now: datetime) -> TimeStamper:
        if self.tsa_url:
            return RemoteTimestamper(self.tsa_url, self.http or httpx.Client())
        return InternalTimestamper(self.authority, now)

    def _signed(self, pdf: bytes, key: pkcs12.Opened, metadata: PdfSignatureMetadata, now: datetime) -> bytes:
        """Append two revisions: the signature with its evidence, and a time stamp over both."""
        timestamper = self._timestamper(now)
        try:
            signed = self._signer(key, metadata, timestamper, now).sign_pdf(Appending(io.BytesIO(pdf)))
            archive = PdfTimeStamper(
                timestamper,
                field_name=f"{metadata.field_name}-waktu",
                readable_field_name="Penanda waktu",
                invis_settings=_UNSEEN,
            )
            stamped: bytes = archive.timestamp_pdf(
                Appending(signed), "sha256", tight_size_estimates=not self.tsa_url
            ).getvalue()
        except SigningProblem:
            raise
        except TimestampRequestError as error:
            raise TimestampDown(type(error).__name__) from None
        except (PathError, ValidationError) as error:
            # The signer's own certificate was checked before, so this is about that of the time stamp.
            raise TimestampUntrusted(type(error).__name__) from None
        except Exception as error:
            # pyhanko meets a damaged or forbidding PDF with whatever the damage runs into.
            raise ClosedToSignatures(f"{type(error).__name__}: {error}") from error
        return stamped

    def _signer(
        self, key: pkcs12.Opened, metadata: PdfSignatureMetadata, timestamper: TimeStamper, now: datetime
    ) -> SignerAt:
        signer = SignerAt(
            metadata,
            signer=OpenedKey(
                key.key,
                converting.certificate(key.certificate),
                converting.certificate(self.authority.certificate),
            ),
            timestamper=timestamper,
            new_field_spec=SigFieldSpec(
                metadata.field_name or "",
                on_page=0,
                invis_sig_settings=_UNSEEN,
                readable_field_name="Tanda tangan elektronik",
            ),
        )
        signer.now = now
        return signer


def field_name(identity: Identity) -> str:
    """Name the one field of one person, the same in every document."""
    return f"TTD-{sha256(identity.key.encode()).hexdigest()[:16]}"
