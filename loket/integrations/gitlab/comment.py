"""A comment of Loket as a note in GitLab: who wrote it, what they wrote, and what tells that it is ours."""

from uuid import UUID

from loket.integrations.gitlab import neutral
from loket.integrations.gitlab.values import Note


def marker(ref: UUID) -> str:
    """Stands at the end of the note; nothing that people type can look like it."""
    return f"<!-- loket-catatan: {ref} -->"


def is_marked(note: Note, ref: UUID) -> bool:
    return marker(ref) in note.body


def body(author: str, text: str, ref: UUID) -> str:
    """Words of ours stand before the name, so that no line begins with what somebody else has chosen."""
    return "\n\n".join(
        (f"Catatan dari Loket, oleh {neutral.inline(author)}:", neutral.quoted(text), marker(ref))
    )
