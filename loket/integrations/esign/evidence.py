"""What a PDF carries with it to be judged later: certificates, lists of revoked ones, time stamps."""

from dataclasses import dataclass
from datetime import datetime

from asn1crypto import crl, ocsp
from asn1crypto import x509 as asn1
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import (
    MultivaluedAttributeError,
    NonexistentAttributeError,
    find_unique_cms_attribute,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from loket.integrations.esign.reports import Trust


@dataclass(frozen=True, slots=True)
class Evidence:
    certificates: tuple[asn1.Certificate, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.crls or self.ocsps)

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            self.certificates + other.certificates, self.crls + other.crls, self.ocsps + other.ocsps
        )


def in_store(reader: PdfFileReader) -> Evidence:
    """Read the document's security store; one that cannot be read proves nothing."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        return Evidence(
            tuple(store.load_certs()),
            tuple(
                crl.CertificateList.load(ref.get_object().read_data(DecodePurpose.CRL)) for ref in store.crls
            ),
            tuple(
                ocsp.OCSPResponse.load(ref.get_object().read_data(DecodePurpose.OCSP_RESPONSE))
                for ref in store.ocsps
            ),
        )
    except NoDSSFoundError:
        return Evidence()


def in_signature(signature: EmbeddedPdfSignature) -> Evidence:
    """Read what the signer put into the signature itself, as Adobe's older form does."""
    try:
        archival = find_unique_cms_attribute(
            signature.signer_info["signed_attrs"], "adobe_revocation_info_archival"
        )
    except (MultivaluedAttributeError, NonexistentAttributeError):
        return Evidence()
    return Evidence((), tuple(archival["crl"] or ()), tuple(archival["ocsp"] or ()))


def context(evidence: Evidence, trust: Trust, moment: datetime) -> ValidationContext:
    """Judge as of `moment`, from what is at hand alone: lists that were made later tell of earlier days too."""
    return ValidationContext(
        trust_roots=[asn1.Certificate.load(root) for root in trust.roots],
        other_certs=list(evidence.certificates),
        crls=[*evidence.crls, *(crl.CertificateList.load(known) for known in trust.crls)],
        ocsps=list(evidence.ocsps),
        moment=moment,
        allow_fetching=False,
        revocation_mode="require",
        retroactive_revinfo=True,
    )
