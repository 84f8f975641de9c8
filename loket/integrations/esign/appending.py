"""pyhanko, held to promises of ours: it is told the time, adds only what a signature needs, and does not dawdle."""

from datetime import datetime

from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import PdfSigner
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore


class Appending(IncrementalPdfFileWriter):
    """Leaves the metadata alone: pyhanko would write them anew, with itself as the producer of the letter."""

    def _update_meta(self) -> None:
        return


class SignerAt(PdfSigner):
    """pyhanko reads the clock where it begins to sign."""

    now: datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self.now
        return session


class OpenedKey(Signer):
    """Signs with a key that is open already; pyhanko's own would read and test it anew, three times a signature."""

    def __init__(self, key: RSAPrivateKey, certificate: asn1.Certificate, issuer: asn1.Certificate) -> None:
        super().__init__(signing_cert=certificate, cert_registry=SimpleCertificateStore.from_certs([issuer]))
        self._key = key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return self._key.sign(data, PKCS1v15(), SHA256())
