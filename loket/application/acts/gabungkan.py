"""A request for what another one already asks for is carried on there; both agencies follow it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.application import outbox
from loket.application.closing import close
from loket.application.data import Plain, Problems
from loket.application.locking import in_hand
from loket.application.recording import record
from loket.application.registry import Happened, Work, act
from loket.core.acts import SUPERIORS, may_merge
from loket.core.facts import Facts
from loket.core.moving import JOINED, MERGED
from loket.models.penutupan import Penutupan
from loket.models.permintaan import Permintaan


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`induk`: the number of the permintaan that goes on."""

    induk: str
    alasan: str

    def requests(self) -> Iterable[str]:
        return (self.induk,)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.add("induk", self._problem_with_parent(facts))
        problems.long_text("alasan", self.alasan, "alasan penggabungan")
        return problems

    def _problem_with_parent(self, facts: Facts) -> str | None:
        if self.induk == facts.nomor:
            return "Permintaan tidak dapat digabungkan ke dirinya sendiri."
        parent = facts.others.get(self.induk)
        if parent is None:
            return "Pilih permintaan induk dengan nomornya, contoh APL-2026-0041."
        if parent.merged_into == facts.nomor:
            return f"{self.induk} sudah digabungkan ke permintaan ini."
        if parent.merged_into:
            return f"{self.induk} sudah digabungkan ke {parent.merged_into}. Pilih {parent.merged_into}."
        if not parent.status.is_open:
            return f"{self.induk} sudah {parent.status}. Pilih permintaan yang masih berjalan."
        return None


@act("gabungkan", Data, allowed=may_merge, roles=SUPERIORS)
def merge(work: Work, data: Data) -> Happened:
    parent = work.others[data.induk]
    happened = close(work, MERGED, alasan=data.alasan, induk=parent, carried_on=parent)
    Penutupan.objects.filter(carried_on=work.permintaan).update(carried_on=parent)
    _note_on_parent(work, parent, happened)
    return happened


def _note_on_parent(work: Work, parent: Permintaan, merged: Happened) -> None:
    other = in_hand(parent, actor=work.actor, data=None, now=work.now, source=work.source)
    other.capacity = work.capacity
    entry = record(other, Happened(kind=JOINED, particulars=merged.particulars))
    outbox.enqueue(("kabari_diskusi",), entry)
