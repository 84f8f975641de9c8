"""The demo's people go on with one permintaan, and say what they did."""

from datetime import datetime, timedelta

import pytest

from loket.cli.demo import run
from loket.cli.demo.advancing import advance
from loket.cli.problem import Problem
from loket.models.entry import Entry
from loket.models.user import User
from tests.cast import NOW, Road

LATER = NOW + timedelta(hours=1)


def test_the_next_part_is_performed_now_by_the_person_whose_turn_it_is(
    road: Road, capsys: pytest.CaptureFixture[str]
) -> None:
    road.submit()

    advance(road.nomor, None, LATER)

    assert (road.permintaan.at_step, road.permintaan.at_bagian) == ("disposisi", "kepala_bidang")
    assert capsys.readouterr().out == (
        "2026-03-02 10:00 WIB  kadis: Hendra Prasetya Wibawa, S.Sos., M.Si. mendisposisikan surat\n"
    )


def test_it_goes_on_until_the_permintaan_stands_at_the_step(
    road: Road, capsys: pytest.CaptureFixture[str]
) -> None:
    road.submit()

    advance(road.nomor, "undangan", LATER)

    assert road.permintaan.at_step == "undangan"
    assert capsys.readouterr().out.splitlines()[-1] == f"{road.nomor} stands at undangan.undangan."


def test_it_goes_on_to_the_end_and_dates_nothing_before_what_it_needs(
    road: Road, capsys: pytest.CaptureFixture[str]
) -> None:
    road.submit()

    advance(road.nomor, "selesai", LATER)

    moments = [entry.happened_at for entry in Entry.objects.filter(permintaan=road.permintaan)]
    rapat, bast = road.permintaan.rapat_set.get(), road.permintaan.bast_set.get()
    assert road.permintaan.status == "selesai"
    assert moments == sorted(moments)
    assert Entry.objects.get(kind="rapat.concluded").happened_at > rapat.planned_end
    assert Entry.objects.get(kind="bast.signed_by_opd").happened_at > bast.launch_end
    lines = capsys.readouterr().out.splitlines()
    assert "(still to come)" not in lines[4]
    assert all("(still to come)" in line for line in lines[5:-1])


def test_the_original_letter_arrives_before_the_gate(road: Road, capsys: pytest.CaptureFixture[str]) -> None:
    road.submit()

    advance(road.nomor, "analisis.reviu", LATER)

    assert "tu: Sri Wahyuni mencatat surat asli diterima" in capsys.readouterr().out
    assert road.permintaan.at_bagian == "reviu"


def test_a_returned_letter_is_completed_by_its_opd(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")

    advance(road.nomor, None, LATER)

    assert road.permintaan.at_step == "disposisi"
    assert Entry.objects.filter(permintaan=road.permintaan).latest("seq").kind == "surat.corrected"


@pytest.mark.parametrize(
    ("to", "sentence"),
    (
        ("surat", "is past surat already: it stands at disposisi."),
        ("desian", "There is no step desian. The steps are surat, disposisi, "),
        ("desain.uat", "There is no step desain.uat."),
    ),
)
def test_a_goal_that_cannot_be_reached_is_refused_with_a_sentence(road: Road, to: str, sentence: str) -> None:
    road.submit()

    with pytest.raises(Problem) as problem:
        advance(road.nomor, to, LATER)

    assert sentence in str(problem.value)


def test_a_permintaan_that_has_ended_goes_no_further(road: Road) -> None:
    road.submit()
    road.withdraw()

    with pytest.raises(Problem, match="has ended: dibatalkan"):
        advance(road.nomor, None, LATER)


def test_an_unknown_number_is_said_to_be_unknown(road: Road) -> None:
    with pytest.raises(Problem, match="There is no permintaan APL-2026-0009"):
        advance("APL-2026-0009", None, LATER)


def test_only_demo_accounts_act(road: Road) -> None:
    road.submit()
    User.objects.filter(username="kadis").update(is_demo=False)

    with pytest.raises(Problem, match="No demo account may do this part: it is the turn of kepala_dinas"):
        advance(road.nomor, None, LATER)


def test_a_calendar_that_ends_too_early_is_a_sentence(road: Road) -> None:
    road.submit()

    with pytest.raises(Problem, match="2028 belum diisi"):
        advance(road.nomor, None, datetime(2028, 1, 3, 9, 0, tzinfo=NOW.tzinfo))


def test_the_help_says_whose_time_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["advance", "--help"])

    assert ended.value.code == 0
    assert "act right after it, even if it is still to come" in " ".join(capsys.readouterr().out.split())
