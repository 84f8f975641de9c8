"""A note from GitLab as plain text: nothing in it is followed, shown or carried out."""

import html
import re

from loket.integrations.gitlab.neutral import BREAK, cleaned

LONGEST = 5_000
_COMMENT = re.compile(r"<!--(?:(?!-->).)*(?:-->|\Z)", re.DOTALL)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"(?<!\\)(!?)\[([^\[\]\n]{0,500})\]\(([^()\s]{0,2000})(?:\s+\"[^\"\n]*\")?\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UPLOAD = re.compile(r"^(?:https?://[^/]+)?(?:/[^?#]*)?/?uploads/[0-9a-f]{16,}/")


def plain(body: str, *, longest: int = LONGEST) -> str:
    """Read a note; what is longer than a text in Loket may be ends with an ellipsis."""
    text = cleaned(body.replace(BREAK, ""))
    text = _LINE_BREAK.sub("\n", _COMMENT.sub("", text))
    text = _TAG.sub("", text)
    text = _LINK.sub(_link, text)
    text = html.unescape(_ESCAPED.sub(r"\1", text))
    text = cleaned(text).strip()
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _link(found: re.Match[str]) -> str:
    picture, words, target = found[1], found[2].strip(), found[3]
    if _UPLOAD.match(target):
        return f"{words} (lampiran di GitLab)" if words else "(lampiran di GitLab)"
    if picture:
        return f"(gambar: {words})" if words else "(gambar)"
    return target if words in {"", target} else f"{words} ({target})"
