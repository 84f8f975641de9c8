"""Text of people, so that GitLab shows it and does nothing with it.

GitLab acts on text: a slash at the beginning of a line is a command with the rights of the token, `@all` writes to
everybody, `#1` leaves a note at another issue, a picture tells its server who has looked. Entities alone do not help,
for GitLab looks for references after it has decoded them; a space without width behind the sign does.
"""

import re
import unicodedata

from loket.core.personal import masked

BREAK = "\u200b"
"""A space without width: what follows a sign is no longer its name."""
QUOTE = "> "
"""Before every line: no command begins with it, and what is quoted cannot end the quotation."""
_NEWLINE = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
JOINERS = {"\u200c", "\u200d"}
_SIGNS = r"@#!~$%^&*[\]{}+"
_NAMED = re.compile(rf"([{_SIGNS}])(?=\S)")
_ISSUE = re.compile(r"\b(GL-)(?=\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"(://|\bwww\.|\b(?:mailto|xmpp|tel|data|javascript):)(?=\S)", re.IGNORECASE)
_COMMIT = re.compile(r"(?<![0-9A-Za-z])(?=[0-9]*[a-f])[0-9a-f]{7,}(?![0-9A-Za-z])")
_MARKDOWN = re.compile(r"[\\`*_\[\]{}#!|~$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def cleaned(text: str) -> str:
    """Keep what a reader sees: one kind of newline, no hidden characters, none that reorder what is read."""
    lines = _NEWLINE.sub("\n", text).split("\n")
    return "\n".join("".join(filter(_is_kept, line)).rstrip() for line in lines).strip("\n")


def quoted(text: str) -> str:
    """Give a text of any length as a quotation that shows it letter by letter, but for what is masked."""
    lines = (_indented(line) for line in masked(cleaned(text)).split("\n"))
    # Two spaces at the end keep the next line a line of its own.
    return "  \n".join(QUOTE + _written(line) for line in lines)


def inline(text: str) -> str:
    """Give a short text to stand in a sentence of ours."""
    return _written(_one_line(text))


def title(prefix: str, text: str, *, longest: int = 255) -> str:
    """Give a title; GitLab reads no Markdown there, but it does look for names and addresses."""
    whole = prefix + unnamed(_one_line(text))
    return whole if len(whole) <= longest else whole[: longest - 1].rstrip() + "…"


def unnamed(text: str) -> str:
    """Break what GitLab would take for the name of a person, an issue, a label, a commit or a page."""
    text = _ADDRESS.sub(rf"\1{BREAK}", text)
    text = _ISSUE.sub(rf"\1{BREAK}", text)
    text = _COMMIT.sub(lambda found: BREAK.join(re.findall(".{1,6}", found[0])), text)
    return _NAMED.sub(rf"\1{BREAK}", text)


def _written(line: str) -> str:
    marked = _MARKDOWN.sub(r"\\\g<0>", unnamed(line))
    if marked[:1] in {"-", "+", "="}:
        marked = "\\" + marked
    return "".join(_ENTITIES.get(each, each) for each in marked)


def _indented(line: str) -> str:
    """Four spaces at the beginning would be a block of code, where nothing that is escaped is read as such."""
    line = line.replace("\t", "    ")
    rest = line.lstrip()
    return "\u00a0" * (len(line) - len(rest)) + rest


def _one_line(text: str) -> str:
    return masked(" ".join(cleaned(text).split()))


def _is_kept(character: str) -> bool:
    return (
        character == "\t" or character in JOINERS or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
    )
