"""Stop all talk with GitLab for a reason, and take it up again; the office's record says who did."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.gitlab import rounds
from loket.application.gitlab.connection_row import connection, is_paused
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.core.actor import Actor
from loket.core.verdict import Verdict, unless
from loket.models.gitlab import GitlabConnection


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    alasan: str

    def check(self) -> Problems:
        problems = Problems()
        problems.long_text("alasan", self.alasan, "alasan jeda")
        return problems


def pause(data: Data, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """From now on nothing is sent or read. Raises Refused or Invalid."""
    connection()
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        row = GitlabConnection.objects.select_for_update().get()
        problems = data.check()
        problems.unless(row.paused_at is None, "alasan", "Sinkronisasi sudah dijeda.")
        if problems:
            raise Invalid(problems)
        row.paused_at, row.paused_by_id, row.paused_because = now, actor.id, data.alasan.strip()
        row.save(update_fields=["paused_at", "paused_by", "paused_because"])
        record_for_kantor(kantor, "gitlab.paused", {}, actor=actor, now=now, source=source)


def may_press() -> Verdict:
    """Whether what an admin presses will be done, where a job does it: meanwhile that would run and do nothing."""
    return unless(not is_paused(), "Sinkronisasi sedang dijeda. Lanjutkan dahulu, lalu ulangi.")


def check_press() -> None:
    """Raises Invalid. The caller holds the lock of the office, so that no pause comes between."""
    if not (verdict := may_press()):
        raise Invalid(Problems({"jeda": list(verdict.unmet)}))


def resume(*, actor: Actor, now: datetime, source: str = "web") -> None:
    """Go on, and compare whatever is open with GitLab. Raises Refused or Invalid."""
    connection()
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        row = GitlabConnection.objects.select_for_update().get()
        if row.paused_at is None:
            raise Invalid(Problems({"jeda": ["Sinkronisasi tidak sedang dijeda."]}))
        said = {"since": row.paused_at}
        row.paused_at, row.paused_by, row.paused_because = None, None, ""
        row.save(update_fields=["paused_at", "paused_by", "paused_because"])
        record_for_kantor(kantor, "gitlab.resumed", said, actor=actor, now=now, source=source)
        rounds.follow_all_open(now)
