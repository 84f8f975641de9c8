"""A change of the calendar: shown first, and made once the program says which calendar it was shown under."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import Field

from loket.api.bodies import LARGEST, Body
from loket.api.office import answered
from loket.api.request import Call
from loket.application.calendar_preview import Move, Preview, preview_of
from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.office.ledger import kantor_in_hand
from loket.queries.office import calendar_version

STALE = "Kalender sudah berubah sejak pratinjau dibaca. Minta pratinjau baru."
Version = Annotated[
    int | None,
    Field(
        ge=0,
        le=LARGEST,
        description="Kosong: hanya pratinjau. Nilai dari pratinjau: perubahan dilakukan.",
    ),
]


class Pasti(Body):
    """An act that needs to be told nothing but that it is meant."""

    calendar_version: Version = None


class Bergeser(Schema):
    nomor: str
    langkah: str
    sebelum: datetime | None
    sesudah: datetime | None


class Perubahan(Schema):
    """`dilakukan` is false for a preview, which has changed nothing; a change that was made says no more."""

    dilakukan: bool
    calendar_version: int
    berjalan: int | None = Field(description="Permintaan yang diperiksa oleh pratinjau.")
    bergeser: int | None = Field(description="Berapa di antaranya yang batasnya bergeser.")
    terdekat: list[Bergeser]


def through_preview(call: Call, version: int | None, change: Callable[[], object]) -> HttpResponse:
    """What a change would move where no version is named; else the change. Raises what the change raises."""

    def act() -> dict[str, Any]:
        if version is None:
            return {"dilakukan": False, **_moved(preview_of(change))}
        if version != kantor_in_hand(call.actor).calendar_version:
            raise Invalid(Problems({"calendar_version": [STALE]}))
        change()
        return {"dilakukan": True, **_moved(None)}

    return answered(call, 200, Perubahan, act)


def _moved(preview: Preview | None) -> dict[str, Any]:
    return {
        "calendar_version": calendar_version(),
        "berjalan": preview.running if preview else None,
        "bergeser": preview.moved if preview else None,
        "terdekat": [_move(one) for one in preview.first] if preview else [],
    }


def _move(one: Move) -> dict[str, Any]:
    return {"nomor": one.nomor, "langkah": one.step.key, "sebelum": one.before, "sesudah": one.after}
