"""Sign a naskah. By certificate: first the file, outside any transaction, then the entry that records it.

What was signed and not recorded, because something broke in between, is found again and offered (ADR 0014).
"""

import logging
from dataclasses import dataclass
from datetime import datetime

from loket.application.data import local_date, present
from loket.application.naskah.holder import check_holder
from loket.application.naskah.printing import keep_pdf, latest_pdf
from loket.core.actor import Actor
from loket.core.calendar_plan import spelt
from loket.core.naskah import IN_STEP, JENIS, STEP, may_sign
from loket.core.role import Role
from loket.core.verdict import ALLOWED, Verdict, unless
from loket.integrations.esign.bsre import Bsre
from loket.integrations.esign.problems import SigningProblem, Unknown
from loket.integrations.esign.signing import Identity, Signed, Signer
from loket.integrations.secret import Secret
from loket.models.naskah import OPD, AturanNaskah, Naskah, NaskahFile, TandaTangan

Kind = NaskahFile.Kind
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Whose key signs, by which way, opened by what was typed for this once."""

    signer: Signer
    identity: Identity
    passphrase: Secret
    totp: Secret | None = None


def may_sign_by_certificate(naskah: Naskah, actor: Actor, now: datetime) -> Verdict:
    """Whether this person may put their certificate to it today."""
    return may_sign_now(naskah, next_party(naskah), actor, now) & unless(
        naskah.cara != Naskah.Cara.BASAH, "Naskah ini diterbitkan untuk ditandatangani di atas kertas."
    )


def sign_with_certificate(naskah: Naskah, hand: Hand, *, actor: Actor, now: datetime) -> NaskahFile:
    """Sign the file for the party whose turn it is; it counts when the act that follows has recorded it.

    Raises what the signer has to say, and Refused where the certificate is of somebody else.
    """
    signed = _signed(naskah, hand, now)
    check_holder(present(next_party(naskah)), signed, now)
    return keep_pdf(
        naskah,
        signed.pdf,
        Kind.TTE,
        now=now,
        by_id=present(actor.id),
        certificate=signed.certificate,
        is_recorded=False,
    )


def _signed(naskah: Naskah, hand: Hand, now: datetime) -> Signed:
    """Where nobody knows whether BSrE has signed, it is asked for what it has."""
    pdf = latest_pdf(naskah)
    try:
        return hand.signer.sign(
            pdf,
            identity=hand.identity,
            passphrase=hand.passphrase,
            reason=f"{naskah.get_jenis_display()} {naskah.nomor}".strip(),
            location=naskah.permintaan.nomor,
            now=now,
            totp=hand.totp,
        )
    except Unknown as unknown:
        if not isinstance(hand.signer, Bsre):
            raise
        return _recovered(hand.signer, pdf, unknown, now)


def _recovered(signer: Bsre, pdf: bytes, unknown: Unknown, now: datetime) -> Signed:
    """Where it cannot be had, what went wrong first is what the signer hears."""
    try:
        return signer.recover(pdf, unknown=unknown, now=now)
    except SigningProblem as second:
        log.warning("What BSrE may have signed cannot be had: %s", second)
        unknown.is_lost = True
        raise unknown from second


def unrecorded(naskah: Naskah, actor: Actor) -> NaskahFile | None:
    """A file that this person has signed and that no entry has recorded yet."""
    files = naskah.naskahfile_set.filter(kind=Kind.TTE, is_recorded=False, by=actor.id)
    return files.last() if naskah.state == Naskah.State.MENUNGGU else None


def next_party(naskah: Naskah) -> TandaTangan | None:
    """Whose turn it is; None when all have signed."""
    return naskah.tandatangan_set.filter(signed_at=None).first()


def may_issue_now(naskah: Naskah, actor: Actor) -> Verdict:
    """The front desk, or whoever may sign a naskah of its kind, and only a draft."""
    is_draft = unless(
        naskah.state == Naskah.State.KONSEP,
        f"Naskah ini sudah {naskah.get_state_display().lower()}.",
    )
    return _answers_for(naskah, actor) & is_draft


def may_void_now(naskah: Naskah, actor: Actor) -> Verdict:
    """Those who may issue one of its kind; of what nobody signs any head, as whoever may void at all.

    What holds with signatures is ended by those who may sign it, and a handover by what replaces it.
    """
    in_force = naskah.state == Naskah.State.BERLAKU
    ended = naskah.state in {Naskah.State.DIBATALKAN, Naskah.State.DIGANTIKAN}
    in_step = is_between_parties(naskah)
    return (
        _answers_for(naskah, actor)
        & unless(
            not (in_force and naskah.jenis == IN_STEP),
            "Berita acara yang berlaku tidak dibatalkan. Buat penggantinya.",
        )
        & unless(not ended, f"Naskah ini sudah {naskah.get_state_display().lower()}.")
        & unless(not in_step, "Berita acara ini dikembalikan pada langkah serah terima.")
    )


def _answers_for(naskah: Naskah, actor: Actor) -> Verdict:
    rule = AturanNaskah.of(JENIS[naskah.jenis]).rule
    at_the_desk = actor.has(Role.TATA_USAHA) and naskah.state != Naskah.State.BERLAKU
    return ALLOWED if rule is None or at_the_desk else may_sign(actor, rule)


def is_signed_in_step(naskah: Naskah) -> bool:
    return naskah.jenis == IN_STEP and naskah.permintaan.at_step == STEP


def signs_outside_a_step(naskah: Naskah) -> Verdict:
    sentence = "Berita acara serah terima ditandatangani pada langkah serah terima."
    return unless(not is_signed_in_step(naskah), sentence)


def is_between_parties(naskah: Naskah) -> bool:
    """Signed by the first party of a handover and not by the second: the step in hand is about it."""
    waits = is_signed_in_step(naskah) and naskah.state == Naskah.State.MENUNGGU
    return waits and naskah.tandatangan_set.exclude(signed_at=None).exists()


def may_sign_now(naskah: Naskah, party: TandaTangan | None, actor: Actor, now: datetime) -> Verdict:
    """Every reason why this person cannot sign it today."""
    if naskah.state != Naskah.State.MENUNGGU or party is None:
        state = naskah.get_state_display().lower()
        return Verdict((f"Naskah ini tidak menunggu tanda tangan; keadaannya {state}.",))
    if party.pihak == OPD:
        of_opd = actor.has(Role.OPD) and actor.opd_id == naskah.permintaan.opd_id
        return unless(of_opd, "PIHAK KEDUA ditandatangani oleh OPD yang mengajukan permintaan.")
    return _may_sign_first(naskah, party, actor, now)


def _may_sign_first(naskah: Naskah, party: TandaTangan, actor: Actor, now: datetime) -> Verdict:
    """The one who is printed on it, as what they are printed, and only while they are that."""
    allowed = may_sign(actor, present(AturanNaskah.of(JENIS[naskah.jenis]).rule))
    if naskah.cara == Naskah.Cara.BASAH and actor.has(Role.TATA_USAHA):
        return ALLOWED  # who signed stands on the paper; the front desk files the scan of it
    same = unless(actor.id == party.user_id, f"Naskah ini diterbitkan untuk ditandatangani {party.nama}.")
    held = party.capacity in {actor.capacity(role) for role in actor.capacities}
    today = spelt(local_date(now))
    as_printed = unless(
        held or not allowed or not same,
        f"Pada {today} Anda tidak lagi menjabat seperti yang tercetak: {', '.join(party.jabatan)}."
        " Batalkan naskah ini dan terbitkan penggantinya.",
    )
    return allowed & same & as_printed


def put_signature(naskah: Naskah, file: NaskahFile, *, by_id: int, now: datetime) -> TandaTangan:
    """Note that the party whose turn it was has signed; the naskah is in force when nobody is left."""
    party = present(next_party(naskah))
    party.signed_at, party.signed_by_id, party.file = now, by_id, file
    party.save(update_fields=["signed_at", "signed_by", "file"])
    if not file.is_recorded:
        file.is_recorded = True
        file.save(update_fields=["is_recorded"])
    if next_party(naskah) is None:
        naskah.state = Naskah.State.BERLAKU
        naskah.save(update_fields=["state"])
        replaced = naskah.menggantikan
        if replaced and replaced.state == Naskah.State.BERLAKU:
            end(replaced, Naskah.State.DIGANTIKAN, f"Digantikan {naskah.nomor}.", by_id=by_id, now=now)
    return party


def end(naskah: Naskah, state: str, why: str, *, by_id: int, now: datetime) -> None:
    """It is void, or replaced; its number stays in the register and is never given again.

    What it was to replace, and has not, may be replaced by another.
    """
    naskah.state, naskah.ended_because = state, why
    naskah.ended_by_id, naskah.ended_at = by_id, now
    if naskah.menggantikan and naskah.menggantikan.state == Naskah.State.BERLAKU:
        naskah.menggantikan = None
    naskah.save(update_fields=["state", "ended_because", "ended_by", "ended_at", "menggantikan"])
