"""Walk a permintaan along its road as the lawful people would."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from loket.application.act import act
from loket.application.acts.surat_asli_diterima import Data as SuratAsli
from loket.application.perform import perform, start
from loket.cli.demo.plausible import PLAUSIBLE, Keep, Scene
from loket.core.actor import Actor
from loket.core.calendar import Calendar
from loket.core.role import TEAM, Role
from loket.models.entry import Entry
from loket.models.kantor import Kantor, calendar_of
from loket.models.permintaan import Permintaan
from loket.models.user import User

USERNAMES = {
    Role.KEPALA_DINAS: "kadis",
    Role.KEPALA_BIDANG: "kabid",
    Role.KEPALA_SEKSI: "kasi",
    Role.TATA_USAHA: "tu",
}
GATE = "analisis"
"""The step before which the original letter must have arrived."""


def performer(permintaan: Permintaan) -> User:
    """The person who may perform the bagian in hand."""
    role = Role(permintaan.turn[0])
    if role is Role.OPD:
        return User.objects.filter(opd_id=permintaan.opd_id, jabatan__role=Role.OPD).order_by("pk")[0]
    if role in TEAM:
        return User.objects.filter(penugasan__permintaan=permintaan, penugasan__role=role).order_by("pk")[0]
    return User.objects.get(username=USERNAMES[role])


def step(
    nomor: str,
    *,
    now: datetime,
    keep: Keep,
    people: Mapping[str, User],
    outcome: str = "",
    took: int = 5,
    source: str = "demo",
) -> Entry:
    """Start the bagian in hand at `now` and perform it `took` working minutes later."""
    permintaan = Permintaan.objects.get(nomor=nomor)
    calendar = office_calendar()
    if permintaan.at_step == GATE and "surat_asli_diterima" not in permintaan.reached:
        receive_letter(nomor, now=now, people=people, source=source)
    actor = performer(permintaan).actor(now.astimezone(calendar.zone).date())
    place = {"step_key": permintaan.at_step, "bagian": permintaan.at_bagian}
    start(nomor=nomor, actor=actor, now=now, source=source, **place)
    done = end_of_work(permintaan, calendar, now, took)
    scene = Scene(
        permintaan=permintaan, now=done, calendar=calendar, people=people, keep=keep, outcome=outcome
    )
    data = PLAUSIBLE[permintaan.at_step, permintaan.at_bagian](scene)
    return perform(
        nomor=nomor, actor=actor, data=data, seen=permintaan.revision, now=done, source=source, **place
    )


def receive_letter(nomor: str, *, now: datetime, people: Mapping[str, User], source: str = "demo") -> Entry:
    """The original letter arrives at the counter."""
    user = people["tu"]
    actor: Actor = user.actor(now.astimezone(office_calendar().zone).date())
    data = SuratAsli(received_at=now, catatan="Surat fisik diterima di loket.")
    return act(nomor=nomor, act_key="surat_asli_diterima", actor=actor, data=data, now=now, source=source)


def office_calendar() -> Calendar:
    return calendar_of(Kantor.objects.get().calendar_version)


def end_of_work(permintaan: Permintaan, calendar: Calendar, now: datetime, took: int) -> datetime:
    """When the work ends; a meeting or launch is written up, or confirmed, after it was held."""
    done = calendar.add_minutes(now, took)
    if permintaan.at_step == "rapat_teknis":
        held = permintaan.rapat_set.latest("sesi").planned_start + timedelta(minutes=125)
        done = max(done, held)
    if (permintaan.at_step, permintaan.at_bagian) == ("serah_terima", "ttd_opd"):
        launch = permintaan.bast_set.get(is_current=True).launch_end
        done = max(done, launch + timedelta(minutes=10))
    return done
