"""Who revises the SOP: the heads and the admin draft, the head of the office decides."""

from loket.application.data import Problems
from loket.application.errors import Invalid, Refused
from loket.core.actor import Actor
from loket.core.calendar_plan import spelt
from loket.core.role import HEADS, Role
from loket.core.verdict import Verdict, unless
from loket.core.zone import ZONE
from loket.models.kantor import Kantor
from loket.models.sop_draft import SopDraft
from loket.sop.definition import MAIN

DRAFTERS = (*HEADS, Role.ADMIN)
DECIDES = (Role.KEPALA_DINAS,)
FIELD = "rancangan"
"""Where a sentence stands that is about the draft itself."""


def may_draft(actor: Actor) -> Verdict:
    return unless(
        any(actor.has(role) for role in DRAFTERS),
        "Rancangan revisi SOP disusun Kepala Dinas, Kepala Bidang TIK, Kepala Seksi, atau Admin.",
    )


def may_release(actor: Actor) -> Verdict:
    return unless(actor.has(Role.KEPALA_DINAS), "Revisi SOP ditetapkan Kepala Dinas.")


def office_for(verdict: Verdict) -> Kantor:
    """Lock the office's row: of two acts on the draft the second one finds what the first has left."""
    if not verdict:
        raise Refused(verdict)
    return Kantor.objects.select_for_update().get()


def draft_in_hand(seen: int) -> SopDraft:
    """The draft as the page showed it. Raises Invalid where it is gone, or somebody else was faster."""
    draft = SopDraft.objects.select_related("based_on", "saved_by").filter(nomor=MAIN).first()
    if draft is None:
        raise Invalid(Problems({FIELD: ["Rancangan ini sudah ditetapkan atau dibuang."]}))
    if draft.version != seen:
        at = draft.saved_at.astimezone(ZONE)
        sentence = (
            f"{draft.saved_by.nama} menyimpan rancangan ini pada {spelt(at.date())} pukul {at:%H.%M}."
            " Isian Anda belum disimpan. Periksa perbandingan, lalu simpan lagi."
        )
        raise Invalid(Problems({FIELD: [sentence]}))
    return draft
