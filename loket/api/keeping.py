"""The answer to something that was done, kept with it where it came with a key."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse

from loket.api.reading import JSON
from loket.api.request import Call
from loket.application.once import keep
from loket.models.entry import Entry


class Keeping:
    """Is handed to the road as `also`: `tell` says what there is to answer, while all of it can still be undone."""

    def __init__(self, call: Call, status: int, tell: Callable[[Any], Mapping[str, Any]]) -> None:
        self.call, self.status, self.tell = call, status, tell
        self.body = ""

    def __call__(self, done: Any) -> None:
        self.body = json.dumps(self.tell(done), ensure_ascii=False)
        if self.call.sending is not None:
            keep(self.call.sending, self.status, self.body, self.call.now)

    def answer(self) -> HttpResponse:
        return HttpResponse(self.body, status=self.status, content_type=JSON)


def told(entry: Entry) -> dict[str, Any]:
    """How the permintaan stands after an entry."""
    permintaan = entry.permintaan
    if permintaan is None:
        raise TypeError("an entry of the office stands at no step")
    return {
        "nomor": permintaan.nomor,
        "seq": entry.seq,
        "kind": entry.kind,
        "revision": permintaan.revision,
        "status": permintaan.status,
        "langkah": permintaan.at_step,
        "bagian": permintaan.at_bagian,
        "due_at": permintaan.due_at.isoformat() if permintaan.due_at else None,
    }
