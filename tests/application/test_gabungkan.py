"""Gabungkan: a twin ends, its work is carried on in the other, and both agencies follow it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from loket.application.act import act
from loket.application.errors import Invalid, NotVisible, Refused
from loket.models.entry import Entry
from loket.models.penutupan import Penutupan
from loket.models.permintaan import Permintaan
from loket.models.user import User
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road
from tests.doings import DOINGS, do

At = Callable[..., Road]


@pytest.fixture
def twins(road: Road) -> tuple[Road, Road]:
    """The twin of another agency, and the parent; both have been disposed of."""
    parent = Road(road.people)
    parent.submit()
    twin = Road({**road.people, "opd": road.people["opd_lain"]})
    twin.submit()
    for one in (parent, twin):
        one.now = max(parent.now, twin.now)
        one.step("sampai_di_seksi")
    return twin, parent


def problem(road: Road, induk: str) -> list[str]:
    with nothing_changes(), pytest.raises(Invalid) as invalid:
        do(road, "gabungkan", induk=induk)
    return invalid.value.problems["induk"]


def test_the_twin_ends_and_the_parent_goes_on(twins: tuple[Road, Road]) -> None:
    twin, parent = twins
    before = parent.permintaan

    entry = do(twin, "gabungkan", induk=parent.nomor)

    child, after = twin.permintaan, parent.permintaan
    assert (child.status, child.ended_at, child.turn) == ("digabung", twin.now, [])
    assert (after.status, after.at_step, after.revision) == ("berjalan", before.at_step, before.revision)
    assert Penutupan.objects.get(permintaan=child).induk == after
    joined = Entry.objects.get(permintaan=after, kind="permintaan.joined")
    assert (entry.kind, entry.capacity, joined.capacity) == (
        "permintaan.merged",
        "kepala_seksi",
        "kepala_seksi",
    )
    assert joined.particulars == entry.particulars
    for permintaan in (child, after):
        assert_replay_lands_on_the_rows(permintaan)


def test_both_agencies_see_the_parent_and_only_one_sees_the_twin(twins: tuple[Road, Road]) -> None:
    twin, parent = twins
    asks, joins = parent.actor("opd"), twin.actor("opd")
    assert not Permintaan.objects.visible_to(joins).filter(nomor=parent.nomor)

    do(twin, "gabungkan", induk=parent.nomor)

    assert Permintaan.objects.visible_to(joins).filter(nomor=parent.nomor)
    assert not Permintaan.objects.visible_to(asks).filter(nomor=twin.nomor)


def test_the_parent_walks_to_its_end_afterwards(twins: tuple[Road, Road]) -> None:
    twin, parent = twins
    do(twin, "gabungkan", induk=parent.nomor)

    parent.walk_to("selesai")

    assert parent.permintaan.status == "selesai"


def test_it_is_not_merged_into_itself(at: At) -> None:
    road = at("penunjukan")

    assert problem(road, road.nomor) == ["Permintaan tidak dapat digabungkan ke dirinya sendiri."]


def test_it_is_not_merged_into_what_is_not_there(at: At) -> None:
    road = at("penunjukan")

    sentence = "Pilih permintaan induk dengan nomornya, contoh APL-2026-0041."
    assert problem(road, "") == [sentence]
    assert problem(road, "APL-2026-9999") == [sentence]


def test_it_is_not_merged_in_a_circle(twins: tuple[Road, Road]) -> None:
    twin, parent = twins
    do(twin, "gabungkan", induk=parent.nomor)

    assert problem(parent, twin.nomor) == [f"{twin.nomor} sudah digabungkan ke permintaan ini."]


def test_it_is_not_merged_into_a_twin_of_a_third(twins: tuple[Road, Road]) -> None:
    twin, parent = twins
    third = Road(parent.people, parent.now)
    third.submit()
    third.step("sampai_di_seksi")
    do(twin, "gabungkan", induk=parent.nomor)

    assert problem(third, twin.nomor) == [
        f"{twin.nomor} sudah digabungkan ke {parent.nomor}. Pilih {parent.nomor}."
    ]


def test_it_is_not_merged_into_what_has_ended(twins: tuple[Road, Road]) -> None:
    twin, parent = twins
    do(parent, "tolak")

    assert problem(twin, parent.nomor) == [
        f"{parent.nomor} sudah ditolak. Pilih permintaan yang masih berjalan."
    ]


@pytest.mark.parametrize(
    ("place", "username", "reason"),
    (
        ("penunjukan", "opd", "Penggabungan diputuskan Kepala Seksi atau pimpinannya."),
        ("surat", "kasi", "Permintaan masih di langkah pertama."),
        ("serah_terima", "kasi", "Aplikasi sudah dibuat, sehingga permintaan tidak dapat digabungkan lagi."),
    ),
)
def test_who_and_when_is_lawful(at: At, road: Road, place: str, username: str, reason: str) -> None:
    if place == "surat":
        road.submit()
        road.step("dikembalikan")
    else:
        road = at(place)

    with nothing_changes(), pytest.raises(Refused) as refused:
        do(road, "gabungkan", username)

    assert reason in refused.value.verdict.unmet


def test_what_is_merged_twice_is_carried_on_at_the_end_of_the_chain(twins: tuple[Road, Road]) -> None:
    twin, parent = twins
    third = Road(parent.people, parent.now)
    third.submit()
    third.step("sampai_di_seksi")
    do(twin, "gabungkan", induk=parent.nomor)
    parent.now = third.now

    do(parent, "gabungkan", induk=third.nomor)

    first = Penutupan.objects.get(permintaan=twin.permintaan)
    assert (first.induk, first.carried_on) == (parent.permintaan, third.permintaan)
    assert Permintaan.objects.visible_to(twin.actor("opd")).filter(nomor=third.nomor)


def test_whoever_follows_may_act_on_nothing(twins: tuple[Road, Road]) -> None:
    twin, parent = twins
    do(twin, "gabungkan", induk=parent.nomor)
    data = DOINGS["ganti_pic"][1](parent)

    with nothing_changes(), pytest.raises(NotVisible):
        act(
            nomor=parent.nomor,
            act_key="ganti_pic",
            actor=twin.actor("opd"),
            data=data,
            now=twin.now,
            seen=parent.permintaan.revision,
        )


def test_two_that_are_merged_into_each_other_at_once_make_no_circle(own_office: dict[str, User]) -> None:
    """Both rows are locked in one order: nobody waits in a circle, and the second sees what the first has done."""
    for _ in range(10):
        one, other = Road(own_office), Road(own_office)
        for road in (one, other):
            road.submit()
            road.step("sampai_di_seksi")
        one.now = other.now = max(one.now, other.now)
        together = Barrier(2)

        def merge(road: Road, into: str, together: Barrier = together) -> Entry | Exception:
            try:
                together.wait(timeout=10)
                return do(road, "gabungkan", induk=into)
            except Invalid as invalid:
                return invalid
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            tries = [pool.submit(merge, one, other.nomor), pool.submit(merge, other, one.nomor)]
            outcomes = {type(attempt.result(timeout=30)) for attempt in tries}
        assert outcomes == {Entry, Invalid}
        assert sorted((one.permintaan.status, other.permintaan.status)) == ["berjalan", "digabung"]
