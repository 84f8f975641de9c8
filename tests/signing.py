"""Certificates of the office's own authority, made once in a session: keys take longer than all that is done with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from loket.application.naskah.certified import Typed
from loket.integrations.esign import pkcs12
from loket.integrations.esign.authority_home import REVOKED, AuthorityHome
from loket.integrations.esign.issuing import Issued
from loket.integrations.secret import Secret
from loket.models.sertifikat import Sertifikat
from loket.models.user import User
from tests.cast import NOW

PASSPHRASE = "sandi rahasia bersama"  # noqa: S105 - of keys that exist only in tests
TYPED = Typed(passphrase=PASSPHRASE)
WRONG = Typed(passphrase=PASSPHRASE[::-1])
LONG = timedelta(days=15 * 365)


@dataclass(frozen=True, slots=True)
class Keys:
    """An authority in a directory of its own, and the keys that it has made so far, by username."""

    data_dir: Path
    made: dict[str, Issued] = field(default_factory=dict)
    at_bsre: dict[str, bytes] = field(default_factory=dict)

    def give(self, user: User) -> Sertifikat:
        """Let this person have a certificate that opens with PASSPHRASE."""
        issued = self.made.get(user.username) or self._make(user)
        return Sertifikat.objects.create(
            user=user,
            serial=issued.serial,
            pkcs12=issued.pkcs12,
            valid_from=issued.valid_from,
            valid_until=issued.valid_until,
        )

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """What is revoked within counts no longer afterwards: the next test gets the same keys."""
        with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, data_dir=self.data_dir)):
            yield
        revoked = self.data_dir / "esign" / REVOKED
        if revoked.exists():
            revoked.write_text("[]")

    def _make(self, user: User) -> Issued:
        authority = AuthorityHome(self.data_dir / "esign").open_or_make("Dinas Kominfo Magetan", NOW)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pkcs12, "ROUNDS", 1000)
            passphrase = Secret(PASSPHRASE)
            self.made[user.username] = authority.issue(user.nama, passphrase=passphrase, now=NOW, life=LONG)
        return self.made[user.username]


def with_one_byte_changed(content: bytes) -> bytes:
    at = content.index(b"stream") + 20
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
