"""The state of a permintaan in words for its OPD and for anybody it showed the code to; no names, nothing internal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from loket.core.facts import Status
from loket.core.pause import Party
from loket.core.role import Role
from loket.core.sop import Step
from loket.models.pengerjaan import Pengerjaan
from loket.models.surat import Surat
from loket.queries.tracking import PublicEvent, Tracked
from loket.web import formats
from loket.web.components.facts import Fact
from loket.web.components.progress import Phase, Progress, StepDot, Stepper
from loket.web.components.records import TimelineItem
from loket.web.steps.wording import to_do
from loket.web.work.waiting import waiting_sentence

UNDERWAY = {
    "surat": "Surat permintaan sedang dilengkapi",
    "disposisi": "Surat menunggu disposisi pimpinan Dinas Kominfo",
    "penunjukan": "Tim yang mengerjakan sedang ditunjuk",
    "prioritas": "Prioritas sedang ditetapkan",
    "undangan": "Technical meeting sedang dijadwalkan",
    "rapat_teknis": "Menunggu hasil technical meeting",
    "analisis": "Kebutuhan aplikasi sedang dianalisis",
    "desain": "Aplikasi sedang dirancang",
    "implementasi": "Aplikasi sedang dibuat",
    "serah_terima": "Aplikasi sedang diserahterimakan",
    "status_gitlab": "Status pembuatan aplikasi sedang diperbarui",
    "pendampingan": "Aplikasi sudah diserahkan dan sedang didampingi",
}
ENDED = {
    Status.SELESAI: "Permintaan sudah selesai",
    Status.DITOLAK: "Permintaan dinyatakan tidak dapat dipenuhi",
    Status.DIALIHKAN: "Permintaan dialihkan",
    Status.DIBATALKAN: "Permintaan dibatalkan",
    Status.DIGABUNG: "Permintaan digabung dengan permintaan lain",
}
_ORIGINAL = "surat_asli_diterima"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicStatus:
    sentence: str
    expectation: str
    is_late: bool
    stepper: Stepper
    phases: tuple[Fact, ...]
    duties: tuple[str, ...]
    nothing: str
    is_turn: bool
    events: tuple[TimelineItem, ...]


def status_of(found: Tracked, now: datetime) -> PublicStatus:
    permintaan, is_turn = found.permintaan, Role.OPD in found.permintaan.turn
    is_late = permintaan.due_at is not None and permintaan.due_at < now
    return PublicStatus(
        sentence=_sentence(found, is_turn=is_turn),
        expectation=_expectation(permintaan.due_at, is_late=is_late, is_turn=is_turn),
        is_late=is_late,
        stepper=_stepper(found, is_late=is_late),
        phases=tuple(_phase(found, name, keys) for name, keys in found.sop.fase.items()),
        duties=tuple(_duties(found, now, is_turn=is_turn)),
        nothing=_nothing(Status(permintaan.status)),
        is_turn=is_turn,
        events=tuple(_event(event, now) for event in found.events),
    )


def _sentence(found: Tracked, *, is_turn: bool) -> str:
    status = Status(found.permintaan.status)
    if not status.is_open:
        ended, closing = found.permintaan.ended_at, getattr(found.permintaan, "penutupan", None)
        where = f" ke {closing.tujuan} ({closing.kontak})" if closing and closing.tujuan else ""
        when = f" pada {formats.full_date(localtime(ended))}" if ended else ""
        return f"{ENDED[status]}{where}{when}."
    if found.permintaan.status == Status.MENUNGGU and not is_turn:
        return f"Permintaan sedang {formats.lowered(waiting_sentence(found.permintaan))}."
    if is_turn:
        return f"Giliran OPD: {_tindakan(found)}."
    step = found.sop.step(found.permintaan.at_step)
    return f"{UNDERWAY.get(step.key, f'Permintaan sedang di langkah {step.nama}')}."


def _tindakan(found: Tracked) -> str:
    return formats.lowered(to_do(found.sop.bagian(found.permintaan.at_step, found.permintaan.at_bagian)))


def _expectation(due_at: datetime | None, *, is_late: bool, is_turn: bool) -> str:
    if due_at is None:
        return ""
    when = formats.full_datetime(localtime(due_at))
    if is_late:
        return f"Langkah ini melewati perkiraannya, {when}."
    return f"Batas langkah ini {when}." if is_turn else f"Perkiraan langkah ini selesai {when}."


def _stepper(found: Tracked, *, is_late: bool) -> Stepper:
    steps = list(found.sop.steps.values())
    here = next((step.ke for step in steps if step.key == found.permintaan.at_step), len(steps) + 1)
    following = next((step.nama for step in steps if step.ke == here + 1), "")
    is_open = Status(found.permintaan.status).is_open
    return Stepper(
        phases=tuple(
            Phase(name, tuple(_dot(found.sop.step(key), here, is_open=is_open) for key in keys))
            for name, keys in found.sop.fase.items()
        ),
        overdue=is_late,
        now=next((step.nama for step in steps if step.ke == here), "") if is_open else "",
        next=following,
    )


def _dot(step: Step, here: int, *, is_open: bool) -> StepDot:
    if step.ke < here:
        return StepDot(step.ke, step.nama, "sudah")
    reached: Progress = "kini" if is_open else "henti"
    return StepDot(step.ke, step.nama, reached if step.ke == here else "")


def _phase(found: Tracked, name: str, keys: Sequence[str]) -> Fact:
    """Dates of a phase: from the first run of its steps to the last; a step back opens it again."""
    runs = [run for run in found.runs if run.step in keys]
    here = found.sop.steps.get(found.permintaan.at_step)
    is_ahead = here is not None and all(found.sop.step(key).ke > here.ke for key in keys)
    if not runs or is_ahead:
        return Fact(name, "Belum mulai")
    began = formats.full_date(localtime(min(run.available_at for run in runs)))
    if found.permintaan.at_step in keys:
        is_open = Status(found.permintaan.status).is_open
        return Fact(name, f"Berjalan sejak {began}" if is_open else f"Berhenti, dimulai {began}")
    return Fact(name, f"Selesai {_last_day(runs)}", lines=(f"Dimulai {began}",))


def _last_day(runs: Sequence[Pengerjaan]) -> str:
    return formats.full_date(localtime(max(run.done_at or run.available_at for run in runs)))


def _duties(found: Tracked, now: datetime, *, is_turn: bool) -> list[str]:
    permintaan = found.permintaan
    if not Status(permintaan.status).is_open:
        return []
    duties = [f"Masuk ke Loket, lalu {_tindakan(found)}."] if is_turn else []
    if permintaan.status == Status.MENUNGGU and permintaan.waiting_on == Party.OPD and not is_turn:
        duties.append("Masuk ke Loket, baca yang ditunggu dari OPD, lalu kabari Dinas Kominfo.")
    event = next((run.event_start for run in found.runs if run.done_at is None), None)
    if event and event > now:
        name = found.sop.step(permintaan.at_step).nama
        duties.append(f"Hadiri {name.lower()} pada {formats.full_datetime(localtime(event))}.")
    gate = next((step for step in found.sop.steps.values() if _ORIGINAL in step.guards_mulai), None)
    if gate and _ORIGINAL not in permintaan.reached and found.bentuk != Surat.Bentuk.ELEKTRONIK_TTE:
        duties.append(
            f"Antar surat asli ke Dinas Kominfo. Langkah {gate.nama} baru dimulai setelah surat asli diterima."
        )
    return duties


def _nothing(status: Status) -> str:
    """Why there is nothing to do for the OPD."""
    if status.is_open:
        return "Tidak ada. Halaman ini berubah bila giliran OPD."
    if status is Status.SELESAI:
        return "Tidak ada. Permintaan ini sudah selesai."
    return "Tidak ada. Permintaan ini sudah berakhir; OPD membaca alasannya setelah masuk ke Loket."


def _event(event: PublicEvent, now: datetime) -> TimelineItem:
    at = localtime(event.at)
    return TimelineItem(
        f"{event.who} {event.kind.sentence}",
        formats.relative(at, localtime(now)),
        datetime_iso=at.isoformat(timespec="minutes"),
        icon=event.kind.icon,
    )
