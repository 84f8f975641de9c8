"""Drafts below the pages."""

from collections.abc import Callable

import pytest

from loket.application.draft_rows import NEW, discard_draft, place_of, read_draft
from loket.application.drafts import DraftTooLarge, save_draft
from loket.application.errors import NotVisible, Overtaken
from loket.models.diskusi import Draft
from loket.models.entry import Entry
from tests.cast import Road

At = Callable[..., Road]


def _save(road: Road, username: str, place: str, **fields: str) -> Draft:
    return save_draft(
        user_id=road.people[username].pk,
        place=place,
        fields={name: [value] for name, value in fields.items()},
        actor=road.actor(username),
        now=road.now,
    )


def test_a_second_draft_replaces_the_first_and_keeps_when_it_was_begun(road: Road) -> None:
    first = _save(road, "opd", NEW, kebutuhan="Antrean")
    road.later(minutes=3)

    second = _save(road, "opd", NEW, kebutuhan="Antrean daring")

    kept = read_draft(road.people["opd"].pk, NEW)
    assert kept is not None
    assert (kept.pk, kept.fields) == (first.pk, {"kebutuhan": ["Antrean daring"]})
    assert (second.saved_at, kept.begun_at) == (road.now, first.begun_at)


def test_a_draft_is_read_and_discarded_by_its_writer_alone(road: Road) -> None:
    _save(road, "opd", NEW, kebutuhan="Antrean")
    other = road.people["opd_lain"].pk

    discard_draft(other, NEW)

    assert read_draft(other, NEW) is None
    assert read_draft(road.people["opd"].pk, NEW) is not None


def test_a_draft_goes_with_what_is_sent_and_with_nothing_else(at: At) -> None:
    road = at("penunjukan")
    kasi, place = road.people["kasi"].pk, place_of(road.nomor, "penunjukan", "penunjukan")
    _save(road, "kasi", place, catatan="a")
    _save(road, "tu", place, catatan="b")

    with pytest.raises(Overtaken):
        road.perform_as("kasi", seen=0)
    assert read_draft(kasi, place) is not None
    road.perform_as("kasi")

    assert read_draft(kasi, place) is None
    assert read_draft(road.people["tu"].pk, place) is not None


def test_only_the_first_draft_of_whoever_may_starts_the_clock(at: At) -> None:
    road = at("penunjukan")
    place = place_of(road.nomor, "penunjukan", "penunjukan")
    before = Entry.objects.count()

    _save(road, "tu", place, catatan="a")
    assert Entry.objects.count() == before
    _save(road, "kasi", place, catatan="a")
    _save(road, "kasi", place, catatan="b")

    assert [entry.kind for entry in Entry.objects.order_by("pk")[before:]] == ["step.started"]


def test_a_draft_for_what_one_may_not_see_is_not_kept(at: At) -> None:
    road = at("penunjukan")

    with pytest.raises(NotVisible):
        _save(road, "opd_lain", place_of(road.nomor, "penunjukan", "penunjukan"), catatan="a")

    assert Draft.objects.count() == 0


def test_a_draft_holds_no_secret_no_nul_and_not_too_much(road: Road) -> None:
    draft = _save(road, "opd", NEW, csrfmiddlewaretoken="x", password1="x", kebutuhan="a\x00b")
    assert draft.fields == {"kebutuhan": ["ab"]}

    with pytest.raises(DraftTooLarge):
        _save(road, "opd", NEW, kebutuhan="a" * 300_000)

    assert Draft.objects.get().fields == {"kebutuhan": ["ab"]}
