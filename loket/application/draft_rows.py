"""Where the draft of a form lies. That of a step goes in the transaction in which the step is performed."""

from loket.models.diskusi import Draft

NEW = "baru"
"""The place of a request that has no number yet."""


def place_of(nomor: str, step: str, bagian: str) -> str:
    return f"{nomor}/{step}/{bagian}"


def read_draft(user_id: int, place: str) -> Draft | None:
    return Draft.objects.filter(user_id=user_id, place=place).first()


def discard_draft(user_id: int | None, place: str) -> None:
    """What was sent is no draft any more."""
    Draft.objects.filter(user=user_id, place=place).delete()
