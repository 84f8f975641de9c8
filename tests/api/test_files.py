"""Files: taken by their content, given only to whom they belong, and only to be saved."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from loket.files import sizes
from loket.models.dokumen import Upload
from tests.api.program import Program, code_of, letter
from tests.cast import Road
from tests.files import samples


def a_file(content: bytes, name: str = "surat.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def test_what_is_sent_can_be_read_again_until_it_becomes_a_document(road: Road) -> None:
    opd, kasi, other = Program(road, "opd"), Program(road, "kasi"), Program(road, "opd_lain")
    sent = opd.upload("surat.pdf").json()
    path = f"/dokumen/{sent['id']}"

    def statuses() -> list[int]:
        return [one.get(path).status_code for one in (opd, kasi, other)]

    assert (sent["jenis"], sent["nama"], sent["halaman"]) == ("PDF", "surat.pdf", 1)
    assert statuses() == [200, 404, 404]
    assert opd.post("/permintaan", letter(road) | {"upload_id": sent["id"]}).status_code == 201
    assert statuses() == [200, 200, 404]


def test_a_file_is_only_for_saving(road: Road) -> None:
    opd = Program(road, "opd")
    answer = opd.get(f"/dokumen/{opd.upload('surat.pdf').json()['id']}")

    assert answer.saved == samples.pdf()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="surat.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("content", "name"), ((samples.HTML, "surat.pdf"), (samples.SVG, "a.png"), (b"", "surat.pdf"))
)
def test_what_an_office_must_not_keep_is_told_so(road: Road, content: bytes, name: str) -> None:
    answer = Program(road, "opd").upload(content=a_file(content, name))

    assert code_of(answer) == (422, "invalid")
    assert answer.json()["errors"][0]["field"] == "berkas"
    assert not Upload.objects.exists()


def test_without_a_file_or_as_something_else_it_is_told_so(road: Road) -> None:
    opd = Program(road, "opd")

    assert code_of(opd.ask("post", "/dokumen", data={"lain": "x"})) == (422, "invalid")
    assert code_of(opd.post("/dokumen", {"berkas": "x"})) == (415, "unsupported_type")
    assert code_of(opd.raw("/dokumen", b"x", "multipart/form-data")) == (422, "invalid")
    broken = opd.raw("/dokumen", b"--x\r\nContent-Disposition: form-data", "multipart/form-data; boundary=x")
    assert code_of(broken) == (422, "invalid")


def test_what_is_too_large_is_told_so(road: Road) -> None:
    content = a_file(b"%PDF-1.7" + b" " * sizes.MAX_BYTES)

    assert code_of(Program(road, "opd").upload(content=content)) == (413, "too_large")


def test_a_file_that_was_lost_is_for_later(road: Road) -> None:
    upload = road.upload("opd")

    assert code_of(Program(road, "opd").get(f"/dokumen/{upload}")) == (503, "unavailable")
