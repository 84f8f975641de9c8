"""Personal numbers and addresses that people type where they do not belong: no reader of GitLab needs them.

What is masked: NIK (16 digits), NIP (18), other runs of 15 to 19 digits, telephone numbers of Indonesia and those
with a plus, e-mail addresses. Amounts, dates, years and numbers of letters stay.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

MASK = "(disamarkan)"
_JOIN = r"[ \t\u00a0\u2000-\u200d\u202f.()\-\u2010-\u2015]{0,3}"
_RUN = re.compile(rf"[(+]{{0,2}}\d(?:{_JOIN}\d)*")
_GROUP = re.compile(r"\d+")
_MAIL = re.compile(
    r"(?<![^\s@<>()\[\],;:\"'])[^\s@<>()\[\],;:\"']+@[^\s@<>()\[\],;:\"']+\.[^\s@<>()\[\],;:\"'.]{2,}"
)
_MOST_GROUPS = 5
_NIK, _NIP, _PLAIN = 16, 18, range(15, 20)
_HOME, _ABROAD, _BARE = range(9, 15), range(9, 16), range(10, 13)
_YEAR = re.compile(r"(?:19|20)\d\d")


def holds_personal_data(text: str) -> bool:
    """Say whether a text seems to. What looks like it and is none is the price: it can be written in another way."""
    return masked(text) != text


def masked(text: str) -> str:
    """Give the text with each of them replaced; done twice it is the same."""
    return _RUN.sub(lambda found: _run(found[0]), _MAIL.sub(MASK, text))


def _run(run: str) -> str:
    """A run may hold several numbers: "0812-3456-7890 2026"."""
    groups = list(_GROUP.finditer(run))
    parts, kept, first = [], 0, 0
    while first < len(groups):
        last = _end_of_number(run, groups, first)
        if last:
            start = groups[first].start()
            end = groups[last - 1].end()
            parts += [_before(run[kept:start], is_opened=")" in run[start:end]), MASK]
            kept, first = end, last
        else:
            first += 1
    return "".join((*parts, run[kept:]))


def _before(text: str, *, is_opened: bool) -> str:
    """Without the plus of the number, and the bracket that was closed within it."""
    text = text.removesuffix("+")
    return text.removesuffix("(") if is_opened else text


def _end_of_number(run: str, groups: Sequence[re.Match[str]], first: int) -> int:
    """How far the longest personal number reaches that begins with a group; 0 where there is none."""
    for last in range(min(len(groups), first + _MOST_GROUPS), first, -1):
        taken = groups[first:last]
        digits = [_ascii(group[0]) for group in taken]
        between = "".join(run[a.end() : b.start()] for a, b in pairwise(taken))
        has_plus = run[: taken[0].start()].endswith("+")
        if _is_identity(digits) or _is_telephone(digits, between, has_plus=has_plus):
            return last
    return 0


def _is_identity(groups: Sequence[str]) -> bool:
    total = sum(map(len, groups))
    if len(groups) == 1:
        return total in _PLAIN
    if total == _NIK:
        return not all(_YEAR.fullmatch(group) for group in groups)
    return total == _NIP and _YEAR.match(groups[0]) is not None and len(groups[0]) == len("19850312")


def _is_telephone(groups: Sequence[str], between: str, *, has_plus: bool) -> bool:
    whole, area = "".join(groups), groups[0]
    if has_plus:
        return len(whole) in _ABROAD
    if whole.startswith("0"):
        return len(whole) in _HOME and len(area) > len("08") and area[1] != "0"
    if "." in between:
        return False  # an amount of money, such as 62.812.500.000
    if whole.startswith("628"):
        return len(whole) in _ABROAD
    return whole.startswith("8") and len(area) > len("81") and len(whole) in _BARE


def _ascii(digits: str) -> str:
    """Digits of other scripts are digits too."""
    return "".join(str(unicodedata.digit(each)) for each in digits)
