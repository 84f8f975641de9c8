"""What identifies a person does not reach GitLab; amounts, dates and numbers of letters do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.personal import MASK, holds_personal_data, masked
from loket.integrations.gitlab.neutral import inline, quoted, title

DIGITS = "0123456789"
SEPARATORS = st.sampled_from((" ", "-", ".", "\u2013", "\u00a0", "\u200d", " - "))
WORDS = st.text(st.characters(categories=("L", "Zs"), include_characters=".,;!?\n"), max_size=20)


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from(DIGITS), min_size=count, max_size=count)


def grouped(number: st.SearchStrategy[str], *lengths: int) -> st.SearchStrategy[str]:
    """The same digits, contiguous or in these groups."""

    def spaced(whole: str, separator: str) -> str:
        ends = [sum(lengths[: count + 1]) for count in range(len(lengths))]
        return separator.join(whole[end - size : end] for end, size in zip(ends, lengths, strict=True))

    return number | st.builds(spaced, number, SEPARATORS)


NIK = grouped(st.builds("35{}".format, digits(14)), 4, 4, 4, 4) | grouped(
    st.builds("35{}".format, digits(14)), 2, 2, 2, 6, 4
)
NIP = grouped(st.builds("19{}20{}".format, digits(6), digits(8)), 8, 6, 1, 3)
MOBILE = grouped(st.builds("08{}{}".format, st.sampled_from("123456789"), digits(9)), 4, 4, 4)
ABROAD = st.builds(
    "{}{}8{}".format, st.sampled_from(("+62", "62")), st.sampled_from(("", " ", "-")), digits(10)
)
LANDLINE = st.builds("(0351) {}".format, st.builds("8{}".format, digits(5)))
MAIL = st.builds(
    "{}@{}.go.id".format,
    st.from_regex(r"[a-z][a-z0-9._+-]{0,9}", fullmatch=True),
    st.sampled_from(("magetan", "dinkes.magetan")),
)
PERSONAL = NIK | NIP | MOBILE | ABROAD | LANDLINE | MAIL


@given(WORDS, PERSONAL, WORDS)
def test_whatever_stands_around_it_nothing_of_it_is_left(before: str, personal: str, after: str) -> None:
    for written in (
        masked(f"{before} {personal} {after}"),
        quoted(f"{before}\n{personal}\n{after}"),
        inline(f"{before}: {personal}, {after}"),
        title("[APL-2026-0001] ", f"{personal}, {after}"),
    ):
        said = written.removeprefix("[APL-2026-0001] ")
        assert MASK.strip("()") in said
        assert not re.search(r"\d{3}", said)
        assert "go.id" not in said


@given(st.lists(PERSONAL, min_size=2, max_size=5), st.sampled_from((", ", "; ", " / ", "\n", " dan ")))
def test_several_in_one_text_are_all_masked(numbers: list[str], between: str) -> None:
    assert not re.search(r"\d{3}|@", masked(between.join(numbers)))


@given(st.text() | st.text(st.sampled_from("0123456789 .-+()@/a\u200d\u0661\uff11")))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert masked(masked(text)) == masked(text)


@given(st.text())
def test_a_text_without_a_digit_or_an_address_stays_as_it_is(anything: str) -> None:
    text = "".join(each for each in anything if each != "@" and not each.isdecimal())
    assert masked(text) == text


@pytest.mark.parametrize(
    "harmless",
    (
        "Anggaran Rp 1.500.000.000 untuk 2026",
        "Rp 62.812.500.000 dan Rp 812.345.678.900",
        "Rp 1.234.567.890.123.456",
        "APL-2026-0041, B/500.12/118/403.112/2026",
        "tahun 2021 2022 2023 2024",
        "01-02-2026 08.30-16.00",
        "pukul 08.30 tanggal 01.02.2026",
        "74 menit, 25 petugas, 3,5 juta baris",
        "PP 71/2019 dan Permendagri 1/2023",
        "versi 1.12.0.4",
        "ditanya @budi atau #12",
    ),
)
def test_amounts_dates_years_and_letters_stay(harmless: str) -> None:
    assert masked(harmless) == harmless


@pytest.mark.parametrize(
    ("written", "shown"),
    (
        ("Hubungi 0812-3456-7890 (Nur).", f"Hubungi {MASK} (Nur)."),
        ("Telp. (0351) 895123 atau +62 812 3456 7890", f"Telp. {MASK} atau {MASK}"),
        ("WA 812 3456 7890", f"WA {MASK}"),
        ("NIP. 19850312 201001 1 004, tahun 2026", f"NIP. {MASK}, tahun 2026"),
        ("(0812-3456-7890), 2026", f"({MASK}), 2026"),
        ("+62 (812) 3456-7890", MASK),
        ("NIK \uff13\uff15\uff12\uff10" + "\uff11" * 12, f"NIK {MASK}"),
        ("nur.hidayati@magetan.go.id.", f"{MASK}."),
    ),
)
def test_as_people_write_them(written: str, shown: str) -> None:
    assert masked(written) == shown


@pytest.mark.parametrize(
    ("text", "does"),
    (
        ("".join(chr(0xFF10 + int(digit)) for digit in "3520123456789012"), True),
        ("Hubungi 0812 3456 7890 atas nama Sari", True),
        ("Kirim ke sari@magetan.go.id", True),
        ("Rapat 08-12-2026 pukul 09.00-10.30, anggaran Rp125.000.000", False),
        ("", False),
    ),
)
def test_a_text_says_whether_it_holds_any_of_it(text: str, does: bool) -> None:
    assert holds_personal_data(text) is does
