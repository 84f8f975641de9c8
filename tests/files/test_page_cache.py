"""A file is drawn once, however often it is read, and one that cannot be drawn is tried only once."""

import io
from pathlib import Path

import pytest

from loket.files import child
from loket.files.kinds import PDF
from loket.files.page_cache import PageCache
from loket.files.problems import Unrenderable
from loket.files.store import Store
from tests.files.samples import pdf

pytestmark = pytest.mark.usefixtures("readers_here")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "files")


@pytest.fixture
def cache(tmp_path: Path) -> PageCache:
    return PageCache(tmp_path / "pages", width=200, max_pages=2)


def test_the_first_pages_are_kept_under_the_hash(store: Store, cache: PageCache) -> None:
    sha256 = store.put(io.BytesIO(pdf(3)), limit=100_000).sha256
    directory = cache.root / sha256[:2] / sha256 / "200x2"
    assert cache.images(store, sha256, PDF) == [directory / "0001.webp", directory / "0002.webp"]


def test_a_second_reader_gets_the_same_pictures_from_disk(
    store: Store, cache: PageCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = store.put(io.BytesIO(pdf(3)), limit=100_000).sha256
    first = cache.images(store, sha256, PDF)
    monkeypatch.delattr(child, "ask")
    assert cache.images(store, sha256, PDF) == first


def test_a_file_that_cannot_be_drawn_gives_the_same_sentence_without_trying(
    store: Store, cache: PageCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = store.put(io.BytesIO(pdf()[:500]), limit=100_000).sha256
    with pytest.raises(Unrenderable) as first:
        cache.images(store, sha256, PDF)
    monkeypatch.delattr(child, "ask")
    with pytest.raises(Unrenderable) as second:
        cache.images(store, sha256, PDF)
    assert first.value.sentence == second.value.sentence
    assert "rusak atau terpotong" in first.value.sentence


def test_a_machine_that_was_too_busy_is_tried_again(
    store: Store, cache: PageCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(_request: object, *, seconds: int) -> None:
        raise child.TooSlow(f"no answer after {seconds} seconds")

    sha256 = store.put(io.BytesIO(pdf()), limit=100_000).sha256
    with monkeypatch.context() as busy:
        busy.setattr(child, "ask", too_slow)
        with pytest.raises(Unrenderable, match="tidak dapat ditampilkan"):
            cache.images(store, sha256, PDF)
    assert len(cache.images(store, sha256, PDF)) == 1


def test_what_is_no_hash_never_becomes_a_path(store: Store, cache: PageCache) -> None:
    with pytest.raises(ValueError, match="64 lower-case hexadecimal digits"):
        cache.images(store, "../../etc", PDF)


def test_a_wider_cache_draws_its_own_pictures(store: Store, cache: PageCache) -> None:
    sha256 = store.put(io.BytesIO(pdf()), limit=100_000).sha256
    wider = PageCache(cache.root, width=400, max_pages=2)
    assert cache.images(store, sha256, PDF) != wider.images(store, sha256, PDF)
