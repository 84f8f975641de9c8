"""Langkah 11: a programmer changes the status of the ticket; without GitLab the ticket is Loket's own."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems
from loket.application.gitlab.switched import plan_issue, waits_for_gitlab
from loket.application.registry import Happened, Work, part
from loket.core.awaiting import WAITS
from loket.core.facts import Facts
from loket.models.tiket import Tiket


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`catatan` is asked for only where a person says what GitLab has not said."""

    catatan: str = ""

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        by_hand = (facts.step, facts.bagian) == WAITS
        what = "catatan bagaimana status di GitLab dipastikan"
        problems.long_text("catatan", self.catatan, what, required=by_hand)
        return problems


@part("status_gitlab", "ubah", Data)
def change_status(work: Work, data: Data) -> Happened:
    """The ticket in Loket is the truth, whether GitLab can be reached or not (DOMAIN 12).

    Where there is a GitLab, its answer tells that the status has changed there too.
    """
    tiket = _close(work, data)
    plan_issue(tiket)
    particulars = {"tiket_id": tiket.pk}
    if waits_for_gitlab(tiket):
        return Happened(kind="status_gitlab.requested", outcome="menunggu_gitlab", particulars=particulars)
    return Happened(kind="status_gitlab.changed", outcome="diubah", particulars=particulars)


@part("status_gitlab", "terkonfirmasi", Data)
def confirm_status(work: Work, data: Data) -> Happened:
    return Happened(
        kind="status_gitlab.confirmed",
        outcome="terkonfirmasi",
        particulars={"tiket_id": _close(work, data).pk},
    )


def _close(work: Work, data: Data) -> Tiket:
    tiket = work.permintaan.tiket
    tiket.state, tiket.catatan, tiket.changed_at = Tiket.State.SELESAI, data.catatan, work.now
    tiket.save(update_fields=["state", "catatan", "changed_at"])
    return tiket
