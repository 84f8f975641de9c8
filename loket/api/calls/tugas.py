"""What waits for the owner of the token."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from ninja import Router, Schema

from loket.api.answers import DaftarTugas
from loket.api.documented import READ
from loket.api.request import Call
from loket.api.rows import permintaan_row
from loket.application.data import local_date
from loket.queries import inbox
from loket.queries.agenda import appointments
from loket.queries.inbox import Task

router = Router(tags=["Tugas"])


class Acara(Schema):
    """`kind` is the step that it belongs to."""

    kind: str
    start: datetime
    end: datetime
    place: str
    nomor: str
    nama_aplikasi: str
    opd: str


class DaftarAcara(Schema):
    items: list[Acara]


@router.get(
    "/tugas",
    response={200: DaftarTugas, **READ},
    operation_id="tugas",
    summary="Tugas saya, yang paling mendesak lebih dahulu",
    description=f"Paling banyak {inbox.MOST} tugas. `due_at` adalah batas tugas itu sendiri.",
)
def tugas(request: Call) -> dict[str, Any]:
    return {"items": [_row(task) for task in inbox.tasks(request.actor, request.now)]}


@router.get(
    "/tugas/agenda",
    response={200: DaftarAcara, **READ},
    operation_id="tugas_agenda",
    summary="Rapat dan peluncuran saya hari ini",
)
def tugas_agenda(request: Call) -> dict[str, Any]:
    return {
        "items": [asdict(one) for one in appointments(request.actor, local_date(request.now))],
    }


def _row(task: Task) -> dict[str, Any]:
    return {
        **permintaan_row(task.permintaan),
        "kind": task.kind.name.lower(),
        "bucket": task.bucket,
        "sebagai": task.capacity,
        "due_at": task.due_at,
        "since": task.since,
    }
