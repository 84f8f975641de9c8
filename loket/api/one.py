"""One permintaan as a program reads it."""

from datetime import datetime
from typing import Any

from loket.api.gitlab import gitlab_row
from loket.api.rows import document_row, member_row, naskah_row, permintaan_row, standard_row
from loket.application.acts import ACTS
from loket.core.actor import Actor
from loket.core.calendar import CalendarNotFilled
from loket.core.clock import Figures, measure
from loket.core.sop import Step
from loket.core.verdict import Verdict
from loket.models.permintaan import Permintaan
from loket.queries.machine import Sight
from loket.queries.step_rows import Standing
from loket.sop.related import checklist_of

_OWN = (
    *("kebutuhan", "alasan", "layanan", "pengguna", "wanted_date", "waiting_on", "waiting_reason"),
    *("implementasi_until", "pendampingan_until", "ended_at"),
)


def permintaan_whole(sight: Sight, actor: Actor, now: datetime) -> dict[str, Any]:
    permintaan, standing = sight.permintaan, sight.standing
    return {
        **permintaan_row(permintaan),
        **{name: getattr(permintaan, name) for name in _OWN},
        "kode_lacak": None if sight.is_followed else permintaan.kode_lacak,
        "giliran": list(sight.turn.values()),
        "usulan": permintaan.proposed,
        "kontak": None if sight.is_followed else _contact(permintaan),
        "sop": f"{standing.sop.nomor}/{standing.sop.revisi}",
        "langkah_langkah": [_clock(standing, step, now) for step in standing.sop.steps.values()],
        "tim": [member_row(one) for one in sight.team],
        "orang": {
            role: [{"id": pk, "nama": nama} for pk, nama in held] for role, held in sight.people.items()
        },
        "dokumen": [document_row(version) for version in sight.versions],
        "naskah": [naskah_row(one) for one in sight.naskah],
        "daftar_periksa": _checklist(permintaan.at_step),
        "skenario": [
            {"kode": one.kode, "uraian": one.uraian, "hasil": one.hasil}
            for one in (sight.test.scenarios() if sight.test else ())
        ],
        "gitlab": gitlab_row(sight),
        "may": [] if sight.is_followed else _may(standing, actor),
    }


def _contact(permintaan: Permintaan) -> dict[str, str]:
    return {name: getattr(permintaan, f"pic_{name}") for name in ("nama", "phone", "email")}


def _clock(standing: Standing, step: Step, now: datetime) -> dict[str, Any]:
    row = standing.last_run_of(step.key)
    figures = _figures(standing, step, now)
    return {
        **{name: getattr(step, name) for name in ("ke", "key", "kegiatan")},
        "attempt": row.attempt if row else None,
        **{name: getattr(row, name, None) for name in ("available_at", "started_at", "done_at")},
        "due_at": figures.due_at if figures else None,
        "waiting_minutes": figures.waiting_minutes if figures else None,
        "working_minutes": figures.working_minutes if figures else None,
        "standard": standard_row(step.standard),
        "verdict": figures.colour if figures else None,
    }


def _figures(standing: Standing, step: Step, now: datetime) -> Figures | None:
    """Nothing before the step, and nothing where the calendar has ended."""
    row = standing.last_run_of(step.key)
    try:
        return measure(row.run(), step.standard, standing.calendar, now) if row else None
    except CalendarNotFilled:
        return None


def _checklist(step: str) -> list[dict[str, Any]]:
    sop = checklist_of(step)
    asked = sop.asked if sop else ()
    return [{"kode": one.kode, "kegiatan": one.kegiatan, "wajib": one.wajib} for one in asked]


def _may(standing: Standing, actor: Actor) -> list[dict[str, Any]]:
    """Of each step the bagian in hand, or its first; then every act."""
    rows = []
    for step in standing.sop.steps:
        bagian = standing.bagian_of(step)
        rows.append(_allowed(step, "langkah", bagian, standing.verdict(actor, step, bagian)))
    for key, one in ACTS.items():
        rows.append(_allowed(key, "tindakan", None, one.allowed(actor, standing.sop, standing.facts)))
    return rows


def _allowed(key: str, jenis: str, bagian: str | None, verdict: Verdict) -> dict[str, Any]:
    return {
        "key": key,
        "jenis": jenis,
        "bagian": bagian,
        "allowed": bool(verdict),
        "reasons": list(verdict.unmet),
    }
