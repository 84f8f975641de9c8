"""The office's own certificate authority: it lets letters be signed and checked without anybody else.

It is no certified authority in the sense of UU ITE, and each of its certificates says so in its subject.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from loket.integrations.esign import pkcs12
from loket.integrations.esign.certificates import (
    common_name,
    distinguished,
    personal_certificate,
    root_certificate,
    serial_label,
    timestamp_certificate,
)
from loket.integrations.esign.issuing import Issued, Revoked
from loket.integrations.esign.reports import Trust
from loket.integrations.secret import Secret

_EXPONENT = 65537
_ROOT_BITS, _BITS = 3072, 2048
_LIFE_OF_AUTHORITY = timedelta(days=20 * 365)
"""Letters are kept, and looked at, for decades; the root and the time stamps must not end before them."""
_LIFE_OF_PERSONAL = timedelta(days=2 * 365)
_LIFE_OF_CRL = timedelta(days=30)
_SLACK = timedelta(minutes=5)
"""Clocks of two machines differ; what was made just now is valid on both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    certificate: x509.Certificate
    key: RSAPrivateKey = field(repr=False)
    tsa_certificate: x509.Certificate
    tsa_key: RSAPrivateKey = field(repr=False)
    revoked: tuple[Revoked, ...] = ()

    @property
    def office(self) -> str:
        return str(self.certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value)

    def issue(
        self, nama: str, *, passphrase: Secret, now: datetime, life: timedelta = _LIFE_OF_PERSONAL
    ) -> Issued:
        """Make a key and a certificate for one person; only the passphrase opens them, and it is not kept."""
        key = generate_private_key(_EXPONENT, _BITS)
        end = min(now + life, self.certificate.not_valid_after_utc)
        name = distinguished(self.office, nama)
        issuer = (self.certificate.subject, self.key)
        certificate = personal_certificate(name, key.public_key(), issuer, (now - _SLACK, end))
        return Issued(
            pkcs12=pkcs12.close(key, certificate, self.certificate, passphrase),
            serial=serial_label(certificate.serial_number),
            subject=certificate.subject.rfc4514_string(),
            valid_from=certificate.not_valid_before_utc,
            valid_until=certificate.not_valid_after_utc,
        )

    def renew(self, old: bytes, *, passphrase: Secret, now: datetime) -> Issued:
        """Issue anew for whoever opens the old one; the old certificate stays as it is until it is revoked."""
        return self.issue(
            common_name(pkcs12.unlock(old, passphrase).certificate.subject), passphrase=passphrase, now=now
        )

    def crl(self, now: datetime) -> bytes:
        """List what is revoked. The number is the time in microseconds: it grows without being kept anywhere."""
        authority_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificate.subject)
            .last_update(now)
            .next_update(now + _LIFE_OF_CRL)
            .add_extension(x509.CRLNumber(int(now.timestamp() * 1_000_000)), critical=False)
            .add_extension(authority_key, critical=False)
        )
        for revoked in self.revoked:
            builder = builder.add_revoked_certificate(
                x509.RevokedCertificateBuilder()
                .serial_number(int(revoked.serial, 16))
                .revocation_date(revoked.at)
                .build()
            )
        return builder.sign(self.key, SHA256()).public_bytes(Encoding.DER)

    def is_revoked(self, serial: str) -> bool:
        return any(revoked.serial == serial for revoked in self.revoked)

    def trust(self, now: datetime) -> Trust:
        """What an examination needs to believe this authority, and no longer those that it has revoked."""
        return Trust(roots=(self.certificate.public_bytes(Encoding.DER),), crls=(self.crl(now),))


def make_authority(office: str, now: datetime) -> Authority:
    """Make root and time-stamp keys; takes up to a second or two."""
    key, tsa_key = generate_private_key(_EXPONENT, _ROOT_BITS), generate_private_key(_EXPONENT, _BITS)
    span = (now - _SLACK, now + _LIFE_OF_AUTHORITY)
    name = distinguished(office, f"CA Internal {office}")
    certificate = root_certificate(name, key, span)
    tsa_name = distinguished(office, "Penanda Waktu Internal")
    return Authority(
        certificate=certificate,
        key=key,
        tsa_certificate=timestamp_certificate(tsa_name, tsa_key.public_key(), (name, key), span),
        tsa_key=tsa_key,
    )
