"""Who was faster, said to whoever comes too late."""

from loket.application.errors import Overtaken
from loket.core.zone import ZONE
from loket.web import formats
from loket.web.request import Request


def who_was_first(overtaken: Overtaken, request: Request) -> str:
    moment, today = overtaken.at.astimezone(ZONE), request.now.astimezone(ZONE).date()
    at = (
        f"pukul {formats.clock(moment)}"
        if moment.date() == today
        else f"pada {formats.full_datetime(moment)}"
    )
    if overtaken.first.id == request.actor.id:
        return f"Anda sudah {overtaken.what} {at}. Periksa keadaan terbaru sebelum mengirim lagi."
    return f"{overtaken.first.told_to(request.actor)} sudah {overtaken.what} {at}."
