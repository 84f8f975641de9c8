"""A file is received: kept by its hash, known by its content, and its uploader's until a permintaan has it."""

import io
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from pytest_django import Settings

from loket.application.errors import Invalid
from loket.application.review import Submission
from loket.application.uploads import receive, receive_with, store
from loket.cli.demo.checked import answers
from loket.core.actor import SYSTEM
from loket.files.problems import FileProblem
from loket.models.dokumen import Upload
from tests.application.everything import nothing_changes
from tests.cast import Road
from tests.files.samples import HTML, PROGRAM, pdf


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, settings: Settings) -> Path:
    settings.FILES_URL = tmp_path.as_uri()
    return tmp_path


def _files(kept: Path) -> list[Path]:
    return [path for path in kept.rglob("*") if path.is_file()]


def test_a_received_file_is_a_row_and_a_file_under_its_hash(road: Road, kept: Path) -> None:
    content = pdf(pages=2)

    upload = receive(io.BytesIO(content), "Surat Permintaan.pdf", actor=road.actor("opd"), now=road.now)

    digest = sha256(content).hexdigest()
    assert (upload.sha256, upload.size, upload.mime, upload.label, upload.name, upload.pages) == (
        digest,
        len(content),
        "application/pdf",
        "PDF",
        "Surat Permintaan.pdf",
        2,
    )
    assert (upload.uploaded_by, upload.uploaded_at) == (road.people["opd"], road.now)
    with store().open(digest) as stored:
        assert stored.read() == content
    assert len(_files(kept)) == 1


def test_the_same_content_twice_is_one_file_and_two_rows(road: Road, kept: Path) -> None:
    for username in ("opd", "opd_lain"):
        receive(io.BytesIO(pdf()), "surat.pdf", actor=road.actor(username), now=road.now)

    assert len(_files(kept)) == 1
    assert Upload.objects.values("sha256").distinct().count() == 1
    assert Upload.objects.count() == 2


def test_what_is_written_with_a_file_is_there_with_its_row_or_neither_is(road: Road) -> None:
    seen: list[Upload] = []

    def read_it_back(upload: Upload) -> None:
        seen.append(Upload.objects.get(pk=upload.pk))

    def fail(upload: Upload) -> None:
        read_it_back(upload)
        raise LookupError

    opd = road.actor("opd")
    upload = receive_with(read_it_back, io.BytesIO(pdf()), "surat.pdf", actor=opd, now=road.now)
    with nothing_changes(), pytest.raises(LookupError):
        receive_with(fail, io.BytesIO(pdf(pages=2)), "surat lain.pdf", actor=opd, now=road.now)

    assert [each.name for each in seen] == ["surat.pdf", "surat lain.pdf"]
    assert list(Upload.objects.all()) == [upload]


REFUSED: dict[str, Callable[[], bytes]] = {
    "kosong.pdf": bytes,
    "halaman.pdf": lambda: HTML,
    "program.pdf": lambda: PROGRAM,
    "besar.pdf": lambda: b"%PDF-1.7\n" + bytes(30 * 1024 * 1024),
    "terpotong.pdf": lambda: pdf()[:200],
}


@pytest.mark.parametrize("name", tuple(REFUSED))
def test_what_is_refused_is_said_in_a_sentence_and_kept_nowhere(road: Road, kept: Path, name: str) -> None:
    content = io.BytesIO(REFUSED[name]())

    with nothing_changes(), pytest.raises(FileProblem) as problem:
        receive(content, name, actor=road.actor("opd"), now=road.now)

    assert problem.value.sentence.endswith(".")
    assert _files(kept) == []


def test_loket_itself_uploads_nothing(road: Road) -> None:
    with nothing_changes(), pytest.raises(TypeError):
        receive(io.BytesIO(pdf()), "surat.pdf", actor=SYSTEM, now=road.now)


def test_only_its_uploader_can_put_a_file_to_use_until_the_permintaan_has_it(
    at: Callable[..., Road],
) -> None:
    road = at("analisis", "susun")
    road.wait_until_possible()
    upload = receive(io.BytesIO(pdf()), "srs.pdf", actor=road.actor("programmer"), now=road.now)
    data = Submission(upload_id=upload.pk, versi="1.0", periksa=answers(road.scene()))

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.perform_as("analis", data=data)

    assert invalid.value.problems == {"upload_id": ["Unggah dokumen."]}
    letter = road.permintaan.surat_set.get().version.upload_id
    assert road.perform_as("analis", data=replace(data, upload_id=letter)).outcome == "diajukan"
