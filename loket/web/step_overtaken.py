"""Who was faster, said to whoever comes too late."""

from loket.application.errors import First, Overtaken
from loket.core.actor import Actor
from loket.core.zone import ZONE
from loket.web import formats
from loket.web.request import Request

OFFICE = "Dinas Kominfo"


def who_was_first(overtaken: Overtaken, request: Request) -> str:
    moment, today = overtaken.at.astimezone(ZONE), request.now.astimezone(ZONE).date()
    at = (
        f"pukul {formats.clock(moment)}"
        if moment.date() == today
        else f"pada {formats.full_datetime(moment)}"
    )
    if overtaken.first.id == request.actor.id:
        return f"Anda sudah {overtaken.what} {at}. Periksa keadaan terbaru sebelum mengirim lagi."
    return f"{_named(overtaken.first, request.actor)} sudah {overtaken.what} {at}."


def _named(first: First, reader: Actor) -> str:
    """A colleague is of the same agency; of anybody else one is told the agency."""
    if first.id is None:
        return first.name
    if first.opd_id == reader.opd_id:
        return f"Rekan Anda, {first.name},"
    return f"{first.name} ({first.agency or OFFICE})"
