"""Who may change what is known or agreed of a permintaan while it stays where it stands."""

from loket.core.actor import Actor
from loket.core.acts import SUPERIORS, analyses, is_of_opd, is_open, led
from loket.core.facts import Facts
from loket.core.role import Role
from loket.core.scope import APPROVED
from loket.core.sop import Sop
from loket.core.verdict import Verdict, unless

FRONT = (Role.OPD, Role.TATA_USAHA, Role.KEPALA_SEKSI)
"""Those who note what an OPD says about itself and its request."""
_SPECIFIED = frozenset({"kebutuhan", "layanan", "pengguna"})
_OF_THE_LETTER = frozenset({"nomor_surat", "tanggal_surat", "perihal", "penanda_tangan"})
_CHANGEABLE = ("desain", "implementasi")
"""Steps in which there is an approved specification and no handover yet."""


def may_change_team(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Somebody of the team is moved, ill or on leave, and another takes over (DOMAIN 12)."""
    return (
        is_open(facts)
        & unless(facts.team, "Tim belum ditunjuk. Tim ditunjuk Kepala Seksi pada langkah 3.")
        & led(actor, "Anggota tim diganti oleh Kepala Seksi.", (Role.KEPALA_SEKSI,))
    )


def may_change_pic(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The OPD has another contact; the office may note its letter or message (DOMAIN 12)."""
    return is_open(facts) & _of_the_front(actor, facts, "Narahubung diganti")


def may_correct(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """What was typed wrongly is put right, and stays on record as it was (DOMAIN 12)."""
    return (
        is_open(facts)
        & unless(
            "surat_tercatat" in facts.reached,
            "Surat permintaan sedang dilengkapi OPD. Perbaiki di langkah pertama.",
        )
        & _of_the_front(actor, facts, "Data diperbaiki")
    )


def may_not_correct(name: str, actor: Actor, facts: Facts) -> str:
    """Why somebody who may correct something may not correct this column; empty where they may.

    What is to be built changes by a change of scope once it is specified, and a letter that the heads have
    disposed of is the office's to put right.
    """
    if name in _SPECIFIED and "dokumen_analisis_disetujui" in facts.reached:
        return "Spesifikasi sudah disetujui. Ajukan perubahan ruang lingkup."
    if name in _OF_THE_LETTER and facts.team and not may_revoke(actor):
        return "Surat yang sudah didisposisikan diperbaiki Tata Usaha atau Kepala Seksi."
    return ""


def may_revoke(actor: Actor) -> bool:
    """Whether somebody may end the access of an account of an OPD: the front desk and the section, by its letter."""
    return any(actor.has(role) for role in FRONT if role is not Role.OPD)


def may_propose_scope(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """After the specification has been approved, only a change request changes what is built (DOMAIN 12)."""
    return (
        is_open(facts)
        & unless(
            facts.step in _CHANGEABLE,
            "Perubahan ruang lingkup diajukan setelah spesifikasi disetujui dan sebelum serah terima.",
        )
        & unless(
            analyses(actor, facts) or is_of_opd(actor, facts),
            "Perubahan ruang lingkup diajukan OPD atau sistem analis pada tim permintaan ini.",
        )
        & unless(not facts.scope, "Perubahan ruang lingkup sebelumnya belum selesai.")
    )


def may_decide_scope(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The level that the change needs, or one above it."""
    waits = facts.scope not in {"", APPROVED}
    level = SUPERIORS.index(Role(facts.scope)) if waits else 0
    reason = f"Perubahan ruang lingkup ini diputuskan {SUPERIORS[level].label}."
    return (
        is_open(facts)
        & unless(waits, "Tidak ada perubahan ruang lingkup yang menunggu keputusan.")
        & led(actor, reason, SUPERIORS[level:])
    )


def may_apply_scope(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The specification follows what was approved, as a new version."""
    return (
        is_open(facts)
        & unless(facts.scope == APPROVED, "Tidak ada perubahan ruang lingkup yang sudah disetujui.")
        & unless(
            analyses(actor, facts), "Dokumen spesifikasi diperbarui sistem analis pada tim permintaan ini."
        )
    )


def _of_the_front(actor: Actor, facts: Facts, what: str) -> Verdict:
    return unless(
        may_revoke(actor) or is_of_opd(actor, facts),
        f"{what} oleh OPD yang mengajukan, Tata Usaha, atau Kepala Seksi.",
    )
