"""Who may act outside the steps; like `process.may_perform`, one answer for the button and the door."""

from loket.core.actor import Actor
from loket.core.facts import Facts
from loket.core.role import TEAM, Role
from loket.core.sop import Sop
from loket.core.verdict import Verdict, unless


def may_receive_surat_asli(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Tata usaha notes that the original letter is here, or that its TTE is genuine."""
    return (
        unless(facts.status.is_open, f"Permintaan sudah {facts.status}.")
        & unless(actor.has(Role.TATA_USAHA), "Surat asli dicatat oleh Tata Usaha.")
        & unless("surat_asli_diterima" not in facts.reached, "Surat asli sudah tercatat diterima.")
    )


def may_withdraw(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The OPD takes its request back before the head of the office has disposed of it, or when it was returned.

    A letter that is back with its OPD is held by no unit, whoever returned it (docs/adr/0008).
    """
    before = facts.step == sop.first.key or (facts.step, facts.bagian) == _first_after(sop)
    return (
        unless(facts.status.is_open, f"Permintaan sudah {facts.status}.")
        & unless(_is_of_opd(actor, facts), "Permintaan hanya dapat ditarik oleh OPD yang mengajukannya.")
        & unless(before, "Surat sudah didisposisikan. Sampaikan pembatalan kepada Kepala Seksi.")
    )


def may_discuss(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Everybody who sees the permintaan may write; the admin role alone sees none."""
    return unless(
        _is_of_opd(actor, facts) or is_of_office(actor), "Anda tidak terlibat dalam permintaan ini."
    )


def may_discuss_internally(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Internal notes are for the office."""
    return unless(is_of_office(actor), "Catatan internal hanya untuk Dinas Kominfo.")


def is_of_office(actor: Actor) -> bool:
    """Somebody who works on permintaan for the office, rather than for an OPD."""
    return actor.sees_everything() or any(role in TEAM for role in actor.capacities)


def _is_of_opd(actor: Actor, facts: Facts) -> bool:
    return actor.has(Role.OPD) and actor.opd_id == facts.opd_id


def _first_after(sop: Sop) -> tuple[str, str]:
    second = list(sop.steps.values())[1]
    return second.key, second.first_bagian
