"""How much work each phase of the board should hold at once; Kepala Seksi says it, and nothing is stopped by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.office.ledger import record_for_kantor
from loket.application.office.sop_access import office_for
from loket.core.actor import Actor
from loket.core.board import LARGEST_LIMIT
from loket.core.role import Role
from loket.core.verdict import Verdict, unless

SETS = (Role.KEPALA_SEKSI,)


@dataclass(frozen=True, slots=True)
class Limits:
    """Permintaan at most, by the key of the phase; None where no number could be read."""

    by_phase: Mapping[str, int | None]

    def check(self) -> Problems:
        problems = Problems()
        for phase, limit in self.by_phase.items():
            fits = limit is not None and 1 <= limit <= LARGEST_LIMIT
            problems.unless(fits, phase, f"Isi batas dengan angka 1 sampai {LARGEST_LIMIT}.")
        return problems


def may_set_limits(actor: Actor) -> Verdict:
    return unless(actor.has(Role.KEPALA_SEKSI), "Batas papan diatur Kepala Seksi Pengembangan Aplikasi.")


def set_limits(data: Limits, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """Raises Invalid or Refused."""
    with transaction.atomic():
        kantor = office_for(may_set_limits(actor))
        if problems := data.check():
            raise Invalid(problems)
        kantor.batas_papan = dict(data.by_phase)
        kantor.save(update_fields=["batas_papan"])
        said = {"batas": kantor.batas_papan}
        record_for_kantor(
            kantor, "papan.limits_changed", said, actor=actor, now=now, source=source, roles=SETS
        )
