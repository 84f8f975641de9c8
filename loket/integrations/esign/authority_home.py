"""Where the authority lives: one directory that only Loket's account can read, each file written at once or not at all."""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from loket.integrations.esign.authority import Authority, make_authority
from loket.integrations.esign.issuing import Revoked
from loket.integrations.esign.problems import AuthorityMissing

ROOT, ROOT_KEY, TSA, TSA_KEY, REVOKED = "ca.pem", "ca-key.pem", "tsa.pem", "tsa-key.pem", "revoked.json"


@dataclass(frozen=True, slots=True)
class AuthorityHome:
    """The directory is made as a whole, so that two processes that start together end with one authority."""

    directory: Path

    def open(self) -> Authority:
        try:
            return Authority(
                certificate=x509.load_pem_x509_certificate(self._read(ROOT)),
                key=_key(self._read(ROOT_KEY)),
                tsa_certificate=x509.load_pem_x509_certificate(self._read(TSA)),
                tsa_key=_key(self._read(TSA_KEY)),
                revoked=self._revoked(),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise AuthorityMissing(f"{self.directory}: {error}") from error

    def open_or_make(self, office: str, now: datetime) -> Authority:
        if not self.directory.exists():
            self._make(make_authority(office, now))
        return self.open()

    def revoke(self, serial: str, *, reason: str, now: datetime) -> Authority:
        """Revoke from `now` on; what was revoked before keeps its time."""
        with self._alone():
            authority = self.open()
            if authority.is_revoked(serial):
                return authority
            revoked = (*authority.revoked, Revoked(serial=f"{int(serial, 16):x}", at=now, reason=reason))
            rows = [
                {"serial": each.serial, "at": each.at.isoformat(), "reason": each.reason} for each in revoked
            ]
            _write(self.directory / REVOKED, json.dumps(rows).encode())
        return self.open()

    def _make(self, authority: Authority) -> None:
        self.directory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{self.directory.name}.", dir=self.directory.parent))
        try:
            _write(draft / ROOT, authority.certificate.public_bytes(Encoding.PEM))
            _write(draft / ROOT_KEY, _pem(authority.key))
            _write(draft / TSA, authority.tsa_certificate.public_bytes(Encoding.PEM))
            _write(draft / TSA_KEY, _pem(authority.tsa_key))
            _write(draft / REVOKED, b"[]")
            draft.rename(self.directory)
        except OSError:
            # Where the directory exists by now, another process was first, and its authority counts.
            if not self.directory.exists():
                raise
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _read(self, name: str) -> bytes:
        return (self.directory / name).read_bytes()

    def _revoked(self) -> tuple[Revoked, ...]:
        return tuple(
            Revoked(serial=row["serial"], at=datetime.fromisoformat(row["at"]), reason=row["reason"])
            for row in json.loads(self._read(REVOKED))
        )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            descriptor = os.open(self.directory, os.O_RDONLY)
        except OSError as error:
            raise AuthorityMissing(str(error)) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _key(pem: bytes) -> RSAPrivateKey:
    # Made here and only renamed since, so testing it for being prime would only cost time.
    key = load_pem_private_key(pem, password=None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, RSAPrivateKey):
        raise TypeError("The authority's keys are RSA.")
    return key


def _pem(key: RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write(path: Path, content: bytes) -> None:
    """Write beside it and rename: a reader finds the old file or the new one. mkstemp makes it 0600."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(draft).replace(path)
