"""Stored files: each under the SHA-256 of its content, below one directory, never changed after it is written."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Protocol, Self
from urllib.parse import unquote, urlsplit

from loket.files.problems import Empty, NotStored, TooLarge, UnsupportedStorage

_HASH = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1024 * 1024
_ARRIVING = "arriving"


class Readable(Protocol):
    """What an upload offers."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Stored:
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that is complete and hashed, but not yet kept."""

    path: Path
    sha256: str
    size: int


class Store:
    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def at(cls, url: str) -> Self:
        """Open the store at a file:// address."""
        address = urlsplit(url)
        if address.scheme != "file":
            raise UnsupportedStorage(
                f"Storage at {address.scheme}:// is not available in this version. Use file://."
            )
        if address.netloc not in {"", "localhost"} or not address.path.startswith("/"):
            raise UnsupportedStorage(
                "A file:// address needs an absolute path, such as file:///srv/loket/files."
            )
        return cls(Path(unquote(address.path)))

    def put(self, stream: Readable, limit: int) -> Stored:
        with self.receiving(stream, limit) as arrival:
            return self.keep(arrival)

    @contextmanager
    def receiving(self, stream: Readable, limit: int) -> Iterator[Arrival]:
        """Take the stream in; what the caller does not keep before leaving is gone."""
        directory = self.root / _ARRIVING
        _make_private(self.root, directory)
        descriptor, name = tempfile.mkstemp(dir=directory)
        path = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                digest, size = _copy(stream, file, limit)
            yield Arrival(path, digest, size)
        finally:
            path.unlink(missing_ok=True)

    def keep(self, arrival: Arrival) -> Stored:
        """Move the arrival to its place; the same content twice is one file."""
        target = self.path(arrival.sha256)
        shelves = (self.root, target.parent.parent, target.parent)
        _make_private(*shelves)
        arrival.path.replace(target)
        for directory in shelves:
            _flush_directory(directory)
        return Stored(arrival.sha256, arrival.size)

    def path(self, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise ValueError("A SHA-256 is 64 lower-case hexadecimal digits.")
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def exists(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def open(self, sha256: str) -> BufferedReader:
        try:
            return self.path(sha256).open("rb")
        except FileNotFoundError as error:
            raise NotStored(sha256) from error

    def verify(self, sha256: str) -> bool:
        """Read the whole file again and say whether it still has the hash it is stored under."""
        try:
            with self.open(sha256) as file:
                return file_digest(file, "sha256").hexdigest() == sha256
        except NotStored:
            return False

    def all(self) -> Iterator[str]:
        """Every stored hash, in order; whatever else lies in the directory is passed over."""
        for path in sorted(self.root.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*")):
            if _HASH.fullmatch(path.name) and path == self.path(path.name):
                yield path.name

    def sweep(self, before: datetime) -> int:
        """Remove what interrupted uploads left behind, as far as it is older than `before`."""
        return sum(_remove_if_older(path, before.timestamp()) for path in self.root.glob(f"{_ARRIVING}/*"))


def _remove_if_older(path: Path, instant: float) -> bool:
    try:
        if path.stat().st_mtime >= instant:
            return False
        path.unlink()
    except FileNotFoundError:  # its upload ended meanwhile
        return False
    return True


def _copy(stream: Readable, file: BinaryIO, limit: int) -> tuple[str, int]:
    digest, size = sha256(), 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise TooLarge(limit)
        digest.update(chunk)
        file.write(chunk)
    if not size:
        raise Empty
    file.flush()
    os.fsync(file.fileno())
    return digest.hexdigest(), size


def _make_private(*directories: Path) -> None:
    for directory in directories:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)


def _flush_directory(directory: Path) -> None:
    """Without this a power cut may forget the name of a file whose content is safe."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
