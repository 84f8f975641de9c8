"""The board: its groupings have names for people, and a phase without a limit of the office has the usual one."""

from loket.core.board import USUAL_LIMIT, Grouping, limit_of


def test_each_grouping_has_a_name_for_people() -> None:
    assert [one.label for one in Grouping] == ["Langkah", "Prioritas", "Tim"]


def test_a_phase_has_the_limit_of_the_office_or_the_usual_one() -> None:
    limits = {"serah_terima": 3}

    assert [limit_of(phase, limits) for phase in ("Serah terima", "Pembuatan")] == [3, USUAL_LIMIT]
