"""Examining a file costs little, however many come and whatever is in them."""

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from loket.application.naskah import comparing
from loket.integrations.esign import apart, checking
from loket.integrations.esign.apart import inspect_apart
from loket.integrations.esign.checking import inspect
from loket.integrations.esign.reports import Flaw, Trust
from loket.web.pages.verifikasi import FILES
from tests.cast import NOW
from tests.files.samples import pdf
from tests.letters import issued, stored
from tests.web.verifying import Desk, Visitor, words


def test_files_are_counted_for_each_visitor(visitor: Visitor) -> None:
    naskah = issued(visitor.road, 1)

    statuses = [visitor.hand_in(naskah, b"x").status_code for _ in range(FILES.tries + 1)]

    assert statuses == [200] * FILES.tries + [429]


def test_a_file_that_takes_too_long_is_unreadable_and_ends(desk: Desk, signed: bytes, tmp_path: Path) -> None:
    turn = tmp_path / "belum" / "giliran"
    reports = inspect_apart(signed, desk.authority.trust(NOW), turn=turn, now=NOW, seconds=0)

    assert [report.flaw for report in reports] == [Flaw.UNREADABLE]


@pytest.fixture
def another_is_examined(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The file of somebody else is being examined, in whichever process."""
    monkeypatch.setattr(apart, "TRIES", 2)
    turn = Path(settings.ENVIRONMENT.data_dir) / comparing.TURN
    with turn.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@pytest.mark.usefixtures("another_is_examined")
def test_one_file_is_examined_at_a_time(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())

    answer = visitor.hand_in(naskah, signed)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert "Coba sebentar lagi dengan berkas yang sama." in words(answer)


@pytest.mark.usefixtures("another_is_examined")
def test_a_stored_file_is_known_without_waiting(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, signed, "tte")

    answer = visitor.hand_in(naskah, signed)

    assert answer.status_code == 200
    assert "sama persis" in words(answer)


def test_the_turn_goes_to_the_next_when_one_is_done(visitor: Visitor, signed: bytes) -> None:
    naskah = issued(visitor.road, 1)
    stored(naskah, pdf())

    assert [visitor.hand_in(naskah, signed).status_code for _ in range(2)] == [200, 200]


def test_a_file_of_very_many_signatures_is_unreadable_as_one() -> None:
    reports = inspect(with_signature_fields(checking.MOST + 1), Trust(roots=()), now=NOW)

    assert [report.field for report in reports] == [""]
    assert len(inspect(with_signature_fields(checking.MOST), Trust(roots=()), now=NOW)) == checking.MOST


def with_signature_fields(count: int) -> bytes:
    """A document without pages whose form holds so many signatures of nothing."""
    field = b"<</FT/Sig/T(%d)/V<</Type/Sig/Contents<00>/ByteRange[0 1 2 3]>>>>"
    named = b" ".join(b"%d 0 R" % (number + 4) for number in range(count))
    objects = (
        b"<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Fields[" + named + b"]/SigFlags 3>>",
        *(field % number for number in range(count)),
    )
    content, places = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, one in enumerate(objects, start=1):
        places += b"%010d 00000 n \n" % len(content)
        content += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    size = len(objects) + 1
    table = b"xref\n0 %d\n" % size + places + b"trailer\n<</Size %d/Root 1 0 R>>\n" % size
    return content + table + b"startxref\n%d\n%%%%EOF\n" % len(content)
