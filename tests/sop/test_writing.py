"""What is written as TOML is read back as it was, whatever people typed."""

import tomllib
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.core.zone import ZONE
from loket.sop.definition import MAIN, parse, text_of
from loket.sop.related import related_numbers
from loket.sop.writing import WIDTH, write

CHARACTERS = st.characters(codec="utf-8")
TEXT, KEYS = st.text(CHARACTERS, max_size=30), st.text(CHARACTERS, max_size=8)
PLAIN = TEXT | st.integers(-(2**63), 2**63 - 1) | st.booleans() | st.dates(min_value=date(1000, 1, 1))
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=5)


@given(DOCUMENTS)
@settings(max_examples=200, deadline=None)
def test_reading_what_was_written_gives_the_same(document: dict[str, Any]) -> None:
    assert tomllib.loads(write(document)) == document


@pytest.mark.parametrize("nomor", (MAIN, *related_numbers()))
def test_the_shipped_files_survive(nomor: str) -> None:
    data = tomllib.loads(text_of(nomor))

    assert tomllib.loads(write(without_fractions(data))) == without_fractions(data)


def without_fractions(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_fractions(one) for key, one in value.items()}
    if isinstance(value, list):
        return [without_fractions(one) for one in value]
    return int(value) if isinstance(value, float) else value


def test_the_written_sop_reads_like_the_shipped_one() -> None:
    data = tomllib.loads(text_of(MAIN))
    lines = write(data).splitlines()

    assert parse(write(data)) == parse(text_of(MAIN))
    assert (
        'waktu = { nilai = 30, satuan = "menit_kerja", teks = "±30 menit", teks_asli = "±30 Menit" }' in lines
    )
    assert "[[step.bagian]]" in lines
    assert '  "waktu pengerjaan",' in lines
    assert all(len(line) <= WIDTH or '"' in line for line in lines)


def test_the_same_tables_are_always_the_same_text() -> None:
    data = tomllib.loads(text_of(MAIN))

    assert write(tomllib.loads(write(data))) == write(data)


@pytest.mark.parametrize("value", (1.5, None, datetime(2026, 3, 2, tzinfo=ZONE), ("a",)))
def test_what_an_sop_does_not_hold_is_not_written(value: object) -> None:
    with pytest.raises(TypeError, match="an SOP file holds no"):
        write({"nilai": value})
