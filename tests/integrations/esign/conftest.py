"""One authority, two people and their letter for all tests: keys take longer to make than everything else here."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from loket.integrations.esign import pkcs12
from loket.integrations.esign.authority import Authority, make_authority
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.reports import Trust
from loket.integrations.esign.signing import Identity, Signed
from tests.integrations.esign.desk import NOW, PASSPHRASE, letter, sign
from tests.integrations.esign.standins import Talk, talk

LONG = timedelta(days=15 * 365)


@pytest.fixture(scope="session", autouse=True)
def quick_passphrases() -> Iterator[None]:
    """What takes a guesser long must not take the tests long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pkcs12, "ROUNDS", 1000)
        yield


@pytest.fixture(scope="session")
def authority() -> Authority:
    return make_authority("Pemerintah Kabupaten Magetan", NOW)


@pytest.fixture(scope="session")
def signer(authority: Authority) -> InternalSigner:
    return InternalSigner(authority=authority)


@pytest.fixture(scope="session")
def trust(authority: Authority) -> Trust:
    return authority.trust(NOW)


@pytest.fixture(scope="session")
def siti(authority: Authority) -> Identity:
    issued = authority.issue("Siti Rahmawati, S.Kom.", passphrase=PASSPHRASE, now=NOW, life=LONG)
    return Identity(key="1", nama="Siti Rahmawati, S.Kom.", pkcs12=issued.pkcs12)


@pytest.fixture(scope="session")
def joko(authority: Authority) -> Identity:
    issued = authority.issue("Joko Susilo", passphrase=PASSPHRASE, now=NOW, life=LONG)
    return Identity(key="2", nama="Joko Susilo", pkcs12=issued.pkcs12)


@pytest.fixture(scope="session")
def signed(signer: InternalSigner, siti: Identity) -> Signed:
    return sign(signer, letter(), siti)


@pytest.fixture(scope="session")
def countersigned(signer: InternalSigner, signed: Signed, joko: Identity) -> Signed:
    return sign(signer, signed.pdf, joko, now=NOW + timedelta(hours=2))


@pytest.fixture(scope="session")
def keys_at_bsre() -> dict[str, bytes]:
    return {}


@pytest.fixture
def bsre(authority: Authority, keys_at_bsre: dict[str, bytes]) -> Iterator[Talk]:
    with talk(authority, keys_at_bsre) as opened:
        yield opened
