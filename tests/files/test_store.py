"""A stored file is complete, under its own hash, or not there at all."""

import datetime as dt
import hashlib
import io
import os
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from loket.files.problems import Empty, NotStored, TooLarge, UnsupportedStorage
from loket.files.store import Store, Stored

CONTENT = b"Surat permintaan\n" * 1000
HASH = hashlib.sha256(CONTENT).hexdigest()
UNKNOWN = "0" * 64


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "files")


def everything_below(root: Path) -> list[Path]:
    return sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())


def test_content_is_kept_under_its_hash_for_the_owner_only(store: Store) -> None:
    assert store.put(io.BytesIO(CONTENT), limit=len(CONTENT)) == Stored(HASH, len(CONTENT))
    assert everything_below(store.root) == [Path(HASH[:2], HASH[2:4], HASH)]
    assert store.path(HASH).read_bytes() == CONTENT
    assert stat.S_IMODE(store.path(HASH).stat().st_mode) == 0o600
    assert {stat.S_IMODE(path.stat().st_mode) for path in store.root.rglob("*") if path.is_dir()} == {0o700}


def test_the_same_content_twice_is_one_file(store: Store) -> None:
    first = store.put(io.BytesIO(CONTENT), limit=len(CONTENT))
    second = store.put(io.BytesIO(CONTENT), limit=len(CONTENT))
    assert first == second
    assert list(store.all()) == [HASH]


def test_many_people_sending_the_same_content_at_once_get_one_whole_file(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: store.put(io.BytesIO(CONTENT), limit=len(CONTENT)), range(64)))
    assert set(results) == {Stored(HASH, len(CONTENT))}
    assert everything_below(store.root) == [Path(HASH[:2], HASH[2:4], HASH)]
    assert store.verify(HASH)


def test_content_of_exactly_the_limit_is_kept(store: Store) -> None:
    assert store.put(io.BytesIO(b"12345"), limit=5).size == 5


def test_content_over_the_limit_leaves_nothing(store: Store) -> None:
    with pytest.raises(TooLarge) as refused:
        store.put(io.BytesIO(b"123456"), limit=5)
    assert refused.value.limit == 5
    assert everything_below(store.root) == []


def test_reading_stops_soon_after_the_limit(store: Store) -> None:
    class Endless:
        def __init__(self) -> None:
            self.given = 0

        def read(self, size: int, /) -> bytes:
            self.given += size
            return bytes(size)

    endless = Endless()
    with pytest.raises(TooLarge):
        store.put(endless, limit=1000)
    assert endless.given <= 2 * 1024 * 1024


def test_no_content_leaves_nothing(store: Store) -> None:
    with pytest.raises(Empty, match=r"^Berkas ini kosong \(0 byte\)\. Pilih berkas yang berisi\.$"):
        store.put(io.BytesIO(), limit=5)
    assert everything_below(store.root) == []


def test_an_upload_that_breaks_off_leaves_nothing(store: Store) -> None:
    class Broken:
        def __init__(self) -> None:
            self.chunks: Iterator[bytes] = iter([b"half"])

        def read(self, _size: int, /) -> bytes:
            for chunk in self.chunks:
                return chunk
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        store.put(Broken(), limit=5)
    assert everything_below(store.root) == []


def test_what_is_received_but_not_kept_is_gone(store: Store) -> None:
    with store.receiving(io.BytesIO(CONTENT), limit=len(CONTENT)) as arrival:
        assert (arrival.sha256, arrival.size, arrival.path.read_bytes()) == (HASH, len(CONTENT), CONTENT)
    assert not store.exists(HASH)
    assert everything_below(store.root) == []


def test_a_kept_file_can_be_read_and_verified(store: Store) -> None:
    store.put(io.BytesIO(CONTENT), limit=len(CONTENT))
    with store.open(HASH) as file:
        assert file.read() == CONTENT
    assert (store.exists(HASH), store.verify(HASH)) == (True, True)


def test_an_unknown_hash_is_not_stored(store: Store) -> None:
    with pytest.raises(NotStored, match=UNKNOWN):
        store.open(UNKNOWN)
    assert (store.exists(UNKNOWN), store.verify(UNKNOWN)) == (False, False)


@pytest.mark.parametrize(
    "change",
    (lambda content: b"s" + content[1:], lambda content: content[:-1], lambda content: content + b"\0"),
    ids=("one byte changed", "one byte less", "one byte more"),
)
def test_a_file_changed_behind_its_back_fails_verification(
    store: Store, change: Callable[[bytes], bytes]
) -> None:
    store.put(io.BytesIO(CONTENT), limit=len(CONTENT))
    store.path(HASH).write_bytes(change(CONTENT))
    assert store.verify(HASH) is False


def test_sending_the_content_again_heals_a_changed_file(store: Store) -> None:
    store.put(io.BytesIO(CONTENT), limit=len(CONTENT))
    store.path(HASH).write_bytes(b"changed")
    store.put(io.BytesIO(CONTENT), limit=len(CONTENT))
    assert store.verify(HASH)


@pytest.mark.parametrize(
    "text",
    (
        "",
        "..",
        "../../etc/passwd",
        UNKNOWN[:-1],
        UNKNOWN + "0",
        UNKNOWN[:-1] + "\n",
        UNKNOWN + "\n",
        "A" * 64,
        "g" * 64,
    ),
)
def test_what_is_no_hash_never_becomes_a_path(store: Store, text: str) -> None:
    for method in (store.path, store.exists, store.open, store.verify):
        with pytest.raises(ValueError, match="64 lower-case hexadecimal digits"):
            method(text)


def test_all_lists_the_hashes_in_order_and_nothing_else(store: Store) -> None:
    hashes = sorted(store.put(io.BytesIO(bytes([number])), limit=1).sha256 for number in range(20))
    (store.root / "ab" / "cd").mkdir(parents=True)
    (store.root / "ab" / "cd" / "notes.txt").write_text("a stranger")
    (store.root / "ab" / "cd" / UNKNOWN).write_text("in the wrong place")
    (store.root / "arriving" / "leftover").write_text("half an upload")
    assert list(store.all()) == hashes


def test_all_is_empty_before_the_first_file(store: Store) -> None:
    assert list(store.all()) == []


def test_sweep_removes_what_a_crash_left_but_not_what_is_arriving(store: Store) -> None:
    now = dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.UTC)
    arriving = store.root / "arriving"
    arriving.mkdir(parents=True)
    for name, age in (("old", 7200), ("fresh", 10)):
        (arriving / name).write_bytes(b"half")
        os.utime(arriving / name, (now.timestamp() - age,) * 2)
    store.put(io.BytesIO(CONTENT), limit=len(CONTENT))
    assert store.sweep(now - dt.timedelta(hours=1)) == 1
    assert everything_below(store.root) == [Path(HASH[:2], HASH[2:4], HASH), Path("arriving/fresh")]


def test_sweep_passes_over_an_upload_that_ends_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (store.root / "arriving").mkdir(parents=True)
    gone = store.root / "arriving" / "gone"
    monkeypatch.setattr(Path, "glob", lambda _self, _pattern: iter([gone]))
    assert store.sweep(dt.datetime(2026, 11, 24, tzinfo=dt.UTC)) == 0


@pytest.mark.parametrize("url", ("file:///srv/loket%20files", "file://localhost/srv/loket%20files"))
def test_a_file_address_opens_the_store_at_its_path(url: str) -> None:
    assert Store.at(url).root == Path("/srv/loket files")


@pytest.mark.parametrize("url", ("s3://bucket/loket", "https://contoh.example/x", "/srv/loket", ""))
def test_another_scheme_is_not_available_in_this_version(url: str) -> None:
    with pytest.raises(UnsupportedStorage, match=r"not available in this version\. Use file://"):
        Store.at(url)


@pytest.mark.parametrize("url", ("file://server/share", "file:relative/path", "file://"))
def test_a_file_address_needs_an_absolute_path_on_this_machine(url: str) -> None:
    with pytest.raises(UnsupportedStorage, match="needs an absolute path"):
        Store.at(url)
