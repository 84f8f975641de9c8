from datetime import timedelta

from loket.models.sop_revision import SopRevision
from loket.models.user import User
from loket.queries.sop_in_force import reading, sop_in_force
from loket.sop.definition import MAIN, shipped, text_of
from tests.cast import NOW


def release(revisi: int) -> None:
    content = text_of(MAIN).replace("revisi = 0", f"revisi = {revisi}", 1)
    SopRevision.objects.create(
        nomor=MAIN, revisi=revisi, content=content, sha256="0" * 64, released_at=NOW + timedelta(days=revisi)
    )


def test_a_new_office_reads_the_shipped_file(nobody: str) -> None:
    found = reading()

    assert found is not None
    assert (found.sop, found.released_at, found.revisions, found.is_newest) == (shipped(), None, (), True)
    assert sop_in_force() == shipped()


def test_the_newest_revision_is_in_force_and_the_older_can_be_read(office: dict[str, User]) -> None:
    release(1)

    newest, oldest = reading(), reading(0)

    assert newest is not None
    assert oldest is not None
    assert (newest.sop.revisi, newest.is_newest) == (1, True)
    assert (oldest.sop.revisi, oldest.is_newest) == (0, False)
    assert [number for number, _ in newest.revisions] == [1, 0]
    assert sop_in_force().revisi == 1


def test_a_revision_that_was_never_released_is_none(office: dict[str, User]) -> None:
    assert reading(7) is None


def test_a_new_office_has_no_numbered_revision(nobody: str) -> None:
    assert reading(0) is None
