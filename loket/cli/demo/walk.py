"""Walk a permintaan along its road as the lawful people would."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from loket.application.act import act
from loket.application.acts.naskah import Issue
from loket.application.acts.surat_asli_diterima import Data as SuratAsli
from loket.application.perform import perform, start
from loket.cli.demo.plausible import PLAUSIBLE
from loket.cli.demo.scene import Keep, Scene, Wishes
from loket.core.actor import Actor
from loket.core.calendar import Calendar
from loket.core.role import TEAM, Role
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.models.kantor import Kantor, calendar_of
from loket.models.naskah import Naskah
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.user import User

USERNAMES = {
    Role.KEPALA_DINAS: "kadis",
    Role.KEPALA_BIDANG: "kabid",
    Role.KEPALA_SEKSI: "kasi",
    Role.TATA_USAHA: "tu",
}
SIGNED = ("serah_terima", "ttd_dinas")
GATE = "analisis"
"""The step before which the original letter must have arrived."""
ARRIVALS = {
    "fisik": "Surat fisik diterima di loket.",
    "elektronik_tte": "TTE pada surat sudah diperiksa dan sah.",
    "arahan_lisan": "Surat menyusul arahan lisan, diterima di loket.",
    "softfile_sementara": "Surat fisik menyusul soft file, diterima di loket.",
}


def performer(permintaan: Permintaan) -> User:
    """The person who may perform the bagian in hand. Raises IndexError or DoesNotExist where the demo has none."""
    role = Role(permintaan.turn[0])
    if role is Role.OPD:
        return User.objects.filter(opd_id=permintaan.opd_id, jabatan__role=Role.OPD).order_by("pk")[0]
    if role in TEAM:
        team = Penugasan.objects.current().filter(permintaan=permintaan)
        return User.objects.filter(penugasan__in=team.filter(role=role)).order_by("pk")[0]
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
    permintaan, calendar = Permintaan.objects.get(nomor=nomor), office_calendar()
    if needs_letter(permintaan):
        receive_letter(nomor, now=now, people=people, source=source)
    now = max(now, answer_over(permintaan) or now)
    begin(nomor, now=now, source=source)
    done = end_of_work(permintaan, calendar, now, took)
    return finish(nomor, now=done, keep=keep, people=people, outcome=outcome, source=source)


def begin(nomor: str, *, now: datetime, source: str = "demo") -> None:
    """`mulai` by the person whose turn it is."""
    permintaan = Permintaan.objects.get(nomor=nomor)
    start(
        nomor=nomor,
        step_key=permintaan.at_step,
        bagian=permintaan.at_bagian,
        actor=_on_duty(performer(permintaan), now),
        now=now,
        source=source,
    )


def finish(
    nomor: str,
    *,
    now: datetime,
    keep: Keep,
    people: Mapping[str, User],
    outcome: str = "",
    wishes: Wishes | None = None,
    source: str = "demo",
) -> Entry:
    """Perform the bagian in hand as the person whose turn it is."""
    get_ready(nomor, now=now, people=people, source=source)
    permintaan = Permintaan.objects.select_related("opd").get(nomor=nomor)
    scene = Scene(
        permintaan=permintaan,
        now=now,
        calendar=office_calendar(),
        people=people,
        keep=keep,
        outcome=outcome,
        wishes=wishes or Wishes(),
    )
    return perform(
        nomor=nomor,
        step_key=permintaan.at_step,
        bagian=permintaan.at_bagian,
        actor=_on_duty(performer(permintaan), now),
        data=PLAUSIBLE[permintaan.at_step, permintaan.at_bagian](scene),
        seen=permintaan.revision,
        now=now,
        source=source,
    )


def get_ready(nomor: str, *, now: datetime, people: Mapping[str, User], source: str = "demo") -> None:
    """What is to be signed in the bagian in hand gets its number and is printed first."""
    permintaan = Permintaan.objects.get(nomor=nomor)
    draft = permintaan.naskah_set.filter(jenis="bast", state=Naskah.State.KONSEP).last()
    if draft and (permintaan.at_step, permintaan.at_bagian) == SIGNED:
        data = Issue(naskah_id=draft.pk, cara=Naskah.Cara.BASAH, version=draft.version)
        actor = _on_duty(people["tu"], now)
        act(nomor=nomor, act_key="terbitkan_naskah", actor=actor, data=data, now=now, source=source)


def needs_letter(permintaan: Permintaan) -> bool:
    """Whether the road is barred until the original letter is here."""
    return permintaan.at_step == GATE and "surat_asli_diterima" not in permintaan.reached


def receive_letter(nomor: str, *, now: datetime, people: Mapping[str, User], source: str = "demo") -> Entry:
    """The original letter arrives at the counter, or its TTE is found genuine."""
    surat = Permintaan.objects.get(nomor=nomor).surat_set.get(is_current=True)
    data = SuratAsli(received_at=now, catatan=ARRIVALS[surat.bentuk])
    actor = _on_duty(people["tu"], now)
    return act(nomor=nomor, act_key="surat_asli_diterima", actor=actor, data=data, now=now, source=source)


def office_calendar() -> Calendar:
    return calendar_of(Kantor.objects.get().calendar_version)


def end_of_work(permintaan: Permintaan, calendar: Calendar, now: datetime, took: int) -> datetime:
    """When the work ends; a meeting or launch is written up, or confirmed, after it was held."""
    done = calendar.add_minutes(now, took)
    held = event_over(permintaan)
    return max(done, held) if held else done


def event_over(permintaan: Permintaan) -> datetime | None:
    """When the meeting or the launch that the bagian in hand is about will be over, or the patience with GitLab."""
    if permintaan.at_step == "rapat_teknis":
        return permintaan.rapat_set.latest("sesi").planned_start + timedelta(minutes=125)
    if (permintaan.at_step, permintaan.at_bagian) == ("serah_terima", "ttd_opd"):
        return permintaan.bast_set.get(is_current=True).launch_end + timedelta(minutes=10)
    return answer_over(permintaan)


def answer_over(permintaan: Permintaan) -> datetime | None:
    """When GitLab had its time to answer, where it is waited for."""
    row = permintaan.pengerjaan_set.filter(done_at=None).first()
    awaited = row.awaits(permintaan.at_bagian, office_calendar(), row.run().changed_at) if row else None
    return awaited.until if awaited else None


def _on_duty(user: User, now: datetime) -> Actor:
    return user.actor(now.astimezone(ZONE).date())
