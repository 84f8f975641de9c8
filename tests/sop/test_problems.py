"""A broken SOP file is refused with the line that is wrong, whatever was done to it."""

import re
from collections.abc import Iterator

import pytest

from loket.application.notices import RECIPIENTS
from loket.application.steps import PARTS
from loket.sop.definition import problems_in, text_of

STRANGE = ("7", '"x"', "[]", "{}", "[1]", '["x"]', "true", '""')
"""Values of every kind, for lines that want another."""


def problems(content: str) -> list[str]:
    return problems_in(content, parts=PARTS, effects=RECIPIENTS)


def line_of(text: str, after: str = "") -> int:
    content = text_of()
    return content[: content.index(text, content.index(after))].count("\n") + 1


def test_the_shipped_file_has_no_problem() -> None:
    assert problems(text_of()) == []


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    (
        (
            'guards = ["dokumen_desain_diajukan"]',
            'guards = ["restu_langit"]',
            "Syarat restu_langit tidak dikenal.",
        ),
        (
            'guards_mulai = ["surat_asli_diterima"]',
            'guards_mulai = ["restu_langit"]',
            "Syarat restu_langit tidak dikenal.",
        ),
        ('effects = ["kabari_giliran"]', 'effects = ["merpati"]', "Akibat merpati tidak dikenal."),
        (
            'diterima = "desain.setujui"',
            'diterima = "desain.entah"',
            "Hasil diterima menuju desain.entah, yang tidak ada.",
        ),
        (
            'ditunjuk = "prioritas" }',
            'ditunjuk = "prioritas"',
            "bukan TOML yang benar: Unclosed inline table",
        ),
        ("waktu = { nilai = 30", 'waktu = { nilai = "tiga"', "nilai harus diisi dengan bilangan"),
        ("ke = 3", 'ke = "tiga"', "ke harus diisi dengan bilangan"),
        ('pelaksana = ["kepala_bidang"]', 'pelaksana = ["kabid"]', "memuat peran yang tidak dikenal"),
    ),
)
def test_the_line_that_is_wrong_is_named_first(right: str, wrong: str, sentence: str) -> None:
    found = problems(text_of().replace(right, wrong, 1))

    assert re.match(r"baris (\d+): ", found[0])
    assert sentence in found[0]
    assert int(found[0].split(":")[0].removeprefix("baris ")) == line_of(right)


def test_a_step_that_cannot_be_reached_is_named_at_its_key() -> None:
    found = problems(text_of().replace('dikirim = "disposisi"', 'dikirim = "penunjukan"'))

    place = line_of('key = "kepala_dinas"\nnama', 'key = "disposisi"')
    assert f"baris {place}: Langkah disposisi bagian kepala_dinas tidak dapat dicapai." in found


def test_a_step_from_which_there_is_no_way_to_the_end_is_named_at_its_key() -> None:
    found = problems(
        text_of().replace('outcomes = { ditunjuk = "prioritas" }', 'outcomes = { a = "penunjukan" }')
    )

    place = line_of('key = "penunjukan"')
    assert f"baris {place}: Dari langkah penunjukan bagian penunjukan akhir tidak dapat dicapai." in found


def test_a_file_that_ends_too_early_is_wrong_at_its_last_line() -> None:
    content = text_of() + "\ndaftar = ["

    assert problems(content) == [
        f"baris {len(content.splitlines())}: bukan TOML yang benar: Invalid value (at end of document)"
    ]


def broken_files() -> Iterator[str]:
    """The first line of every name left out, and its value replaced by one of each kind."""
    lines, seen = text_of().splitlines(), set()
    for number, line in enumerate(lines):
        named = re.match(r"(\w+) = ", line)
        if named is None or named[1] in seen:
            continue
        seen.add(named[1])
        before, after = lines[:number], lines[number + 1 :]
        yield "\n".join((*before, *after))
        for value in STRANGE:
            yield "\n".join((*before, f"{named[1]} = {value}", *after))


def test_no_broken_file_is_more_than_a_list_of_sentences_with_their_lines() -> None:
    found = [problem for content in broken_files() for problem in problems(content)]

    assert len(found) > 100
    assert [problem for problem in found if not re.match(r"baris [1-9]\d*: ", problem)] == []
