"""A private key with its certificate, closed by the passphrase of the one person who signs with it."""

import unicodedata
from dataclasses import dataclass, field

from asn1crypto.pkcs12 import Pfx
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    PBES,
    load_key_and_certificates,
    serialize_key_and_certificates,
)

from loket.integrations.esign.problems import (
    CertificateBroken,
    CertificateMissing,
    PassphraseTooShort,
    WrongPassphrase,
)
from loket.integrations.secret import Secret

ROUNDS = 300_000
"""Of PBKDF2, once for each of key, certificate and seal: a fraction of a second for the one who knows the phrase."""
SHORTEST = 10


@dataclass(frozen=True, slots=True)
class Opened:
    key: RSAPrivateKey = field(repr=False)
    certificate: x509.Certificate


def close(
    key: RSAPrivateKey, certificate: x509.Certificate, root: x509.Certificate, passphrase: Secret
) -> bytes:
    if len(passphrase.reveal()) < SHORTEST:
        raise PassphraseTooShort
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(ROUNDS)
        .key_cert_algorithm(PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(_typed(passphrase))
    )
    return serialize_key_and_certificates(None, key, certificate, [root], encryption)


def unlock(pkcs12: bytes, passphrase: Secret) -> Opened:
    if not pkcs12:
        raise CertificateMissing
    try:
        Pfx.load(pkcs12, strict=True)["auth_safe"].native  # noqa: B018 - reading is what finds the flaw
    except (ValueError, TypeError, KeyError) as error:
        raise CertificateBroken(type(error).__name__) from None
    try:
        key, certificate, _ = load_key_and_certificates(pkcs12, _typed(passphrase))
    except ValueError:
        # The structure was sound above, so what does not fit is the phrase.
        raise WrongPassphrase from None
    if not isinstance(key, RSAPrivateKey) or certificate is None:
        raise CertificateBroken("holds no RSA key with a certificate")
    return Opened(key, certificate)


def _typed(passphrase: Secret) -> bytes:
    """One phrase, whichever keyboard composed its accents."""
    return unicodedata.normalize("NFC", passphrase.reveal()).encode()
