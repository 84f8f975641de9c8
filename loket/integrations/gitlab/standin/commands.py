"""Quick actions: a line that begins with a slash is a command to GitLab, with the rights of whoever sent it."""

import re
from typing import Any

_LINE = re.compile(r"^[ \t]{0,3}/(\w+)[ \t]*(.*)$", re.MULTILINE)
_STATES = {"close": "close", "reopen": "reopen"}


def taken_from(text: str) -> tuple[str, dict[str, Any]]:
    """Take the commands out of a text; gives what is left, and what they ask for as fields of an update."""
    asked: dict[str, Any] = {}
    plain = text.replace("\r", "")

    def take(found: re.Match[str]) -> str:
        fields = _fields(found[1].lower(), found[2].strip())
        asked.update(fields or {})
        return found[0] if fields is None else ""

    left = _LINE.sub(take, plain)
    return (left.strip() if asked else plain), asked


def _fields(command: str, rest: str) -> dict[str, Any] | None:
    names = [name or bare for name, bare in re.findall(r'~"([^"]+)"|~([\w:.-]+)', rest)]
    if command in _STATES:
        return {"state_event": _STATES[command]}
    known: dict[str, dict[str, Any]] = {
        "label": {"add_labels": names},
        "unlabel": {"remove_labels": names},
        "due": {"due_date": rest},
        "confidential": {"confidential": True},
        "title": {"title": rest or "-"},
    }
    return known.get(command)
