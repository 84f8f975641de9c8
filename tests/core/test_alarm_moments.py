"""What the clock says and when: in working time, each once, in order, and an end only after it was announced."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loket.core.alarm import Alarm, told_to
from loket.core.alarm_moments import coming, mark_of, next_alarm, to_tell
from loket.core.clock import Run
from loket.core.facts import Status
from loket.core.pause import Cause, Reason
from loket.core.record import plain
from loket.core.role import Role
from loket.core.state import State
from loket.core.zone import ZONE
from loket.sop.definition import shipped
from loket.sop.shipped_calendar import load

CALENDAR, SOP = load(), shipped()
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
"""Four weeks without a holiday follow."""
ALL = frozenset({"surat_asli_diterima"})


def state(step: str, bagian: str = "", *, begun: bool = False, **more: object) -> State:
    """Just arrived at a step, with the original letter in."""
    run = Run.opened(step, 1, MONDAY)
    run = replace(run, begun=MONDAY, started_at=MONDAY) if begun else run
    plan = {"reached": ALL, "run": run} | more
    return State(step=step, bagian=bagian or SOP.step(step).first_bagian, **plan)  # type: ignore[arg-type]  # fields of State


def moments(one: State) -> dict[str, str]:
    found = sorted(coming(one, SOP, CALENDAR), key=lambda alarm: alarm.at, reverse=True)
    return {alarm.alarm.value: f"{alarm.at.astimezone(ZONE):%d/%m %H.%M}" for alarm in found}


def say(one: State, alarm: Alarm, about: datetime, at: datetime) -> State:
    return replace(one, told={**one.told, mark_of(alarm, about): plain(at)})


def test_a_step_of_days_is_reminded_the_working_day_before_at_its_limit_and_a_day_later() -> None:
    assert moments(state("analisis", begun=True)) == {
        "mendekati": "20/11 07.30",  # due on Monday 23 November at closing time
        "lewat": "24/11 07.30",
        "eskalasi": "25/11 07.30",
    }


def test_a_step_of_minutes_is_reminded_at_its_limit_and_the_next_level_hears_once_it_has_begun() -> None:
    assert moments(state("penunjukan", begun=True)) == {"lewat": "02/11 09.30", "eskalasi": "04/11 07.30"}


def test_what_nobody_begins_is_asked_about_after_the_next_working_day_and_two_days_later() -> None:
    assert moments(state("penunjukan")) == {
        "lewat": "02/11 09.30",
        "belum_mulai": "04/11 07.30",
        "belum_mulai_atasan": "06/11 07.30",
    }


def test_above_the_head_of_the_office_there_is_nobody() -> None:
    assert moments(state("disposisi")) == {"lewat": "02/11 09.10", "belum_mulai": "04/11 07.30"}
    assert "eskalasi" not in moments(state("disposisi", begun=True))


def test_an_agreed_date_is_also_spoken_of_a_week_before() -> None:
    run = replace(Run.opened("pendampingan", 1, MONDAY, date(2026, 11, 27)), begun=MONDAY)

    assert moments(state("pendampingan", run=run)) == {
        "sepekan": "20/11 07.30",
        "mendekati": "26/11 07.30",
        "lewat": "30/11 07.30",
        "eskalasi": "01/12 07.30",
    }


def test_what_lies_before_the_step_was_there_to_be_done_is_not_said() -> None:
    run = replace(Run.opened("pendampingan", 1, MONDAY, date(2026, 11, 3)), begun=MONDAY)

    assert set(moments(state("pendampingan", run=run))) == {"lewat", "eskalasi"}


def test_without_an_agreed_date_there_is_no_limit() -> None:
    assert moments(state("implementasi", begun=True)) == {}


def test_where_the_calendar_begins_later_there_is_nothing_before_the_limit() -> None:
    first = datetime.combine(CALENDAR.first, MONDAY.time(), ZONE)
    opening_day = CALENDAR.add_days(first, 0).date()
    run = replace(Run.opened("pendampingan", 1, first, opening_day), begun=first)

    found = {one.alarm for one in coming(state("pendampingan", run=run), SOP, CALENDAR)}

    assert found == {Alarm.LEWAT, Alarm.ESKALASI}


def test_beyond_the_calendar_nothing_is_reckoned() -> None:
    last = datetime.combine(CALENDAR.last, MONDAY.time(), ZONE)

    assert set(moments(state("penunjukan", run=Run.opened("penunjukan", 1, last)))) == {"lewat"}


def test_a_meeting_is_late_when_its_minutes_are_missing_and_nobody_is_asked_to_begin_it() -> None:
    run = Run.opened("rapat_teknis", 1, MONDAY).with_event(datetime(2026, 11, 9, 9, 0, tzinfo=ZONE), None)

    assert moments(state("rapat_teknis", run=run)) == {"lewat": "09/11 13.00", "eskalasi": "11/11 07.30"}


def test_the_original_letter_is_asked_for_twice() -> None:
    missing = state("undangan", begun=True, reached=frozenset(), letter_since=MONDAY)

    found = moments(missing)

    assert (found["surat_asli"], found["surat_asli_lagi"]) == ("05/11 07.30", "09/11 07.30")
    assert "usul_tangguhkan" not in found


def test_the_suspension_is_proposed_after_ten_whole_days_and_no_sooner_than_five_after_its_announcement() -> (
    None
):
    missing = state("undangan", begun=True, reached=frozenset(), letter_since=MONDAY)
    punctual = say(missing, Alarm.SURAT_ASLI_LAGI, MONDAY, datetime(2026, 11, 9, 7, 30, tzinfo=ZONE))
    late = say(missing, Alarm.SURAT_ASLI_LAGI, MONDAY, datetime(2026, 11, 16, 7, 30, tzinfo=ZONE))

    assert moments(punctual)["usul_tangguhkan"] == "17/11 07.30"
    assert moments(late)["usul_tangguhkan"] == "24/11 07.30"


def test_while_a_proposal_is_open_it_is_not_made_again() -> None:
    missing = state(
        "undangan", reached=frozenset(), letter_since=MONDAY, proposed=Alarm.USUL_TANGGUHKAN.value
    )
    missing = say(missing, Alarm.SURAT_ASLI_LAGI, MONDAY, MONDAY)

    assert "usul_tangguhkan" not in moments(missing)


def test_a_declined_proposal_comes_again_after_ten_working_days() -> None:
    declined = datetime(2026, 11, 18, 9, 0, tzinfo=ZONE)
    missing = state("undangan", begun=True, reached=frozenset(), letter_since=MONDAY, declined_at=declined)
    for alarm in (Alarm.SURAT_ASLI_LAGI, Alarm.USUL_TANGGUHKAN):
        missing = say(missing, alarm, MONDAY, datetime(2026, 11, 9, 7, 30, tzinfo=ZONE))

    assert moments(missing)["usul_tangguhkan"] == "03/12 07.30"


def test_nobody_is_asked_to_begin_what_the_letter_holds_up() -> None:
    held_up = state("analisis", reached=frozenset(), letter_since=MONDAY)

    assert not {"belum_mulai", "belum_mulai_atasan"} & set(moments(held_up))


def test_a_letter_that_is_back_with_its_opd_is_asked_for_after_ten_and_fifteen_days() -> None:
    back = state(
        "surat",
        reached=frozenset(),
        letter_since=MONDAY,
        status=Status.MENUNGGU,
        waiting_reason="menunggu_kelengkapan",
    )
    announced = say(back, Alarm.KELENGKAPAN_LAGI, MONDAY, datetime(2026, 11, 23, 7, 30, tzinfo=ZONE))

    assert moments(back) == {"kelengkapan": "16/11 07.30", "kelengkapan_lagi": "23/11 07.30"}
    assert moments(announced)["usul_batalkan"] == "01/12 07.30"


def paused(reason: Reason, cause: Cause | None = None, until: date | None = None) -> State:
    run = Run.opened("desain", 1, MONDAY).begin(MONDAY).pause(MONDAY, reason, cause)
    return state("desain", run=run, status=Status.MENUNGGU, waiting_reason=reason.value, paused_until=until)


def test_while_paused_only_the_pause_is_asked_about() -> None:
    assert moments(paused(Reason.KAHAR)) == {}
    assert moments(paused(Reason.OPD, until=date(2026, 11, 6))) == {"jeda": "09/11 07.30"}


@pytest.mark.parametrize(
    ("reason", "cause", "asked"),
    (
        (Reason.OPD, None, "menunggu_opd"),
        (Reason.DITANGGUHKAN, Cause.SURAT_ASLI, "menunggu_opd"),
        (Reason.JADWAL, None, "masih_dijeda"),
    ),
)
def test_a_pause_without_a_date_is_asked_about_and_then_told_to_the_head_of_the_section(
    reason: Reason, cause: Cause | None, asked: str
) -> None:
    assert moments(paused(reason, cause)) == {asked: "09/11 07.30", "jeda_lama": "17/11 07.30"}
    assert (Role.OPD in told_to(Alarm(asked), ())) == (asked == "menunggu_opd")
    assert told_to(Alarm.JEDA_LAMA, ()) == (Role.KEPALA_SEKSI,)


def test_what_the_office_has_suspended_is_asked_of_its_head() -> None:
    own = paused(Reason.DITANGGUHKAN, Cause.ANGGARAN, until=date(2026, 11, 6))

    assert moments(own) == {"penangguhan": "09/11 07.30"}
    assert Role.KEPALA_DINAS in told_to(Alarm.PENANGGUHAN, ())


def test_of_an_opd_that_came_to_no_meeting_the_end_is_announced_and_proposed() -> None:
    absent = paused(Reason.DITANGGUHKAN, Cause.TIDAK_HADIR)
    announced = say(absent, Alarm.TIDAK_HADIR, MONDAY, datetime(2026, 11, 23, 7, 30, tzinfo=ZONE))

    assert moments(absent) == {"tidak_hadir": "23/11 07.30"}
    assert moments(announced) == {"usul_batalkan_hadir": "01/12 07.30"}


def test_the_opd_is_asked_to_sign_after_the_launch_and_the_heads_hear_after_ten_days() -> None:
    launched = datetime(2026, 11, 4, 9, 0, tzinfo=ZONE)
    run = Run.opened("serah_terima", 1, MONDAY).with_event(launched, launched)

    found = moments(state("serah_terima", "ttd_opd", run=run))

    assert found == {
        "lewat": "04/11 13.00",
        "eskalasi": "06/11 07.30",
        "bast": "11/11 07.30",
        "bast_pimpinan": "19/11 07.30",
    }


def test_a_launch_that_was_late_is_not_said_again_to_each_who_signs() -> None:
    launched = datetime(2026, 11, 4, 9, 0, tzinfo=ZONE)
    run = Run.opened("serah_terima", 1, MONDAY).with_event(launched, launched)
    (late,) = [one for one in coming(state("serah_terima", run=run), SOP, CALENDAR) if one.alarm == "lewat"]
    told = {late.mark: plain(late.at)}

    next_one = state("serah_terima", "ttd_dinas", run=replace(run, since=late.at), told=told)

    assert set(moments(next_one)) == {"belum_mulai"}


def test_a_pause_takes_the_time_to_begin_away() -> None:
    run = Run.opened("penunjukan", 1, MONDAY).pause(MONDAY, Reason.KAHAR)
    run = run.resume(datetime(2026, 11, 9, 9, 0, tzinfo=ZONE))

    assert moments(state("penunjukan", run=run))["belum_mulai"] == "11/11 07.30"


@pytest.mark.parametrize(
    ("step", "until", "warned"),
    (
        ("analisis", date(2027, 3, 31), "02/11 07.30"),
        ("implementasi", date(2027, 3, 31), "02/11 07.30"),
        ("implementasi", date(2026, 12, 31), None),
        ("implementasi", date(2026, 9, 30), "02/11 07.30"),
        ("implementasi", date(2026, 12, 10), "11/12 07.30"),
        ("serah_terima", date(2027, 3, 31), None),
    ),
    ids=("before building", "building", "within the year", "late in November", "slipping", "after building"),
)
def test_from_november_on_work_beyond_the_year_is_warned_of(
    step: str, until: date, warned: str | None
) -> None:
    found = moments(state(step, begun=True, implementasi_until=until))

    assert found.get("akhir_tahun") == warned


def test_after_the_end_nothing_is_said() -> None:
    assert coming(replace(state("desain"), status=Status.DITOLAK), SOP, CALENDAR) == []
    assert next_alarm(replace(state("desain"), run=None), SOP, CALENDAR) is None


def test_whoever_was_away_is_told_the_latest_stage_and_the_others_count_as_told() -> None:
    one = state("analisis", begun=True)

    (telling,) = to_tell(one, SOP, CALENDAR, datetime(2026, 12, 7, 9, 0, tzinfo=ZONE))

    assert telling.alarm is Alarm.ESKALASI
    assert [mark.split()[0] for mark in telling.marks] == ["mendekati", "lewat", "eskalasi"]
