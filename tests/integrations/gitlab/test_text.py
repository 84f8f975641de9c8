"""What people write reaches GitLab as they wrote it, and does nothing there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.personal import masked
from loket.integrations.gitlab.neutral import BREAK, QUOTE, cleaned, inline, quoted, title
from loket.integrations.gitlab.plain import plain
from loket.integrations.gitlab.standin.commands import taken_from

SIGNS = "@#!~$%^&*[]{}+/\\<>`|_-=.:\"'()\r\n\t \u200b\u202e\u2028\x00\x0b\ud800aAdef0123"
TEXTS = (
    st.text()
    | st.text(st.sampled_from(SIGNS))
    | st.lists(
        st.sampled_from(
            (
                *(
                    "/close",
                    "/\rclose",
                    "\n/label ~x",
                    "\r\n",
                    "@all",
                    "@budi",
                    "#12",
                    "!3",
                    "GL-7",
                    "group/proyek#4",
                ),
                *(
                    "<!--",
                    "-->",
                    "<img src=x>",
                    "![a](https://x/y.png)",
                    "```",
                    ">>>",
                    "~~~",
                    "    ",
                    "\t",
                    "\\",
                ),
                *(
                    "[a](javascript:x)",
                    "https://gitlab.test/a/-/issues/1",
                    "www.contoh.id",
                    "8ac51d9ef",
                    ":tada:",
                ),
                *(
                    "&epic",
                    "&lt;",
                    "[[_TOC_]]",
                    "[issue:1]",
                    "$1",
                    "%v1",
                    '~"a b"',
                    "a",
                    " ",
                    "---",
                    "- [ ] x",
                    "\u200d",
                ),
            )
        )
    ).map("".join)
)
REFERENCE = re.compile(r'[@#!~$%^&][\w"{]|\[\w+:|\bGL-\d|://\w|\bwww\.\w|!\[|\]\(')


def _shown(markdown: str) -> str:
    """What GitLab's readers of references see: after escapes and entities, as far as both are plain text."""
    lines = [line.removeprefix(QUOTE).removesuffix("  ") for line in markdown.split("\n")]
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", "\n".join(lines))
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@given(TEXTS)
def test_a_quoted_text_runs_no_command(text: str) -> None:
    assert taken_from(quoted(text))[1] == {}
    assert all(line.startswith(QUOTE) for line in re.split(r"[\r\n\v\f\x85\u2028\u2029]", quoted(text)))


@given(TEXTS)
def test_it_holds_no_html_and_no_comment_that_would_swallow_what_follows(text: str) -> None:
    for written in (quoted(text), inline(text)):
        assert "<" not in written
        assert ">" not in "\n".join(line.removeprefix(QUOTE) for line in written.split("\n"))
        written.encode()


@given(TEXTS)
def test_it_names_nobody_and_nothing(text: str) -> None:
    for shown in (_shown(quoted(text)), _shown(inline(text)), title("", text)):
        assert REFERENCE.findall(shown) == []
        assert re.findall(r"(?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{7,40}(?![0-9A-Za-z])", shown) == []


@given(TEXTS)
def test_every_sign_of_markdown_is_escaped(text: str) -> None:
    for written in (quoted(text), inline(text)):
        assert re.findall(r"(?<!\\)(?:\\\\)*[`*_\[\]{}#!|~$]", written) == []


@given(TEXTS)
def test_a_reader_sees_what_was_written(text: str) -> None:
    as_seen = masked(cleaned(text)).replace("\t", "    ").replace("\u00a0", " ")

    shown = "\n".join(
        line.rstrip() for line in _shown(quoted(text)).replace(BREAK, "").replace("\u00a0", " ").split("\n")
    )
    assert shown == "\n".join(line.rstrip() for line in as_seen.split("\n"))


@given(TEXTS, st.sampled_from(("", "[APL-2026-0001] ")))
def test_a_title_is_one_line_that_fits(text: str, prefix: str) -> None:
    written = title(prefix, text)

    assert len(written) <= 255
    assert "\n" not in written
    assert written.startswith(prefix.rstrip() if not text.strip() else prefix[:-1])


def test_a_long_title_ends_with_an_ellipsis() -> None:
    assert title("[A] ", "x" * 300) == "[A] " + "x" * 250 + "…"


@pytest.mark.parametrize(
    ("text", "written"),
    (
        ("/close", "> /close"),
        ("a\n\n/\rclose", "> a  \n>   \n> /  \n> close"),
        ("Halo @all <b>", f"> Halo @{BREAK}all &lt;b&gt;"),
        ("lihat #12 & !3", f"> lihat \\#{BREAK}12 & \\!{BREAK}3".replace("& ", "&amp; ")),
        ("50% dari 100", "> 50% dari 100"),
        ("    kode", "> \u00a0\u00a0\u00a0\u00a0kode"),
        ("- satu\n--- \n= dua", "> \\- satu  \n> \\---  \n> \\= dua"),
        ("NIP 196512311990031001", "> NIP (disamarkan)"),
        ("komit 8ac51d9ef", f"> komit 8ac51d{BREAK}9ef"),
        ("https://x.id/a", f"> https://{BREAK}x.id/a"),
        ("", "> "),
    ),
)
def test_examples(text: str, written: str) -> None:
    assert quoted(text) == written


@pytest.mark.parametrize(
    ("body", "read"),
    (
        ("Sudah **selesai**", "Sudah **selesai**"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<script>alert(1)</script>halo", "alert(1)halo"),
        ("a <!-- rahasia\n/close --> b", "a  b"),
        ("a <!-- tanpa akhir", "a"),
        ("![layar](/uploads/0123456789abcdef0123456789abcdef/a.png)", "layar (lampiran di GitLab)"),
        (
            "[catatan](https://gl.test/-/project/3/uploads/0123456789abcdef/x.pdf)",
            "catatan (lampiran di GitLab)",
        ),
        ("![](https://pelacak.test/x.png)", "(gambar)"),
        ("![logo](https://pelacak.test/x.png)", "(gambar: logo)"),
        ("lihat [panduan](https://x.id/a)", "lihat panduan (https://x.id/a)"),
        ("[x](javascript:alert)", "x (javascript:alert)"),
        ("1 &lt; 2 \\* 3", "1 < 2 * 3"),
        ("a\r\nb\u202ec\x00", "a\nbc"),
        ("&#8238;x&#0;", "x\ufffd"),
    ),
)
def test_a_note_is_read_as_text(body: str, read: str) -> None:
    assert plain(body) == read


@given(TEXTS)
def test_a_note_of_any_kind_becomes_text_without_hidden_signs(body: str) -> None:
    read = plain(body)

    assert len(read) <= 5_000
    assert read == cleaned(read).strip()


def test_a_long_note_is_cut_in_words() -> None:
    assert plain("x" * 6_000) == "x" * 4_999 + "…"


def test_hostile_brackets_do_not_take_long() -> None:
    assert plain("[" * 20_000 + "<!--" * 5_000)
    assert quoted("@" * 20_000 + "f" * 20_000)
    assert quoted("1 " * 20_000 + "0" * 20_000 + "x" * 20_000 + "@" + "y." * 20_000)


@given(TEXTS)
def test_what_went_out_comes_back(text: str) -> None:
    back = "\n".join(
        line.removeprefix(QUOTE.strip()).strip() for line in plain(quoted(text), longest=10**6).split("\n")
    )
    sent = [" ".join(line.split()) for line in masked(cleaned(text)).split("\n")]

    assert [" ".join(line.split()) for line in back.strip().split("\n")] == "\n".join(sent).strip().split(
        "\n"
    )
