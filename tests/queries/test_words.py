import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.models.opd import Opd
from loket.queries.words import Ilike, anywhere, at_the_end, at_the_start, is_short, words_of


@pytest.mark.parametrize(
    ("typed", "words"),
    (
        ("", []),
        ("   ", []),
        ("antrean  dukcapil", ["antrean", "dukcapil"]),
        ("antre\x00an", ["antre", "an"]),
        ("\u202eabc\u202c", ["abc"]),
        ("a b c d e f g", ["a", "b", "c", "d", "e"]),
    ),
)
def test_a_search_is_its_first_words_without_what_no_text_can_hold(typed: str, words: list[str]) -> None:
    assert words_of(typed) == words


def test_a_very_long_search_is_cut() -> None:
    assert words_of("x" * 100_000) == ["x" * 100]


@given(st.text())
def test_words_hold_no_control_characters(typed: str) -> None:
    assert [word for word in words_of(typed) if not word.isprintable()] == []


@pytest.mark.parametrize(("word", "short"), (("ab", True), ("abc", False)))
def test_a_word_shorter_than_a_trigram_is_short(word: str, short: bool) -> None:
    assert is_short(word) is short


@pytest.mark.parametrize("word", ("%", "_", "\\", "100%", "a_b", "c\\d"))
def test_what_is_a_pattern_elsewhere_is_looked_for_as_it_is_typed(word: str, nobody: str) -> None:
    Opd.objects.create(kode="satu", nama=f"Sebelum {word} sesudah", singkatan=word)
    Opd.objects.create(kode="dua", nama="Sebelum sesudah aXb", singkatan="100 c d")

    assert [row.kode for row in Opd.objects.filter(anywhere("nama", word))] == ["satu"]


def test_words_are_found_whatever_their_case_and_at_the_edge_that_is_asked(nobody: str) -> None:
    Opd.objects.create(kode="satu", nama="Kesehatan Hewan", singkatan="KH")

    def found(condition: Ilike) -> int:
        return Opd.objects.filter(condition).count()

    assert [
        found(anywhere("nama", "TAN he")),
        found(at_the_start("nama", "kese")),
        found(at_the_start("nama", "hewan")),
        found(at_the_end("nama", "HEWAN")),
        found(at_the_end("nama", "kesehatan")),
    ] == [1, 1, 0, 1, 0]
