from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.user import Jabatan
from loket.queries.concern import Kind, concerning, mine
from loket.queries.inbox import MOST, Bucket, Horizon, Task, tasks, workload
from tests.cast import Road
from tests.deputies import deputise
from tests.doings import do

At = Callable[..., Road]


def of(road: Road, username: str, bucket: Bucket | None = None) -> list[Task]:
    return tasks(road.actor(username), road.now, bucket)


def kinds(road: Road, username: str) -> list[Kind]:
    return [task.kind for task in of(road, username)]


@pytest.mark.parametrize(
    ("step", "bagian", "performer", "others"),
    (
        ("disposisi", "kepala_dinas", "kadis", ("kabid", "kasi", "analis", "programmer", "admin")),
        ("disposisi", "kepala_bidang", "kabid", ("kadis", "kasi", "analis", "admin")),
        ("penunjukan", "", "kasi", ("kadis", "kabid", "analis", "opd_lain")),
        ("undangan", "", "analis", ("kadis", "analis2", "programmer2", "opd_lain")),
        ("analisis", "reviu", "kasi", ("kadis", "analis2", "opd_lain")),
        ("analisis", "setujui", "opd", ("kadis", "kabid", "opd_lain", "admin")),
        ("implementasi", "bangun", "programmer", ("kadis", "programmer2", "opd_lain")),
    ),
)
def test_a_task_is_whose_turn_it_is_and_nobody_elses(
    at: At, step: str, bagian: str, performer: str, others: tuple[str, ...]
) -> None:
    road = at(step, bagian)
    if performer in {"analis", "programmer"}:
        performer = road.performer()
        others = tuple(name for name in others if name != performer)

    assert kinds(road, performer) == [Kind.GILIRAN]
    assert [of(road, name, Bucket.LEWAT) + of(road, name, Bucket.NANTI) for name in others] == [[]] * len(
        others
    )


def test_a_task_is_titled_by_the_bagian_in_hand(at: At) -> None:
    road = at("penunjukan")

    (task,) = of(road, "kasi")

    assert (task.step.ke, task.part.tindakan) == (3, "Tunjuk sistem analis dan programmer")


def test_somebody_in_the_team_without_the_turn_sees_it_waiting(at: At) -> None:
    road = at("analisis", "reviu")
    analyst = "analis" if road.permintaan.pk % 2 else "analis2"

    assert kinds(road, analyst) == [Kind.MENUNGGU]


def test_a_head_of_section_waits_only_for_what_has_reached_the_section(at: At) -> None:
    road = at("disposisi", "kepala_dinas")
    before = kinds(road, "kasi")
    road.walk_to("undangan")

    assert (before, kinds(road, "kasi")) == ([], [Kind.MENUNGGU])


def test_a_position_that_has_ended_leaves_an_empty_inbox(at: At) -> None:
    road = at("penunjukan")
    Jabatan.objects.filter(user=road.people["kasi"]).update(until_date=(road.now - timedelta(days=1)).date())

    assert of(road, "kasi") == []


def test_what_has_ended_is_no_task_for_anybody(road: Road) -> None:
    road.submit()
    road.withdraw()

    assert [of(road, name) for name in road.people] == [[]] * len(road.people)


def test_a_returned_letter_is_the_turn_of_its_opd_without_a_limit(road: Road) -> None:
    road.submit()
    road.step(outcome="dikembalikan")

    (task,) = of(road, "opd")

    assert (task.kind, task.bucket, task.due_at) == (Kind.GILIRAN, Bucket.NANTI, None)


def test_tata_usaha_completes_only_the_letters_it_registered_itself(road: Road) -> None:
    road.submit("tu")
    road.step(outcome="dikembalikan")
    own = kinds(road, "tu")
    Permintaan.objects.update(created_by=road.people["opd"])

    assert (own, kinds(road, "tu")) == ([Kind.GILIRAN], [Kind.SURAT_ASLI])


def test_tata_usaha_notes_an_original_letter_until_it_is_there(at: At) -> None:
    road = at("undangan")
    before = of(road, "tu")
    road.walk_to("analisis", "reviu")

    assert ([(task.kind, task.due_at) for task in before], of(road, "tu")) == ([(Kind.SURAT_ASLI, None)], [])


def test_an_original_letter_is_due_where_it_holds_up_the_analysis(at: At) -> None:
    road = at("analisis", "susun")

    (task,) = of(road, "tu")

    assert task.due_at == road.permintaan.due_at


def test_a_change_of_scope_is_a_task_of_its_level_and_then_of_the_analysts(at: At) -> None:
    road = at("implementasi")
    do(road, "perubahan_ruang_lingkup", usaha=20)
    assert kinds(road, "kabid") == [Kind.LINGKUP]
    assert kinds(road, "kasi") == [Kind.MENUNGGU]
    (task,) = of(road, "kabid", Bucket.HARI_INI)
    assert task.due_at is None

    do(road, "putuskan_perubahan", "kabid")

    assert kinds(road, "kabid") == []
    assert kinds(road, "analis") == [Kind.LINGKUP]
    assert mine(road.actor("analis")).count() == 1


def test_what_a_deputy_decides_is_apart_from_what_is_their_own(at: At) -> None:
    road = at("implementasi")
    do(road, "perubahan_ruang_lingkup", perlu_anggaran=True)
    deputise(road, "kabid", Role.KEPALA_DINAS)

    (task,) = of(road, "kabid")

    assert (task.kind, task.capacity) == (Kind.LINGKUP, "Plh. kepala_dinas")


def test_the_most_overdue_comes_first_then_by_due_time_then_by_priority(
    office: dict[str, object], road: Road
) -> None:
    made = []
    for due, rank in ((5, 2), (-3, 3), (1, 3), (1, 0), (-9, 3)):
        road.submit()
        road.walk_to("penunjukan")
        Permintaan.objects.filter(nomor=road.nomor).update(
            due_at=road.now + timedelta(days=due), priority_rank=rank
        )
        made.append(road.nomor)
    now = road.now
    Permintaan.objects.filter(nomor__in=made[2:4]).update(due_at=now + timedelta(days=1))

    found = [task.permintaan.nomor for task in tasks(road.actor("kasi"), now)]

    assert found == [made[4], made[1], made[3], made[2], made[0]]


@pytest.mark.parametrize(
    ("due", "bucket"),
    (
        ("2026-03-03T08:59", Bucket.LEWAT),
        ("2026-03-03T09:00", Bucket.HARI_INI),
        ("2026-03-03T23:59", Bucket.HARI_INI),
        ("2026-03-04T00:00", Bucket.MINGGU_INI),
        ("2026-03-08T23:59", Bucket.MINGGU_INI),
        ("2026-03-09T00:00", Bucket.NANTI),
        (None, Bucket.NANTI),
    ),
)
def test_buckets_part_at_midnight_and_on_monday(at: At, due: str | None, bucket: Bucket) -> None:
    road = at("penunjukan")
    now = datetime(2026, 3, 3, 9, tzinfo=ZONE)
    due_at = datetime.fromisoformat(due).replace(tzinfo=ZONE) if due else None
    Permintaan.objects.update(due_at=due_at)
    kasi = road.actor("kasi")

    found = {name: len(tasks(kasi, now, name)) for name in Bucket}

    assert Horizon.at(now).bucket(due_at) is bucket
    assert found == {name: int(name is bucket) for name in Bucket}
    assert workload(kasi, now).buckets == found


def test_the_workload_counts_by_step_and_tells_mine_from_what_waits(at: At) -> None:
    road = at("analisis", "reviu")
    road.submit()
    road.walk_to("prioritas")
    road.submit()
    road.walk_to("undangan")

    work = workload(road.actor("kasi"), road.now)

    assert (work.mine, work.buckets[Bucket.MENUNGGU], work.total) == (2, 1, 3)
    assert work.steps == {"analisis": 1, "prioritas": 1, "undangan": 1}


def test_admin_alone_has_no_tasks_and_no_load(at: At) -> None:
    road = at("penunjukan")

    assert (of(road, "admin"), workload(road.actor("admin"), road.now).total) == ([], 0)


def test_whatever_concerns_somebody_is_visible_to_them(at: At) -> None:
    road = at("undangan")
    for step, bagian in (("disposisi", "kepala_bidang"), ("analisis", "setujui"), ("implementasi", "bangun")):
        road.submit()
        road.walk_to(step, bagian)
    road.submit("tu")
    Penugasan.objects.filter(role="programmer").update(until_date=road.now.date())
    actors = [road.actor(username) for username in road.people]

    unseen = [
        (actor.name, row.nomor)
        for actor in actors
        for row in (*concerning(actor), *mine(actor))
        if row not in Permintaan.objects.visible_to(actor)
    ]

    assert unseen == []
    assert [len(concerning(actor)) for actor in actors if actor.name == "Bambang Hariyanto"] == [0]


def test_an_inbox_costs_one_query_and_its_counts_another(
    at: At, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    road = at("penunjukan")
    kasi = road.actor("kasi")

    for _ in range(2):
        with django_assert_num_queries(1):
            tasks(kasi, road.now)
        with django_assert_num_queries(1):
            workload(kasi, road.now)
        for _ in range(2):
            road.submit()
            road.walk_to("penunjukan")


def test_an_inbox_shows_no_more_than_anybody_reads(at: At) -> None:
    from bench.many_rows import fill  # noqa: PLC0415 - only this test needs many

    road = at("penunjukan")
    fill(
        closed=0,
        open_ones=24 * MOST,
        revision_id=road.permintaan.sop_revision_id,
        user_id=road.people["opd"].pk,
        now=road.now,
    )

    assert len(of(road, "kasi")) == MOST
