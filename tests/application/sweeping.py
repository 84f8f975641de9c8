"""The clock as tests let it speak."""

from datetime import date, datetime

from loket.application.act import act
from loket.application.acts.tangguhkan import Data as Suspension
from loket.application.acts.usulan import Acceptance, Refusal
from loket.application.alarm_sweep import sweep
from loket.application.notices import tell
from loket.core.record import plain
from loket.core.zone import ZONE
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from tests.application.everything import jobs
from tests.cast import Road

Said = list[tuple[str, list[str]]]
Heard = dict[str, tuple[str, list[str]]]


def told_at(road: Road, now: datetime) -> Said:
    """Let time pass and the clock speak; gives each alarm with those who hear of it."""
    road.now = now
    before = Entry.objects.count()
    assert sweep(now) == Entry.objects.count() - before
    spoken = Entry.objects.filter(kind__startswith="jam.", happened_at=now).order_by("seq")
    return [(entry.particulars["alarm"], _heard(entry, now)) for entry in spoken]


def told_until(road: Road, end: datetime) -> Heard:
    """Every alarm until then, as they come: its moment, and who hears of it."""
    found: Heard = {}
    while (at := road.permintaan.alarm_at) is not None and at <= end:
        for alarm, people in told_at(road, at):
            local = at.astimezone(ZONE)
            found[alarm] = (f"{local:%d/%m %H.%M}", people)
        alarm_at = road.permintaan.alarm_at
        assert alarm_at is None or alarm_at > at, f"told again at {plain(at)}"
    road.now = end
    return found


def _heard(entry: Entry, now: datetime) -> list[str]:
    for effect, entry_id in jobs():
        if entry_id == entry.pk:
            tell(effect, entry_id, now)
    return sorted(Pesan.objects.filter(entry=entry).values_list("user__username", flat=True))


def until_proposed(road: Road) -> Heard:
    """Let the clock speak until it proposes an end."""
    heard: Heard = {}
    while not (permintaan := road.permintaan).proposed:
        assert permintaan.alarm_at is not None
        heard |= told_until(road, permintaan.alarm_at)
    return heard


def decide(road: Road, key: str, username: str = "kasi") -> Entry:
    usulan = road.permintaan.proposed
    accepts = key == "terima_usulan"
    data = (
        Acceptance(is_agreed=True, usulan=usulan)
        if accepts
        else Refusal(alasan="Surat sedang diantar.", usulan=usulan)
    )
    return act(
        nomor=road.nomor,
        act_key=key,
        actor=road.actor(username),
        data=data,
        now=road.now,
        seen=road.permintaan.revision,
    )


def suspend(road: Road, sebab: str, username: str = "kasi", perkiraan: date | None = None) -> Entry:
    data = Suspension(sebab=sebab, keterangan="Menunggu kepastian.", perkiraan=perkiraan)
    return act(
        nomor=road.nomor,
        act_key="tangguhkan",
        actor=road.actor(username),
        data=data,
        now=road.now,
        seen=road.permintaan.revision,
    )
