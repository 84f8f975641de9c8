"""What waits for the owner of the token."""

from typing import Any

from ninja import Router

from loket.api.answers import DaftarTugas
from loket.api.documented import READ
from loket.api.request import Call
from loket.api.rows import permintaan_row
from loket.queries import inbox
from loket.queries.inbox import Task

router = Router(tags=["Tugas"])


@router.get(
    "/tugas",
    response={200: DaftarTugas, **READ},
    operation_id="tugas",
    summary="Tugas saya, yang paling mendesak lebih dahulu",
    description=f"Paling banyak {inbox.MOST} tugas. `due_at` adalah batas tugas itu sendiri.",
)
def tugas(request: Call) -> dict[str, Any]:
    return {"items": [_row(task) for task in inbox.tasks(request.actor, request.now)]}


def _row(task: Task) -> dict[str, Any]:
    return {
        **permintaan_row(task.permintaan),
        "kind": task.kind.name.lower(),
        "bucket": task.bucket,
        "sebagai": task.capacity,
        "due_at": task.due_at,
        "since": task.since,
    }
