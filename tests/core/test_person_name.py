"""A certificate and a letter write a person's name each in their way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.person_name import LONGEST_IN_A_CERTIFICATE, same_person

WORDS = st.lists(
    st.sampled_from(["agung", "wicaksono", "nur", "hidayati", "siti", "m", "ma'ruf", "é", "li"]),
    min_size=1,
    max_size=5,
)
LETTERS = st.text(st.characters(categories=("Lu", "Ll")), min_size=1)


@pytest.mark.parametrize(
    ("printed", "certified"),
    (
        ("Agung Wicaksono, S.Kom.", "AGUNG WICAKSONO"),
        ("Ir. Bambang, M.Si.", "BAMBANG"),
        ("Dr. H. Anwar Sanusi, SH., M.A.P.", "ANWAR SANUSI, SH, MAP"),
        ("Agung Wicaksono", "AGUNG WICAKSONO S.KOM M.T."),
        ("Ir.Bambang", "Bambang"),
        ("Dra. Hj. Siti Ma'ruf", "SITI MARUF"),
        ("Nur-Hidayati", "Nur  Hidayati"),
        ("H. Agung", "agung"),
        ("H", "h"),
        ("Andr\u00e9", "ANDRE"),
        ("A" * 80, "A" * LONGEST_IN_A_CERTIFICATE),
    ),
)
def test_the_same_person_is_known_again(printed: str, certified: str) -> None:
    assert same_person(printed, certified)


@pytest.mark.parametrize(
    ("printed", "certified"),
    (
        ("Agung Wicaksono", "Agung"),
        ("Nur Hidayati", "Anita Wulandari"),
        ("Agung Wicaksono", "Agung Wicaksana"),
        ("M. Nur Hidayat", "Nur Hidayat"),
        ("A" * 60, "A" * 59),
        ("Agung", ""),
        ("", ""),
        (",", "."),
    ),
)
def test_another_person_is_not_taken_for_one(printed: str, certified: str) -> None:
    assert not same_person(printed, certified)


@given(
    WORDS,
    st.sampled_from(("", ", S.Kom.", ", S.T., M.T.", " M.Kom")),
    st.sampled_from(("", "Ir. ", "Dr. H. ")),
)
def test_titles_degrees_capitals_and_spaces_change_nothing(
    words: list[str], degrees: str, title: str
) -> None:
    written = title + "  ".join(words).upper() + degrees

    assert same_person(" ".join(words), written)


@given(LETTERS)
def test_everybody_is_themselves(name: str) -> None:
    assert same_person(name, name)


@given(st.text(), st.text())
def test_it_does_not_matter_which_is_asked_about(one: str, other: str) -> None:
    assert same_person(one, other) == same_person(other, one)


@given(WORDS, WORDS)
def test_names_of_other_letters_are_other_people(ones: list[str], others: list[str]) -> None:
    different = [sign for sign in "".join(ones) if sign.isalnum()] != [
        sign for sign in "".join(others) if sign.isalnum()
    ]

    assert same_person(" ".join(ones), " ".join(others)) is not different
