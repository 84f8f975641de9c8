"""A note from GitLab as plain text: nothing in it is followed, shown or carried out."""

import html
import re
from unicodedata import category

from loket.integrations.gitlab.neutral import BREAK, JOINERS, cleaned

LONGEST = 5_000
_READ = 100_000
"""Of a note that is longer only its beginning is looked at: a hostile one may have a million characters."""
_COMMENT = re.compile(r"<!--(?:(?!-->).)*(?:-->|\Z)", re.DOTALL)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"(?<!\\)(!?)\[([^\[\]\n]{0,500})\]\(([^()\s]{0,2000})(?:\s+\"[^\"\n]*\")?\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UPLOAD = re.compile(r"^(?:https?://[^/]+)?(?:/[^?#]*)?/?uploads/[0-9a-f]{16,}/")


def plain(body: str, *, longest: int = LONGEST) -> str:
    """Read a note; what is longer than a text in Loket may be ends with an ellipsis."""
    text = cleaned(body[:_READ].replace(BREAK, ""))
    text = _LINE_BREAK.sub("\n", _COMMENT.sub("", text))
    text = _TAG.sub("", text)
    text = _LINK.sub(_link, text)
    text = html.unescape(_ESCAPED.sub(r"\1", text))
    return _cut(cleaned(text).strip(), longest)


def line(text: str, *, longest: int) -> str:
    """Read a name or a title: one line, of characters that a person may type in Loket as well."""
    seen = "".join(
        each
        for each in cleaned(text[:_READ])
        if each in JOINERS or category(each)[0] != "C" or each.isspace()
    )
    return _cut(" ".join(seen.split()), longest)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _link(found: re.Match[str]) -> str:
    picture, words, target = found[1], found[2].strip(), found[3]
    if _UPLOAD.match(target):
        return f"{words} (lampiran di GitLab)" if words else "(lampiran di GitLab)"
    if picture:
        return f"(gambar: {words})" if words else "(gambar)"
    return target if words in {"", target} else f"{words} ({target})"
