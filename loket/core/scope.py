"""Perubahan ruang lingkup: who decides on a change of what was agreed to be built (DOMAIN 12)."""

from loket.core.role import Role

APPROVED = "disetujui"
"""The state of a change that is approved and not yet in the documents."""
EFFORT = 10
"""Up to so many per cent more work, without another date, the head of the section decides."""
DELAY = 20
"""A date that moves by more per cent of the agreed days is for the head of the office."""


def level_of(*, effort: int, days: int, agreed_days: int, needs_budget: bool) -> Role:
    """`effort` in per cent of the work agreed; `days` and `agreed_days` are working days."""
    if needs_budget or 100 * days > DELAY * agreed_days:
        return Role.KEPALA_DINAS
    if days or effort > EFFORT:
        return Role.KEPALA_BIDANG
    return Role.KEPALA_SEKSI
