from datetime import timedelta

from pytest_django import DjangoAssertNumQueries

from loket.models.sop_revision import SopRevision
from loket.models.user import User
from loket.queries.sop_in_force import Standing, reading, sop_in_force
from loket.sop.definition import MAIN, shipped, text_of
from tests.cast import NOW

TODAY = NOW.date()


def release(revisi: int, *, after: int = 0) -> None:
    """A revision that takes effect after some days."""
    content = text_of(MAIN).replace("revisi = 0", f"revisi = {revisi}", 1)
    SopRevision.objects.create(
        nomor=MAIN,
        revisi=revisi,
        content=content,
        sha256="0" * 64,
        keputusan="188/1/2026",
        tanggal_penetapan=TODAY,
        tanggal_berlaku=TODAY + timedelta(days=after),
        released_by=User.objects.get(username="kadis"),
        released_at=NOW,
    )


def test_a_new_office_reads_the_shipped_file(nobody: str) -> None:
    found = reading(TODAY)

    assert found is not None
    assert (found.sop, found.revision, found.revisions, found.standing) == (
        shipped(),
        None,
        (),
        Standing.BERLAKU,
    )
    assert sop_in_force(TODAY) == shipped()


def test_the_newest_revision_is_in_force_and_the_older_can_be_read(office: dict[str, User]) -> None:
    release(1)

    newest, oldest = reading(TODAY), reading(TODAY, 0)

    assert newest is not None
    assert oldest is not None
    assert (newest.sop.revisi, newest.standing) == (1, Standing.BERLAKU)
    assert (oldest.sop.revisi, oldest.standing) == (0, Standing.DICABUT)
    assert [one.revisi for one in newest.revisions] == [1, 0]
    assert sop_in_force(TODAY).revisi == 1


def test_a_revision_whose_day_has_not_come_waits_and_can_be_read(office: dict[str, User]) -> None:
    release(1, after=1)
    release(2, after=3)

    in_force, coming = reading(TODAY), reading(TODAY, 2)

    assert in_force is not None
    assert coming is not None
    assert (in_force.sop.revisi, in_force.standing, coming.standing) == (
        0,
        Standing.BERLAKU,
        Standing.AKAN_BERLAKU,
    )
    assert [sop_in_force(TODAY + timedelta(days=day)).revisi for day in range(4)] == [0, 1, 1, 2]
    assert [one.until for one in in_force.revisions] == [
        None,
        TODAY + timedelta(days=3),
        TODAY + timedelta(days=1),
    ]


def test_the_revision_in_force_costs_one_small_query(
    office: dict[str, User], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for revisi in range(1, 6):
        release(revisi)
    sop_in_force(TODAY)

    with django_assert_num_queries(1) as captured:
        sop_in_force(TODAY)

    assert '"content"' not in captured.captured_queries[0]["sql"]


def test_a_revision_that_was_never_released_is_none(office: dict[str, User]) -> None:
    assert reading(TODAY, 7) is None


def test_a_new_office_has_no_numbered_revision(nobody: str) -> None:
    assert reading(TODAY, 0) is None
