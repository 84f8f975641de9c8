"""What is too large is read to its end, so that its sender gets an answer, and kept nowhere."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from pytest_django import Settings

from loket.files.problems import TooLarge
from loket.web import upload_handler
from loket.web.upload_handler import OversizedFile

BOUNDARY = "batas"
LIMIT = 300_000
OPEN: list[HttpRequest] = []
"""Requests whose files the end of a test closes, as the end of a request does."""


@pytest.fixture(autouse=True)
def small_limits(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    settings.FILE_UPLOAD_HANDLERS = ["loket.web.upload_handler.LimitedUploadHandler"]
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    monkeypatch.setattr(upload_handler, "MAX_BYTES", LIMIT)
    monkeypatch.setattr(upload_handler, "PATIENCE", 3 * LIMIT)
    yield
    while OPEN:
        OPEN.pop().close()


def part(name: str, content: bytes, filename: str = "") -> bytes:
    named = f'; filename="{filename}"' if filename else ""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
    return head.encode() + content + b"\r\n"


def request_with(*parts: bytes) -> tuple[HttpRequest, BytesIO]:
    body = BytesIO(b"".join(parts) + f"--{BOUNDARY}--\r\n".encode())
    environment: Any = {
        "CONTENT_TYPE": f"multipart/form-data; boundary={BOUNDARY}",
        "CONTENT_LENGTH": str(len(body.getvalue())),
        "wsgi.input": body,
    }
    request: HttpRequest = RequestFactory().generic("POST", "/unggah", **environment)
    OPEN.append(request)
    return request, body


def test_a_file_below_the_limit_arrives_whole() -> None:
    request, _ = request_with(part("berkas", b"a" * LIMIT, "surat.pdf"))

    arrived: Any = request.FILES["berkas"]
    assert arrived.read() == b"a" * LIMIT


def test_a_file_above_the_limit_tells_its_size_to_whoever_reads_it() -> None:
    request, _ = request_with(part("berkas", b"a" * (2 * LIMIT), "surat.pdf"))

    arrived: Any = request.FILES["berkas"]
    with pytest.raises(TooLarge) as refused:
        arrived.read(1024)

    assert isinstance(arrived, OversizedFile)
    assert (arrived.name, arrived.size) == ("surat.pdf", 2 * LIMIT)
    assert refused.value.sentence == "Ukuran berkas 586 KB. Pilih berkas paling besar 293 KB."


def test_nothing_of_it_stays_on_disk(tmp_path: Path) -> None:
    request, _ = request_with(part("berkas", b"a" * (2 * LIMIT), "surat.pdf"))

    names = list(request.FILES)

    assert names == ["berkas"]
    assert list(tmp_path.iterdir()) == []


def test_what_was_typed_before_and_after_it_is_still_there() -> None:
    request, _ = request_with(
        part("sebelum", b"satu"), part("berkas", b"a" * (2 * LIMIT), "surat.pdf"), part("sesudah", b"dua")
    )

    assert request.POST.dict() == {"sebelum": "satu", "sesudah": "dua"}


def test_a_small_file_beside_a_large_one_arrives() -> None:
    request, _ = request_with(part("besar", b"a" * (2 * LIMIT), "a.pdf"), part("kecil", b"isi", "b.pdf"))

    arrived: Any = request.FILES["kecil"]
    assert arrived.read() == b"isi"


def test_what_never_ends_is_not_read_to_its_end() -> None:
    request, body = request_with(part("token", b"t"), part("berkas", b"a" * (20 * LIMIT), "surat.pdf"))

    assert (list(request.FILES), request.POST["token"]) == ([], "t")
    assert body.tell() < 4 * LIMIT
