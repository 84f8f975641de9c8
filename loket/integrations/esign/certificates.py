"""X.509 as the office's own authority writes it: one root, everything else directly below."""

from datetime import datetime
from functools import partial

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOTICE = "INTERNAL - BUKAN TTE TERSERTIFIKASI"
"""Stands in every certificate, so that no program that shows the signer can leave it out."""
_LONGEST_NAME = 64
"""X.520 allows no longer ones."""

_key_usage = partial(
    x509.KeyUsage,
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def distinguished(office: str, common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _fitting(office)),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, NOTICE),
            x509.NameAttribute(NameOID.COMMON_NAME, _fitting(common_name)),
        ]
    )


def _fitting(text: str) -> str:
    """Shorten to what a certificate can hold; a name of nothing printable still has to be something."""
    line = " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())
    return line[:_LONGEST_NAME].strip() or "-"


Issuer = tuple[x509.Name, RSAPrivateKey]
Span = tuple[datetime, datetime]


def root_certificate(name: x509.Name, key: RSAPrivateKey, span: Span) -> x509.Certificate:
    return (
        _started(name, key.public_key(), (name, key), span)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(key, SHA256())
    )


def personal_certificate(name: x509.Name, key: RSAPublicKey, issuer: Issuer, span: Span) -> x509.Certificate:
    return (
        _started(name, key, issuer, span)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(digital_signature=True, content_commitment=True), critical=True)
        .sign(issuer[1], SHA256())
    )


def timestamp_certificate(name: x509.Name, key: RSAPublicKey, issuer: Issuer, span: Span) -> x509.Certificate:
    """RFC 3161 wants the purpose to be this one alone, and critical."""
    return (
        _started(name, key, issuer, span)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(digital_signature=True, content_commitment=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(issuer[1], SHA256())
    )


def _started(name: x509.Name, key: RSAPublicKey, issuer: Issuer, span: Span) -> x509.CertificateBuilder:
    of_issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer[1].public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer[0])
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(span[0])
        .not_valid_after(span[1])
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(of_issuer, critical=False)
    )


def common_name(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""


def serial_label(serial: int) -> str:
    return format(serial, "x")


def certificate_label(name: str, serial: int) -> str:
    """Name a certificate in one line, as records and pages do."""
    return f"{name} (nomor seri {serial_label(serial)})" if name else f"nomor seri {serial_label(serial)}"
