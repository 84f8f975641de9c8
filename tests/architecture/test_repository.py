"""What the repository must not say, and what every exception must."""

import re

from tests.architecture.repository import ROOT, kept, name_of, text_of, written

ELSEWHERE = re.compile(
    r"(?<![\w.-])/wor[k]/"
    r"|pyp[i]\.org|pythonhoste[d]\.org|npmj[s]\.org|golan[g]\.org|crate[s]\.io"
    r"|(?i:\b(?:opena[i]|anthropi[c]|claud[e]|chatgp[t]|copilo[t])\b)"
)
"""Places on somebody's machine, hosts of package registries, and makers of text; none of them is the product."""
BINARY = {".png", ".woff2", ".ttf", ".jpg", ".pdf", ".ico"}
WITHOUT_REASON = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type: ignore(?:\[[\w, -]+\])?)\s*$"
)
UNFINISHED = re.compile(r"\b(TOD[O]|FIXM[E]|XX[X])\b")


def test_it_names_no_place_but_its_own() -> None:
    found = {
        f"{name_of(path)}:{number}"
        for path in kept()
        if path.suffix not in BINARY
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if ELSEWHERE.search(line)
    }

    assert found == set()


def test_pinned_requirements_hold_hashes_and_no_addresses() -> None:
    for path in ROOT.glob("requirements*.txt"):
        pins = [line for line in text_of(path).splitlines() if line and not line.startswith((" ", "#"))]
        assert "://" not in text_of(path)
        assert text_of(path).count("--hash=sha256:") >= len(pins) > 10


def test_every_exception_from_a_rule_has_its_reason() -> None:
    bare = [
        f"{name_of(path)}:{number}"
        for path in written()
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if WITHOUT_REASON.search(line)
    ]

    assert bare == []


def test_nothing_is_left_for_later() -> None:
    left = [
        name_of(path)
        for path in kept(".py", ".html", ".js", ".css", ".toml", ".md")
        if UNFINISHED.search(text_of(path))
    ]

    assert left == []


def test_tests_lie_where_the_code_lies() -> None:
    beside = {"architecture", "browser"}
    folders = {
        path.relative_to(ROOT / "tests").parts[0] for path in written("tests") if path.parent.name != "tests"
    }

    assert {folder for folder in folders - beside if not (ROOT / "loket" / folder).is_dir()} == set()
