"""Who may draft, issue, sign and void a naskah dinas at all; the rule of its kind narrows it further."""

from loket.core.actor import Actor
from loket.core.acts import is_of_office, is_of_opd
from loket.core.facts import Facts
from loket.core.role import HEADS, Role
from loket.core.sop import Sop
from loket.core.verdict import Verdict, unless

DRAFTERS = (Role.SISTEM_ANALIS, *HEADS[::-1], Role.TATA_USAHA)
ISSUERS = (*HEADS[::-1], Role.TATA_USAHA)
SIGNERS = (*HEADS[::-1], Role.TATA_USAHA, Role.OPD)


def may_draft_naskah(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The office writes, also about what has ended: a refusal is a letter."""
    return unless(
        is_of_office(actor) and any(actor.has(role) for role in DRAFTERS),
        "Konsep naskah dibuat sistem analis, Tata Usaha, atau pimpinan.",
    )


def may_issue_naskah(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """A number is given by the front desk, or by whoever signs."""
    return unless(
        any(actor.has(role) for role in ISSUERS), "Naskah diterbitkan Tata Usaha atau penandatangannya."
    )


def may_sign_naskah(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The heads for the office, the OPD as second party; the front desk files what was signed on paper."""
    return (
        may_issue_naskah(actor, sop, facts)
        if is_of_office(actor)
        else unless(
            is_of_opd(actor, facts),
            "Naskah ini ditandatangani pejabat Dinas Kominfo atau OPD yang mengajukan.",
        )
    )
