"""The office's own certificate authority, and where it lives."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto.pkcs12 import Pfx
from cryptography import x509

from loket.integrations.esign.authority import Authority, make_authority
from loket.integrations.esign.authority_home import REVOKED, ROOT_KEY, AuthorityHome
from loket.integrations.esign.certificates import NOTICE
from loket.integrations.esign.pkcs12 import unlock
from loket.integrations.esign.problems import AuthorityMissing, PassphraseTooShort, WrongPassphrase
from loket.integrations.secret import Secret
from tests.integrations.esign.desk import NOW, PASSPHRASE


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> AuthorityHome:
    home = AuthorityHome(tmp_path_factory.mktemp("data") / "esign" / "authority")
    home.open_or_make("Dinas Kominfo", NOW)
    return home


def test_every_certificate_says_that_it_is_not_a_certified_one(authority: Authority) -> None:
    issued = authority.issue("Siti", passphrase=PASSPHRASE, now=NOW)

    for subject in (
        issued.subject,
        authority.certificate.subject.rfc4514_string(),
        authority.tsa_certificate.subject.rfc4514_string(),
    ):
        assert f"OU={NOTICE}" in subject
    assert NOTICE == "INTERNAL - BUKAN TTE TERSERTIFIKASI"


@pytest.mark.parametrize(
    ("nama", "shown"),
    (
        ("Dr. Hj. Ñandú Ćorić-Øst, S.T., M.Kom.", "Dr. Hj. Ñandú Ćorić-Øst, S.T., M.Kom."),
        ("  Siti \n Rahmawati\u202e ", "Siti Rahmawati"),
        ("x" * 500, "x" * 64),
        ("王小明 🖋", "王小明 🖋"),
        ("", "-"),
    ),
)
def test_any_name_fits_into_a_certificate(authority: Authority, nama: str, shown: str) -> None:
    issued = authority.issue(nama, passphrase=PASSPHRASE, now=NOW)
    subject = unlock(issued.pkcs12, PASSPHRASE).certificate.subject

    assert subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value == shown


def test_a_personal_key_opens_with_its_passphrase_only_and_is_well_locked(authority: Authority) -> None:
    issued = authority.issue("Siti", passphrase=PASSPHRASE, now=NOW)
    parts = Pfx.load(issued.pkcs12).authenticated_safe.native

    assert unlock(issued.pkcs12, PASSPHRASE).key.key_size == 2048
    with pytest.raises(WrongPassphrase):
        unlock(issued.pkcs12, Secret("sandi rahasia Joko"))
    encryption = next(part for part in parts if part["content_type"] == "encrypted_data")
    assert encryption["content"]["encrypted_content_info"]["content_encryption_algorithm"]["algorithm"] == (
        "pbes2"
    )


def test_a_short_passphrase_is_refused(authority: Authority) -> None:
    with pytest.raises(PassphraseTooShort):
        authority.issue("Siti", passphrase=Secret("123456789"), now=NOW)


def test_a_certificate_is_renewed_by_whoever_opens_it(authority: Authority) -> None:
    old = authority.issue("Siti", passphrase=PASSPHRASE, now=NOW)
    later = NOW + timedelta(days=700)

    new = authority.renew(old.pkcs12, passphrase=PASSPHRASE, now=later)

    assert (new.subject, new.serial == old.serial) == (old.subject, False)
    assert new.valid_until == old.valid_until + timedelta(days=700)
    with pytest.raises(WrongPassphrase):
        authority.renew(old.pkcs12, passphrase=Secret("bukan sandinya"), now=later)


def test_no_certificate_outlives_its_authority(authority: Authority) -> None:
    issued = authority.issue("Siti", passphrase=PASSPHRASE, now=NOW, life=timedelta(days=99 * 365))

    assert issued.valid_until == authority.certificate.not_valid_after_utc


def test_the_home_is_readable_by_its_owner_alone(home: AuthorityHome) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.directory.iterdir()}

    assert stat.S_IMODE(home.directory.stat().st_mode) == 0o700
    assert len(modes) == 5
    assert set(modes.values()) == {0o600}
    assert [path.name for path in home.directory.parent.iterdir()] == ["authority"]


def test_an_authority_is_made_once(home: AuthorityHome) -> None:
    again = home.open_or_make("Another office", NOW + timedelta(days=1))

    assert again.certificate == home.open().certificate
    assert again.office == "Dinas Kominfo"


def test_whoever_comes_second_gets_the_authority_of_the_first(home: AuthorityHome) -> None:
    before = home.open().certificate

    home._make(make_authority("Another office", NOW))

    assert home.open().certificate == before
    assert [path.name for path in home.directory.parent.iterdir()] == ["authority"]


def test_what_is_revoked_stays_revoked_from_its_first_moment(home: AuthorityHome) -> None:
    serial = home.open().issue("Siti", passphrase=PASSPHRASE, now=NOW).serial

    home.revoke(serial, reason="pindah tugas", now=NOW)
    authority = home.revoke(serial, reason="lagi", now=NOW + timedelta(days=1))

    assert [(each.serial, each.at, each.reason) for each in authority.revoked] == [
        (serial, NOW, "pindah tugas")
    ]
    listed = x509.load_der_x509_crl(authority.crl(NOW))
    assert listed.get_revoked_certificate_by_serial_number(int(serial, 16)) is not None
    assert listed.is_signature_valid(authority.key.public_key())


def test_the_number_of_a_revocation_list_grows(authority: Authority) -> None:
    lists = [
        x509.load_der_x509_crl(authority.crl(NOW + timedelta(microseconds=each)))
        for each in (0, 1, 2_000_000)
    ]
    numbers = [each.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number for each in lists]

    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("name", (ROOT_KEY, REVOKED))
@pytest.mark.parametrize("content", (b"", b"nonsense", b"{}", None))
def test_a_damaged_home_is_said_to_be_one(
    tmp_path: Path, home: AuthorityHome, name: str, content: bytes
) -> None:
    damaged = AuthorityHome(tmp_path / "authority")
    damaged._make(home.open())
    (damaged.directory / name).unlink()
    if content is not None:
        (damaged.directory / name).write_bytes(content)

    if (name, content) == (REVOKED, b"{}"):
        assert damaged.open().revoked == ()
        return
    with pytest.raises(AuthorityMissing) as missing:
        damaged.open()

    assert missing.value.sentence.startswith("Otoritas sertifikat internal belum dibuat")


def test_nothing_is_revoked_where_nobody_lives(tmp_path: Path) -> None:
    with pytest.raises(AuthorityMissing):
        AuthorityHome(tmp_path / "nowhere").revoke("1", reason="", now=NOW)
