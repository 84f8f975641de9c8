"""The chain of the office: the same record as a permintaan's, under the subject "kantor"."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from loket.application.errors import Refused
from loket.core.actor import Actor
from loket.core.record import KANTOR, SCHEMA, Line, plain
from loket.core.role import Role
from loket.core.verdict import Verdict, unless
from loket.models.entry import Entry
from loket.models.kantor import Kantor


def may_administer(actor: Actor) -> Verdict:
    return unless(actor.has(Role.ADMIN), "Pengaturan kantor dikerjakan oleh Admin.")


def kantor_in_hand(actor: Actor) -> Kantor:
    """Lock the office's row. Raises Refused for anybody but an admin and the system itself."""
    verdict = may_administer(actor)
    if actor.id is not None and not verdict:
        raise Refused(verdict)
    return Kantor.objects.select_for_update().get()


def record_for_kantor(
    kantor: Kantor,
    kind: str,
    particulars: Mapping[str, Any],
    *,
    actor: Actor,
    now: datetime,
    source: str = "web",
    roles: tuple[Role, ...] = (Role.ADMIN,),
) -> Entry:
    """Append an entry to the office's chain; the caller holds the lock."""
    line = Line(
        subject=KANTOR,
        seq=kantor.head_seq + 1,
        kind=kind,
        step="",
        bagian="",
        outcome="",
        actor_id=actor.id,
        capacity=actor.acting_as(roles),
        source=source,
        happened_at=now,
        sop="",
        particulars=plain(particulars),
        schema=SCHEMA,
    )
    digest = line.hash_after(kantor.head_hash)
    entry = Entry.objects.create(
        previous=kantor.head_hash, hash=digest, **{name: getattr(line, name) for name in Line.__slots__}
    )
    kantor.head_seq, kantor.head_hash = line.seq, digest
    kantor.save(update_fields=["head_seq", "head_hash", "calendar_version"])
    return entry
