"""Random lawful histories through the pipeline: the rows are what the record tells, and every second is accounted for.

`tests/core/test_histories.py` asks the same of the rules alone, many more times.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loket.application.acts import ACTS, jadwal_ulang
from loket.application.alarm_sweep import sweep
from loket.application.errors import Invalid, NotVisible, Refused
from loket.application.examination import Examination
from loket.application.locking import team_of
from loket.cli.demo import walk
from loket.core.clock import measure
from loket.core.facts import Status
from loket.core.pause import Reason, seconds_paused
from loket.core.process import steps_to_return_to
from loket.core.shares import shares_of
from loket.models.entry import Entry
from loket.models.pengerjaan import Pengerjaan
from loket.models.sop_revision import rules_of
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.application.sweeping import decide
from tests.cast import Road
from tests.doings import do

ACTS_EACH = 200
HISTORIES = 2
BESIDE = (
    *("tangguhkan", "ganti_pic", "koreksi_data", "ganti_tim"),
    *("perubahan_ruang_lingkup", "putuskan_perubahan", "terapkan_perubahan"),
)
"""Acts that are tried wherever it stands."""
PICKS = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 600)), min_size=ACTS_EACH, max_size=ACTS_EACH
)
"""For each act which of those that are possible, and how many working minutes after the one before."""


def possible(road: Road) -> Sequence[Callable[[], object]]:
    """What people could try now; more of it is work than detour."""
    permintaan = road.permintaan
    sop = rules_of(permintaan.sop_revision_id)
    if not Status(permintaan.status).is_open:
        return ()
    if permintaan.facts().is_paused:
        return (road.resume, road.resume, partial(do, road, "ganti_pic"), partial(decided, road, 0))
    part = sop.bagian(permintaan.at_step, permintaan.at_bagian)
    work = [partial(road.step, outcome) for outcome in part.outcomes]
    if permintaan.at_step == sop.first.key:
        return work
    back = steps_to_return_to(sop, permintaan.at_step, permintaan.reached)
    return (
        *work * 6,
        partial(walk.begin, road.nomor, now=road.now),
        *(partial(road.pause, alasan=reason) for reason in Reason),
        *(partial(road.return_to, step) for step in back[-2:]),
        *(partial(do, road, key) for key in BESIDE),
        partial(prolong, road),
        *(partial(decided, road, which) for which in range(2)),
        *((partial(nobody_comes, road),) * (permintaan.at_step == "rapat_teknis")),
    )


def prolong(road: Road) -> None:
    agreed = road.permintaan.pendampingan_until or road.permintaan.implementasi_until
    road.extend(sampai=max(agreed or date.min, road.now.date()) + timedelta(days=14))


def decided(road: Road, which: int) -> None:
    """What the clock has proposed, if it has."""
    decide(road, ("tolak_usulan", "terima_usulan")[which])


def nobody_comes(road: Road) -> None:
    planned = road.permintaan.rapat_set.latest("sesi").planned_start
    road.now = max(road.now, planned + jadwal_ulang.GRACE)
    do(road, "jadwal_ulang")


def lived(road: Road, picks: Sequence[tuple[int, int]]) -> int:
    """Walk; returns how many acts the office accepted. What it refuses changes nothing and is not counted."""
    road.submit()
    accepted = 0
    for pick, minutes in picks:
        road.now = walk.office_calendar().add_minutes(road.now, minutes)
        sweep(road.now)
        choices = possible(road)
        if not choices:
            break
        try:
            choices[pick % len(choices)]()
        except (Refused, Invalid, NotVisible):
            continue
        accepted += 1
    return accepted


@settings(
    max_examples=HISTORIES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=(
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ),
)
@given(picks=PICKS)
def test_a_lawful_history_adds_up_and_can_always_come_to_an_end(
    road: Road, picks: list[tuple[int, int]]
) -> None:
    road = Road(road.people)
    assert lived(road, picks) > 0

    assert_every_second_is_on_one_clock(road)
    assert_the_record_tells_the_rows(road)
    if Status(road.permintaan.status).is_open:
        assert_it_can_be_ended(road)
        if road.permintaan.facts().is_paused:
            road.resume()
        settle_the_scope(road)
        road.walk_to("selesai")
        assert_the_record_tells_the_rows(road)


def settle_the_scope(road: Road) -> None:
    """A change that somebody has asked for is decided and brought in before the road goes on."""
    for key in ("putuskan_perubahan", "terapkan_perubahan"):
        with suppress(Refused, Invalid):
            do(road, key)


def assert_every_second_is_on_one_clock(road: Road) -> None:
    """Waiting, working and pauses are all that has elapsed, as stored and as shown; so are the sides' shares."""
    calendar, sop = walk.office_calendar(), rules_of(road.permintaan.sop_revision_id)
    for row in Pengerjaan.objects.filter(permintaan=road.permintaan):
        run = row.run()
        end = run.done_at or road.now
        elapsed = calendar.seconds_between(run.available_at, end)
        paused = seconds_paused(run.pauses, run.available_at, end, calendar)
        if run.done_at:
            assert run.waited + run.worked + paused == elapsed
        standard = sop.step(run.step).standard
        figures = measure(run, standard, calendar, road.now)
        if not standard.by_event:
            assert figures.waiting + figures.working + figures.paused == elapsed
        shares = shares_of(run, calendar, road.now, in_hand_of_opd=False)
        assert shares.office + shares.opd + shares.neither == elapsed
        assert min(run.waited, run.worked, run.with_opd, figures.waiting, figures.working, shares.office) >= 0


def assert_the_record_tells_the_rows(road: Road) -> None:
    permintaan = road.permintaan
    assert_replay_lands_on_the_rows(permintaan)
    assert not list(Examination().differences([permintaan.pk]))
    moments = list(Entry.objects.filter(permintaan=permintaan).values_list("happened_at", flat=True))
    assert moments == sorted(moments)


def assert_it_can_be_ended(road: Road) -> None:
    """Somebody of the office may reject or cancel it wherever it stands."""
    permintaan = road.permintaan
    facts, sop = permintaan.facts(team=team_of(permintaan)), rules_of(permintaan.sop_revision_id)
    ways = [
        (key, username)
        for key in ("tolak", "batalkan")
        for username in ("kasi", "kadis")
        if ACTS[key].allowed(road.actor(username), sop, facts)
    ]
    assert ways
