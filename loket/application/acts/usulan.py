"""The head of the section decides what the clock proposes: it is done by the road of that act, or it is not."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from loket.application.acts.tangguhkan import Data as Suspension
from loket.application.acts.tangguhkan import suspend
from loket.application.closing import close
from loket.application.data import Plain, Problems
from loket.application.registry import Happened, Work, act
from loket.core.acts import may_decide_usulan
from loket.core.alarm import Alarm
from loket.core.facts import Facts
from loket.core.moving import CANCELLED, DECLINED
from loket.core.pause import Cause
from loket.core.role import Role
from loket.models.usulan import Usulan

DECIDES = (Role.KEPALA_SEKSI,)
ANOTHER = "Usulan yang Anda baca sudah berganti. Baca usulan yang sekarang, lalu putuskan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Plain):
    """`is_agreed`: whoever decides has looked at the reason of this `usulan`, an `Alarm`; the clock only counts."""

    is_agreed: bool
    usulan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.unless(self.usulan == facts.proposed, "is_agreed", ANOTHER)
        sentence = "Nyatakan bahwa Anda sudah memeriksa alasan usulan ini."
        problems.unless(self.is_agreed, "is_agreed", sentence)
        return problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Plain):
    alasan: str
    usulan: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.unless(self.usulan == facts.proposed, "alasan", ANOTHER)
        problems.long_text("alasan", self.alasan, "alasan menolak usulan")
        return problems


@act("terima_usulan", Acceptance, allowed=may_decide_usulan, roles=DECIDES)
def accept(work: Work, data: Acceptance) -> Happened:
    usulan = _decide(work, Usulan.Keputusan.DITERIMA)
    happened = _CARRIED_OUT[Alarm(usulan.alarm)](work, usulan.alasan)
    return replace(happened, particulars={**happened.particulars, "usulan_id": usulan.pk})


@act("tolak_usulan", Refusal, allowed=may_decide_usulan, roles=DECIDES, moves=False)
def decline(work: Work, data: Refusal) -> Happened:
    usulan = _decide(work, Usulan.Keputusan.DITOLAK, data.alasan)
    return Happened(kind=DECLINED, particulars={"usulan_id": usulan.pk})


def _decide(work: Work, keputusan: Usulan.Keputusan, catatan: str = "") -> Usulan:
    usulan = Usulan.objects.get(permintaan=work.permintaan, keputusan="")
    usulan.keputusan, usulan.catatan = keputusan, catatan
    usulan.decided_at, usulan.decided_by_id = work.now, work.by
    usulan.save(update_fields=["keputusan", "catatan", "decided_at", "decided_by"])
    return usulan


def _suspend(work: Work, why: str) -> Happened:
    return suspend(work, Suspension(sebab=Cause.SURAT_ASLI, keterangan=why))


def _cancel(work: Work, why: str) -> Happened:
    """Time has ended it: there is no letter of the OPD."""
    return close(work, CANCELLED, alasan=why)


_CARRIED_OUT: dict[Alarm, Callable[[Work, str], Happened]] = {
    Alarm.USUL_TANGGUHKAN: _suspend,
    Alarm.USUL_BATALKAN: _cancel,
    Alarm.USUL_BATALKAN_HADIR: _cancel,
}
