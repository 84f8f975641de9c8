"""Small files that become large when opened are refused before they are opened far."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from loket.files.kinds import DOCX
from loket.files.problems import Unacceptable
from loket.files.readers import office
from loket.files.recognising import identify
from tests.files.samples import archive, docx, pdf
from tests.files.samples import office as made_office

pytestmark = pytest.mark.usefixtures("readers_here")

BOMB = (
    "Isi berkas DOCX atau XLSX ini terlalu besar setelah dibuka. "
    "Simpan ulang dengan isi yang lebih sedikit, lalu unggah lagi."
)
LOCKED = "Berkas DOCX atau XLSX ini terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."
DAMAGED = (
    "Berkas DOCX atau XLSX ini rusak atau terpotong. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
)
MEGABYTE = 1024 * 1024


def refusal(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(Unacceptable) as refused:
        identify(path)
    return refused.value.sentence


def with_flags(content: bytes, flags: int) -> bytes:
    """Set the general purpose flags of the first member in the central directory."""
    at = content.index(b"PK\x01\x02")
    return content[: at + 8] + struct.pack("<H", flags) + content[at + 10 :]


def test_a_document_that_unpacks_far_beyond_its_size_is_refused(tmp_path: Path) -> None:
    bomb = made_office(extra={"word/media/a.bin": bytes(40 * MEGABYTE)})
    assert len(bomb) < MEGABYTE
    assert refusal(tmp_path / "a", bomb) == BOMB


def test_a_document_that_unpacks_to_much_in_all_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "MAX_UNPACKED", 10 * MEGABYTE)
    (tmp_path / "a").write_bytes(made_office(extra={f"word/{n}": bytes(MEGABYTE) for n in range(11)}))
    with pytest.raises(Unacceptable, match="terlalu besar setelah dibuka"):
        office.examine(tmp_path / "a", None)


def test_a_document_of_ordinary_density_is_taken(tmp_path: Path) -> None:
    rows = "".join(f"<row r='{n}'><c>{n * 7919 % 100_003}</c></row>" for n in range(400_000)).encode()
    (tmp_path / "a").write_bytes(made_office(extra={"word/rows.xml": rows}))
    assert len(rows) > 10 * MEGABYTE
    assert identify(tmp_path / "a") == DOCX


def test_a_document_of_ten_thousand_and_one_members_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a", made_office(extra={f"m{n}": b"" for n in range(10_000)})) == BOMB


def test_a_document_whose_list_of_types_is_a_bomb_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a", made_office(types=b"<Types>" + b" " * 2 * MEGABYTE)) == BOMB


def test_a_document_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    content = made_office(extra={"word/media/a.bin": bytes(9 * MEGABYTE)})
    true_size, claimed = struct.pack("<I", 9 * MEGABYTE), struct.pack("<I", 10)
    assert refusal(tmp_path / "a", content.replace(true_size, claimed)) == DAMAGED


def test_a_document_with_encrypted_members_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a", with_flags(docx(), 0x1)) == LOCKED


def test_a_document_with_two_members_of_one_name_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO(made_office(extra={"word/A.xml": b"1"}))
    with zipfile.ZipFile(out, "a") as target:
        target.writestr("word/a.xml", b"2")
    assert refusal(tmp_path / "a", out.getvalue()) == DAMAGED


def test_a_document_packed_in_an_unknown_way_is_refused(tmp_path: Path) -> None:
    content = docx()
    at = content.index(b"PK\x01\x02")
    unknown_method = content[: at + 10] + struct.pack("<H", 99) + content[at + 12 :]
    assert refusal(tmp_path / "a", unknown_method) == DAMAGED


def test_a_comment_that_pretends_to_be_an_archive_is_no_archive(tmp_path: Path) -> None:
    almost = pdf() + archive(x=b"x")[:-2] + b"\x99\x00" + b"\n%%EOF\n" + b"PK\x05\x06"
    (tmp_path / "a").write_bytes(almost)
    assert identify(tmp_path / "a").label == "PDF"


def test_a_document_whose_members_lie_before_its_start_is_refused(tmp_path: Path) -> None:
    content = docx()
    at = content.index(b"PK\x05\x06") + 16
    (offset,) = struct.unpack_from("<I", content, at)
    assert (
        refusal(tmp_path / "a", content[:at] + struct.pack("<I", offset + 100) + content[at + 4 :]) == DAMAGED
    )


def test_a_damaged_stream_is_refused(tmp_path: Path) -> None:
    content = docx()
    start = content.index(b"word/document.xml") + len(b"word/document.xml")
    broken = content[:start] + zlib.compress(b"x" * 62)[:10] + content[start + 10 :]
    assert refusal(tmp_path / "a", broken) == DAMAGED
