"""Visitors with a paper or a file in hand."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from loket.integrations.esign.authority import Authority
from loket.integrations.esign.authority_home import AuthorityHome
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.signing import Identity
from loket.integrations.secret import Secret
from loket.models.naskah import Naskah
from tests.cast import NOW, Road
from tests.files.samples import pdf

PASSPHRASE = Secret("sandi rahasia Siti")
LIFE = timedelta(days=700)
_TAG = re.compile(r"<[^>]*>")


class Visitor:
    """Nobody in particular, at the moment of the road, from an address of their own."""

    def __init__(self, road: Road, address: str = "203.0.113.7") -> None:
        self.road, self.client = road, Client(REMOTE_ADDR=address)

    def get(self, path: str, **query: str) -> Any:
        with time_machine.travel(self.road.now, tick=False):
            return self.client.get(path, query)

    def look(self, naskah: Naskah) -> str:
        answer = self.get(f"/verifikasi/{naskah.kode}")
        assert answer.status_code == 200
        return words(answer)

    def hand_in(self, naskah: Naskah, content: bytes, name: str = "surat.pdf") -> Any:
        file = SimpleUploadedFile(name, content, "application/pdf")
        with time_machine.travel(self.road.now, tick=False):
            return self.client.post(f"/verifikasi/{naskah.kode}", {"berkas": file})


def words(answer: Any) -> str:
    """What is read on the page."""
    main = answer.content.decode().split("<main", 1)[1].split("</main>")[0]
    return unescape(" ".join(_TAG.sub(" ", main).split()))


class Desk:
    """Somebody with a certificate of the office's authority, which lives in `home`."""

    def __init__(self, home: AuthorityHome) -> None:
        self.home = home
        self.authority: Authority = home.open_or_make("Dinas Kominfo", NOW)
        self.issued = self.authority.issue("Siti Rahmawati", passphrase=PASSPHRASE, now=NOW, life=LIFE)

    def sign(self, content: bytes = b"") -> bytes:
        return (
            InternalSigner(authority=self.home.open())
            .sign(
                content or pdf(),
                identity=Identity(key="1", nama="Siti Rahmawati", pkcs12=self.issued.pkcs12),
                passphrase=PASSPHRASE,
                reason="Persetujuan",
                location="Magetan",
                now=NOW,
            )
            .pdf
        )
