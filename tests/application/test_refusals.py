"""Who may not: at every bagian every other person is refused with reasons, or sees nothing, and leaves no trace."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from loket.application.data import StepData
from loket.application.errors import NotVisible, Refused
from loket.application.perform import perform, start
from loket.application.steps import PARTS
from tests.application.everything import nothing_changes
from tests.cast import Road

INSIDE = ("opd", "kadis", "kabid", "kasi", "tu", "analis", "programmer")
OUTSIDE = ("admin", "opd_lain", "analis2", "programmer2")
"""For them this permintaan does not exist: no content, another agency, not on the team."""
EVERYBODY = {*INSIDE, *OUTSIDE}

PERFORMERS = {
    ("surat", "surat"): ({"opd", "tu"}, "OPD atau Tata Usaha"),
    ("disposisi", "kepala_dinas"): ({"kadis"}, "Kepala Dinas"),
    ("disposisi", "kepala_bidang"): ({"kabid"}, "Kepala Bidang TIK"),
    ("penunjukan", "penunjukan"): ({"kasi"}, "Kepala Seksi Pengembangan Aplikasi"),
    ("prioritas", "prioritas"): ({"kasi"}, "Kepala Seksi Pengembangan Aplikasi"),
    ("undangan", "undangan"): ({"analis"}, "Sistem Analis"),
    ("rapat_teknis", "rapat_teknis"): ({"analis"}, "Sistem Analis"),
    ("analisis", "susun"): ({"analis"}, "Sistem Analis"),
    ("analisis", "reviu"): ({"kasi"}, "Kepala Seksi Pengembangan Aplikasi"),
    ("analisis", "setujui"): ({"opd"}, "OPD"),
    ("desain", "susun"): ({"analis", "programmer"}, "Sistem Analis atau Programmer"),
    ("desain", "reviu"): ({"kasi"}, "Kepala Seksi Pengembangan Aplikasi"),
    ("desain", "setujui"): ({"opd"}, "OPD"),
    ("implementasi", "bangun"): ({"programmer"}, "Programmer"),
    ("implementasi", "uat"): ({"opd"}, "OPD"),
    ("serah_terima", "siapkan"): ({"kasi"}, "Kepala Seksi Pengembangan Aplikasi"),
    ("serah_terima", "ttd_dinas"): ({"kadis"}, "Kepala Dinas"),
    ("serah_terima", "ttd_opd"): ({"opd"}, "OPD"),
    ("status_gitlab", "ubah"): ({"programmer"}, "Programmer"),
    ("pendampingan", "laporan"): ({"analis", "programmer"}, "Sistem Analis atau Programmer"),
    ("pendampingan", "setujui"): ({"kasi"}, "Kepala Seksi Pengembangan Aplikasi"),
    ("pendampingan", "konfirmasi"): ({"opd"}, "OPD"),
}
"""Who performs each bagian of the cast, and what the others are told; written by hand, not read from the SOP."""

Answer = str | tuple[str, ...]


def _answer(attempt: Callable[[], object]) -> Answer:
    try:
        attempt()
    except NotVisible:
        return "tidak ada"
    except Refused as refused:
        return refused.verdict.unmet
    return "boleh"


def _expected(place: tuple[str, str], username: str, *, team_is_there: bool) -> Answer:
    performers, label = PERFORMERS[place]
    alone = username in {"analis", "programmer"} and not team_is_there
    if username in OUTSIDE or alone:
        return "tidak ada"
    return "boleh" if username in performers else (f"Bagian ini dikerjakan oleh {label}.",)


def _try_with_everybody(road: Road) -> dict[str, tuple[Answer, Answer]]:
    """Let all but the performers of the bagian in hand perform and start it; gives both answers by person."""
    permintaan = road.permintaan
    step, bagian = permintaan.at_step, permintaan.at_bagian
    data = road.letter() if step == "surat" else road.plausible_data()
    with nothing_changes():
        return {
            username: (
                _answer(partial(_perform, road, step, bagian, username, data)),
                _answer(partial(_start, road, step, bagian, username)),
            )
            for username in EVERYBODY - PERFORMERS[step, bagian][0]
        }


def _perform(road: Road, step: str, bagian: str, username: str, data: StepData) -> None:
    perform(
        nomor=road.nomor,
        step_key=step,
        bagian=bagian,
        actor=road.actor(username),
        data=data,
        seen=road.permintaan.revision,
        now=road.now,
    )


def _start(road: Road, step: str, bagian: str, username: str) -> None:
    start(nomor=road.nomor, step_key=step, bagian=bagian, actor=road.actor(username), now=road.now)


def test_at_every_bagian_all_others_are_refused_and_leave_nothing_behind(road: Road) -> None:
    road.submit()
    visited = set()
    while (permintaan := road.permintaan).at_step != "selesai":
        place = (permintaan.at_step, permintaan.at_bagian)
        road.wait_until_possible()
        team_is_there = permintaan.penugasan_set.exists()

        answers = _try_with_everybody(road)

        others = EVERYBODY - PERFORMERS[place][0]
        refused = {name: _expected(place, name, team_is_there=team_is_there) for name in others}
        assert {place: answers} == {place: {name: (answer, answer) for name, answer in refused.items()}}
        visited.add(place)
        road.step()
    assert visited | {("surat", "surat")} == set(PERFORMERS)


def test_only_the_opd_and_the_front_desk_complete_a_returned_letter(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")

    answers = _try_with_everybody(road)

    assert answers == {
        name: (answer, answer)
        for name in EVERYBODY - {"opd", "tu"}
        for answer in [_expected(("surat", "surat"), name, team_is_there=False)]
    }


def test_every_bagian_that_has_a_module_is_in_the_table() -> None:
    assert set(PARTS) - set(PERFORMERS) == {("status_gitlab", "terkonfirmasi")}


@pytest.mark.parametrize(
    ("step", "bagian", "username", "reason"),
    (
        ("prioritas", "prioritas", "kasi", "Permintaan sedang di langkah 2, Disposisi Kepala Dinas."),
        ("disposisi", "kepala_bidang", "kabid", "Permintaan sedang di langkah 2, Disposisi Kepala Dinas."),
        ("surat", "surat", "opd", "Permintaan sedang di langkah 2, Disposisi Kepala Dinas."),
    ),
)
def test_another_place_than_the_one_in_hand_is_refused_even_for_its_performer(
    road: Road, step: str, bagian: str, username: str, reason: str
) -> None:
    road.submit()
    data = road.letter(username)

    with nothing_changes(), pytest.raises(Refused) as refused:
        _perform(road, step, bagian, username, data)

    assert reason in refused.value.verdict.unmet


def test_every_reason_is_said_at_once(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")

    with pytest.raises(Refused) as refused:
        _perform(road, "analisis", "susun", "kadis", road.plausible_data())

    assert refused.value.verdict.unmet == (
        "Permintaan sedang di langkah 6, Technical meeting.",
        "Bagian ini dikerjakan oleh Sistem Analis.",
        "Surat asli belum diterima. Minta Tata Usaha mencatat surat fisik, atau memastikan TTE pada surat elektronik.",
        "Kesepakatan technical meeting belum lengkap.",
    )


def test_the_first_costly_work_waits_for_the_original_letter(at: Callable[..., Road]) -> None:
    road = at("rapat_teknis")
    road.step()
    data = road.plausible_data()

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.perform_as("analis", data=data)

    assert refused.value.verdict.unmet == (
        "Surat asli belum diterima. Minta Tata Usaha mencatat surat fisik, atau memastikan TTE pada surat elektronik.",
    )


def test_what_has_ended_is_worked_on_no_more(at: Callable[..., Road]) -> None:
    road = at("pendampingan", "konfirmasi")
    data = road.plausible_data()
    road.step()

    with nothing_changes(), pytest.raises(Refused) as refused:
        _perform(road, "pendampingan", "konfirmasi", "opd", data)

    assert refused.value.verdict.unmet == ("Permintaan sudah selesai.",)


def test_a_team_without_a_programmer_goes_no_further(at: Callable[..., Road]) -> None:
    road = at("undangan")
    data = road.plausible_data()
    road.permintaan.penugasan_set.filter(role="programmer").update(until_date=road.now.date())

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.perform_as("analis", data=data)

    assert refused.value.verdict.unmet == (
        "Tim belum lengkap. Kepala Seksi perlu menunjuk sistem analis dan programmer.",
    )


def test_whoever_has_left_the_team_still_sees_but_performs_no_more(at: Callable[..., Road]) -> None:
    road = at("implementasi", "bangun")
    data = road.plausible_data()
    road.permintaan.penugasan_set.filter(role="programmer").update(user=road.people["programmer2"])
    _was_on_the_team(road, "programmer")

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.perform_as("programmer", data=data)

    assert refused.value.verdict.unmet == ("Anda bukan Programmer pada tim permintaan ini.",)


def _was_on_the_team(road: Road, username: str) -> None:
    road.permintaan.penugasan_set.create(
        user=road.people[username],
        role="programmer",
        jobdesk="Membuat aplikasi.",
        from_date=road.now.date(),
        until_date=road.now.date(),
    )


def test_whose_position_has_ended_sees_it_no_more(at: Callable[..., Road]) -> None:
    road = at("undangan")
    data = road.plausible_data()
    road.people["analis"].jabatan_set.update(until_date=road.now.date() - timedelta(days=1))

    with nothing_changes(), pytest.raises(NotVisible):
        road.perform_as("analis", data=data)
