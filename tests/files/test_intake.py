"""A file is kept only when its size, its content and its name are all in order."""

import io
from pathlib import Path

import pytest

from loket.files.intake import Accepted, accept
from loket.files.kinds import DOCX, PDF
from loket.files.names import check_name
from loket.files.problems import Empty, FileProblem, TooLarge, Unacceptable
from loket.files.store import Store
from tests.files.samples import HTML, docx, pdf

pytestmark = pytest.mark.usefixtures("readers_here")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def test_a_good_file_is_kept_with_what_is_known_of_it(store: Store) -> None:
    accepted = accept(store, io.BytesIO(pdf(2)), name="C:\\surat\u202e.PDF")
    (sha256,) = store.all()
    assert accepted == Accepted(sha256, len(pdf(2)), PDF, 2, "surat.pdf")
    assert store.path(sha256).read_bytes() == pdf(2)


def test_a_document_without_pages_is_kept(store: Store) -> None:
    accepted = accept(store, io.BytesIO(docx()), name="kebutuhan.docx")
    assert (accepted.kind, accepted.pages, accepted.name) == (DOCX, 0, "kebutuhan.docx")


@pytest.mark.parametrize(
    ("content", "name", "problem", "sentence"),
    (
        (b"", "surat.pdf", Empty, "Berkas ini kosong (0 byte). Pilih berkas yang berisi."),
        (
            bytes(1001),
            "surat.pdf",
            TooLarge,
            "Ukuran berkas lebih dari 1000 byte. Pilih berkas paling besar 1000 byte.",
        ),
        (
            HTML,
            "surat.pdf",
            Unacceptable,
            "Berkas ini halaman web (HTML). Cetak halaman itu ke PDF, lalu unggah PDF tersebut.",
        ),
        (
            docx(),
            "surat.pdf",
            Unacceptable,
            check_name("surat.pdf", DOCX),
        ),
    ),
    ids=("empty", "too large", "web page named pdf", "docx named pdf"),
)
def test_a_bad_file_is_refused_and_nothing_is_kept(
    store: Store, content: bytes, name: str, problem: type[FileProblem], sentence: str | None
) -> None:
    with pytest.raises(problem) as refused:
        accept(store, io.BytesIO(content), name=name, limit=1000)
    assert refused.value.sentence == sentence
    assert [path for path in store.root.rglob("*") if path.is_file()] == []
