"""Sizes are written as Indonesians write them, and a size over the limit reads larger than the limit."""

import pytest

from loket.files.problems import TooLarge
from loket.files.sizes import MAX_BYTES, size_label

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("size", "label"),
    (
        (0, "0 byte"),
        (1023, "1023 byte"),
        (1024, "1 KB"),
        (1536, "1,5 KB"),
        (MEGABYTE, "1 MB"),
        (20 * MEGABYTE, "20 MB"),
        (20 * MEGABYTE + 1, "20,1 MB"),
        (31 * MEGABYTE, "31 MB"),
        (int(2.04 * MEGABYTE), "2,1 MB"),
    ),
)
def test_a_size_is_written_with_a_comma_and_rounded_up(size: int, label: str) -> None:
    assert size_label(size) == label


def test_the_limit_is_twenty_megabytes() -> None:
    assert size_label(MAX_BYTES) == "20 MB"


def test_a_file_of_known_size_over_the_limit_says_both() -> None:
    problem = TooLarge(MAX_BYTES, 31 * MEGABYTE)
    assert problem.sentence == "Ukuran berkas 31 MB. Pilih berkas paling besar 20 MB."
    assert str(problem) == problem.sentence


def test_a_file_cut_off_at_the_limit_says_the_limit() -> None:
    assert TooLarge(MAX_BYTES).sentence == "Ukuran berkas lebih dari 20 MB. Pilih berkas paling besar 20 MB."
