"""The groupings of the board as they are named to people, and phases as their limits are kept."""

from loket.core.board import USUAL_LIMIT, Grouping, key_of, limit_of


def test_a_grouping_is_named_as_the_start_of_a_sentence() -> None:
    assert [one.label for one in Grouping] == ["Langkah", "Prioritas", "Tim"]


def test_a_limit_is_found_by_the_phase_however_it_is_written() -> None:
    assert key_of("Serah terima") == "serah_terima"
    assert [limit_of(phase, {"serah_terima": 3}) for phase in ("Serah terima", "SERAH  TERIMA", "Serah")] == [
        3,
        3,
        USUAL_LIMIT,
    ]
