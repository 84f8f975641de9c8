"""Where the draft of a form lies; it goes in the same transaction in which the form is sent."""

from django.db import connection

from loket.models.diskusi import Draft

NEW = "baru"
"""The place of a request that has no number yet."""


def place_of(nomor: str, step: str, bagian: str) -> str:
    return f"{nomor}/{step}/{bagian}"


def read_draft(user_id: int, place: str) -> Draft | None:
    return Draft.objects.filter(user_id=user_id, place=place).first()


def discard_draft(user_id: int | None, place: str) -> None:
    """What was sent is no draft any more. Nothing depends on a draft, so the row is deleted without a search."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM loket_draft WHERE user_id = %s AND place = %s", [user_id, place])
