"""Who may act outside the steps; like `process.may_perform`, one answer for the button and the door."""

from datetime import date

from loket.core.actor import Actor
from loket.core.capacity import ended
from loket.core.facts import Facts, Status
from loket.core.pause import Party, Reason
from loket.core.process import is_at_work
from loket.core.role import HEADS, TEAM, Role
from loket.core.sop import Sop
from loket.core.verdict import ALLOWED, Verdict, unless

SUPERIORS = HEADS[::-1]
STEERING = (*SUPERIORS, Role.SISTEM_ANALIS, Role.PROGRAMMER)
"""Those who let work rest and go on; the team is bound to its permintaan."""

MEETING, INVITATION = "rapat_teknis", "undangan"
_BUILDING = ("analisis", "desain", "implementasi")
_AFTER_BUILDING = ("serah_terima", "status_gitlab", "pendampingan")


def may_receive_surat_asli(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Tata usaha notes that the original letter is here, or that its TTE is genuine."""
    return (
        is_open(facts)
        & unless(actor.has(Role.TATA_USAHA), "Surat asli dicatat oleh Tata Usaha.")
        & unless("surat_asli_diterima" not in facts.reached, "Surat asli sudah tercatat diterima.")
    )


def may_withdraw(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The OPD takes its request back before the head of the office has disposed of it, or when it was returned.

    A letter that is back with its OPD is held by no unit, whoever returned it (docs/adr/0008).
    """
    before = facts.step == sop.first.key or (facts.step, facts.bagian) == _first_after(sop)
    return (
        is_open(facts)
        & unless(is_of_opd(actor, facts), "Permintaan hanya dapat ditarik oleh OPD yang mengajukannya.")
        & unless(before, "Surat sudah didisposisikan. Gunakan tindakan Batalkan permintaan.")
    )


def may_reject(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The office declines, with a reason. What it has agreed with an OPD only its head takes back (DOMAIN 12)."""
    agreed = facts.implementasi_until is not None
    return (
        is_open(facts)
        & led(actor, "Penolakan diputuskan Kepala Seksi atau pimpinannya.")
        & (
            led(
                actor,
                "Waktu pengerjaan sudah disepakati dengan OPD. Penghentian diputuskan Kepala Dinas.",
                (Role.KEPALA_DINAS,),
            )
            if agreed
            else ALLOWED
        )
    )


def may_return(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Work that turns out to rest on something wrong goes back to where that is put right (DOMAIN 11.4)."""
    return (
        is_running(facts)
        & unless(facts.step != sop.first.key, "Permintaan masih di langkah pertama.")
        & led(actor, "Pengembalian diputuskan Kepala Seksi atau pimpinannya.")
    )


def may_extend(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Only an addendum moves a date that both parties have agreed (DOMAIN 12)."""
    _, agreed = agreed_now(facts)
    return (
        is_open(facts)
        & unless(agreed, "Belum ada tanggal yang disepakati untuk langkah ini.")
        & led(actor, "Perpanjangan dicatat Kepala Seksi atau pimpinannya.")
    )


def agreed_now(facts: Facts) -> tuple[str, date | None]:
    """The step of agreed time that a permintaan is in or before, and the date on which it is to end."""
    if facts.step in _AFTER_BUILDING:
        return "pendampingan", facts.pendampingan_until
    return "implementasi", facts.implementasi_until if facts.step in _BUILDING else None


def may_redirect(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """What exists already, or is another office's to give, is not built (DOMAIN 12)."""
    return (
        is_open(facts)
        & led(actor, "Pengalihan diputuskan Kepala Seksi atau pimpinannya.")
        & unless(
            "dokumen_analisis_disetujui" not in facts.reached,
            "Spesifikasi kebutuhan sudah disetujui OPD, sehingga permintaan tidak dapat dialihkan lagi.",
        )
    )


def may_merge(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """A twin of another request is carried on there (DOMAIN 12)."""
    return (
        is_open(facts)
        & unless(facts.step != sop.first.key, "Permintaan masih di langkah pertama.")
        & led(actor, "Penggabungan diputuskan Kepala Seksi atau pimpinannya.")
        & unless(
            facts.step not in _AFTER_BUILDING,
            "Aplikasi sudah dibuat, sehingga permintaan tidak dapat digabungkan lagi.",
        )
    )


def may_cancel(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The OPD no longer wants it and says so by letter; the office may note that letter (DOMAIN 12)."""
    theirs = is_of_opd(actor, facts)
    notes = any(actor.has(role) for role in (Role.TATA_USAHA, Role.KEPALA_SEKSI))
    return (
        is_open(facts)
        & unless(theirs or notes, "Pembatalan dikirim OPD, atau dicatat Tata Usaha atau Kepala Seksi.")
        & unless(
            notes or not may_withdraw(actor, sop, facts),
            "Surat belum didisposisikan. Gunakan tindakan Tarik permintaan.",
        )
    )


def may_pause(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The team and its superiors let the clocks stand still, with a reason (DOMAIN 3.3)."""
    return (
        is_running(facts)
        & is_at_work(facts)
        & unless(facts.step != sop.first.key, "Surat permintaan masih di tangan OPD.")
        & _steers(actor, facts)
    )


def may_reschedule(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Nobody of the OPD came to a technical meeting: it is invited again when it says that it can come (DOMAIN 12)."""
    return (
        is_running(facts)
        & is_at_work(facts)
        & unless(facts.step == MEETING, "Jadwal ulang dicatat saat permintaan di langkah technical meeting.")
        & unless(
            analyses(actor, facts),
            "Jadwal ulang dicatat sistem analis pada tim permintaan ini.",
        )
    )


def may_resume(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """What the head of the office has suspended for the office's own reasons, only the head takes up again."""
    return (
        is_open(facts)
        & unless(not facts.status.is_open or facts.is_paused, "Permintaan tidak sedang dijeda.")
        & unless(not facts.is_kahar, "Keadaan kahar masih berlaku.")
        & (
            led(actor, "Penangguhan diakhiri Kepala Seksi atau pimpinannya.")
            if facts.waiting_reason == Reason.DITANGGUHKAN
            else _steers(actor, facts)
        )
        & (
            led(actor, "Penangguhan oleh Dinas Kominfo diakhiri Kepala Dinas.", (Role.KEPALA_DINAS,))
            if facts.waiting_on == Party.KOMINFO
            else ALLOWED
        )
    )


def may_suspend(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """A permintaan rests until its OPD or the office has done what is missing (DOMAIN 12)."""
    return (
        is_running(facts)
        & is_at_work(facts)
        & unless(facts.step != sop.first.key, "Surat permintaan masih di tangan OPD.")
        & led(actor, "Penangguhan diputuskan Kepala Seksi atau pimpinannya.")
    )


def may_decide_usulan(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """The clock never decides: what it proposes, the head of the section accepts or declines."""
    return (
        is_open(facts)
        & unless(
            facts.proposed or not facts.status.is_open, "Tidak ada usulan Loket yang menunggu keputusan."
        )
        & led(actor, "Usulan Loket diputuskan Kepala Seksi.", (Role.KEPALA_SEKSI,))
    )


def may_discuss(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Everybody who sees the permintaan may write; the admin role alone sees none."""
    return unless(is_of_opd(actor, facts) or is_of_office(actor), "Anda tidak terlibat dalam permintaan ini.")


def may_discuss_internally(actor: Actor, sop: Sop, facts: Facts) -> Verdict:
    """Internal notes are for the office."""
    return unless(is_of_office(actor), "Catatan internal hanya untuk Dinas Kominfo.")


def only_follows(actor: Actor, facts: Facts) -> bool:
    """Somebody of another OPD, whose own request is carried on here: they read, and act on nothing."""
    return not is_of_office(actor) and not is_of_opd(actor, facts)


def is_of_office(actor: Actor) -> bool:
    """Somebody who works on permintaan for the office, rather than for an OPD."""
    return actor.sees_everything() or any(role in TEAM for role in actor.capacities)


def is_open(facts: Facts) -> Verdict:
    """It has not ended."""
    return unless(facts.status.is_open, f"Permintaan sudah {facts.status}.")


def is_running(facts: Facts) -> Verdict:
    """It has not ended and waits for nobody."""
    if facts.status is Status.MENUNGGU:
        return unless(False, "Permintaan sedang dijeda." if facts.is_paused else "Permintaan menunggu OPD.")
    return is_open(facts)


def led(actor: Actor, reason: str, roles: tuple[Role, ...] = SUPERIORS) -> Verdict:
    """Whether it is for this person to decide; somebody whose time as a deputy is over reads that too."""
    if any(actor.has(role) for role in roles):
        return ALLOWED
    return ended(actor, roles) & Verdict((reason,))


def _steers(actor: Actor, facts: Facts) -> Verdict:
    """Whether it is for this person to let the work rest and go on."""
    in_team = any(facts.has_member(actor.id, role) for role in TEAM if actor.has(role))
    return ALLOWED if in_team else led(actor, "Jeda dicatat oleh tim permintaan ini atau pimpinannya.")


def analyses(actor: Actor, facts: Facts) -> bool:
    """A system analyst of the team."""
    return actor.has(Role.SISTEM_ANALIS) and facts.has_member(actor.id, Role.SISTEM_ANALIS)


def is_of_opd(actor: Actor, facts: Facts) -> bool:
    """Somebody of the agency that asked."""
    return actor.has(Role.OPD) and actor.opd_id == facts.opd_id


def _first_after(sop: Sop) -> tuple[str, str]:
    second = list(sop.steps.values())[1]
    return second.key, second.first_bagian
