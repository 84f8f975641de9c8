"""What somebody has typed and not sent yet, kept for them alone."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from loket.application.draft_rows import NEW
from loket.application.errors import NotVisible, Refused
from loket.application.perform import start
from loket.core.actor import Actor
from loket.models.diskusi import Draft
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan

MOST_BYTES = 256 * 1024
_SECRET = ("csrf", "password", "sandi", "token")

Fields = Mapping[str, Sequence[str]]


class DraftTooLarge(ValueError):
    """More than a form can hold; nothing was kept."""

    sentence = "Draf terlalu besar untuk disimpan. Ringkas isian Anda, lalu simpan lagi."


def save_draft(*, user_id: int, place: str, fields: Fields, actor: Actor, now: datetime) -> Draft:
    """Keep the fields of a form. The first draft of a bagian in hand starts its clock, where its writer may.

    Raises NotVisible for a permintaan that is none for this person, DraftTooLarge for too much text.
    """
    kept = _storable(fields)
    if place != NEW:
        _begin(place, actor, now)
    draft, _ = Draft.objects.update_or_create(
        user_id=user_id,
        place=place,
        defaults={"fields": kept, "saved_at": now},
        create_defaults={"fields": kept, "saved_at": now, "begun_at": now},
    )
    return draft


def _storable(fields: Fields) -> dict[str, list[str]]:
    kept = {
        _clean(name): [_clean(value) for value in values]
        for name, values in fields.items()
        if not any(secret in name.lower() for secret in _SECRET)
    }
    if len(json.dumps(kept)) > MOST_BYTES:
        raise DraftTooLarge
    return kept


def _clean(text: str) -> str:
    """PostgreSQL keeps no NUL; a draft is no answer yet, so nobody needs to be told."""
    return text.replace("\x00", "")


def _begin(place: str, actor: Actor, now: datetime) -> None:
    nomor, step, bagian = place.split("/")
    permintaan = Permintaan.objects.visible_to(actor).filter(nomor=nomor).first()
    if permintaan is None:
        raise NotVisible(nomor)
    waits = Pengerjaan.objects.filter(permintaan=permintaan, step=step, done_at=None, begun=None)
    if not waits.exists():
        return
    try:
        start(nomor=nomor, step_key=step, bagian=bagian, actor=actor, now=now)
    except Refused:
        return  # whoever may not start may still write
