import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from loket.application.numbering import tracking_code
from loket.core.kinds import PERMINTAAN_KINDS
from loket.models.entry import Entry
from loket.queries.tracking import EVENTS, PublicEvent, canonical, tracked
from tests.cast import NOW, Road


def test_a_code_that_was_issued_is_its_own_canonical_form() -> None:
    code = tracking_code()

    assert canonical(code) == code


@pytest.mark.parametrize(
    "typed",
    (
        "b7k2m9q-b7k2m9q-b7k2m9q-b7k2m9q",
        "B7K2M9QB7K2M9QB7K2M9QB7K2M9Q",
        " b7k2 m9qb 7k2m 9qb7 k2m9 qb7k 2m9q ",
        "B7K2M9Q\u2013B7K2M9Q\u2013B7K2M9Q\u2013B7K2M9Q",
    ),
)
def test_capitals_spaces_and_dashes_do_not_matter(typed: str) -> None:
    assert canonical(typed) == "B7K2M9Q-B7K2M9Q-B7K2M9Q-B7K2M9Q"


@pytest.mark.parametrize("typed", ("", "APL-2026-0001", "A" * 27, "A" * 29, "\x00" * 28, "é" * 28, "'; --"))
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert canonical(typed) == ""


def test_a_code_finds_its_permintaan_and_no_other(road: Road) -> None:
    road.submit()
    other = road.submit(nama_aplikasi="Lain")

    found = tracked(other.kode_lacak.lower().replace("-", " "))

    assert found is not None
    assert found.permintaan.nomor == other.nomor


@pytest.mark.parametrize("typed", ("APL-2026-0001", "B7K2M9Q-B7K2M9Q-B7K2M9Q-B7K2M9Q", "", "\x00"))
def test_every_wrong_code_costs_the_same_single_query(road: Road, typed: str) -> None:
    road.submit()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = tracked(typed)

    assert (found, len(queries)) == (None, 1)


def test_the_last_five_public_events_are_shown_and_internal_ones_never(road: Road) -> None:
    road.submit()
    road.walk_to("analisis", "reviu")

    found = tracked(road.permintaan.kode_lacak)

    public = [kind for kind in PERMINTAAN_KINDS if PERMINTAAN_KINDS[kind].public]
    recorded = Entry.objects.filter(permintaan__nomor=road.nomor, kind__in=public).order_by("-seq")
    expected = [PERMINTAAN_KINDS[entry.kind] for entry in recorded[:EVENTS]]
    assert found is not None
    assert [event.kind for event in found.events] == expected
    assert all(event.kind.public for event in found.events)


@pytest.mark.parametrize(
    ("capacity", "who"),
    (
        ("opd", "OPD"),
        ("Plh. kepala_dinas", "Plh. Kepala Dinas"),
        ("", "Loket"),
    ),
)
def test_an_event_names_a_capacity_and_never_a_person(capacity: str, who: str) -> None:
    event = PublicEvent(kind=PERMINTAAN_KINDS["surat.submitted"], capacity=capacity, at=NOW)

    assert event.who == who
