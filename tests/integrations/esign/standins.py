"""A stand-in of the service with three people, and clients of both versions that talk to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from loket.integrations.esign.authority import Authority
from loket.integrations.esign.bsre_url import bsre_from_url
from loket.integrations.esign.bsre_v1 import BsreV1
from loket.integrations.esign.bsre_v2 import BsreV2
from loket.integrations.esign.signing import Identity
from loket.integrations.esign.standin.server import running
from loket.integrations.esign.standin.state import Account, StandIn
from loket.integrations.secret import Secret
from tests.integrations.esign.desk import NOW, PASSPHRASE

NIK, OTHER_NIK = "3520010101800001", "3520010101800002"
KADIS = Identity(key="kadis", nama="Ir. Bambang, M.Si.", nik=NIK)
KABID = Identity(key="kabid", nama="Endah Wahyuni", nik=OTHER_NIK)
STRANGER = Identity(key="asing", nama="Orang Lain", nik="3520010101899999")
WRONG = Secret("sandi yang keliru")


@dataclass(frozen=True, slots=True)
class Talk:
    """One stand-in, and how to open a client of it."""

    standin: StandIn
    url: str = field(repr=False)

    def client(self, version: int, options: str = "", *, patient: bool = True) -> BsreV1 | BsreV2:
        limit = "" if patient else "&batas=2"
        return bsre_from_url(f"{self.url}/?versi={version}{options}{limit}")


@contextmanager
def talk(authority: Authority, keys: dict[str, bytes]) -> Iterator[Talk]:
    """Open a stand-in; `keys` keeps what people sign with, so that it is made once for all tests."""
    accounts = [
        Account(each.nik, each.nama, PASSPHRASE, pkcs12=keys.get(each.nik, b"")) for each in (KADIS, KABID)
    ]
    standin = StandIn.with_accounts(accounts, clock=lambda: NOW, authority=authority)
    with running(standin) as url:
        yield Talk(standin, url)
    keys.update({account.nik: account.pkcs12 for account in accounts})
