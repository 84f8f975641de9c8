"""From the certificates of `cryptography`, which writes them, to those of `asn1crypto`, which pyhanko reads."""

from asn1crypto import crl, keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat


def certificate(given: x509.Certificate) -> asn1.Certificate:
    return asn1.Certificate.load(given.public_bytes(Encoding.DER))


def private_key(given: RSAPrivateKey) -> keys.PrivateKeyInfo:
    return keys.PrivateKeyInfo.load(given.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def revocation_list(given: bytes) -> crl.CertificateList:
    return crl.CertificateList.load(given)
