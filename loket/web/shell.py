"""What surrounds every page: the office, and for a person signed in the menu with what waits for them."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from loket.application.office.sop_access import DRAFTERS
from loket.core.actor import Actor
from loket.core.acts import is_of_office
from loket.core.capacity import name_of, role_of
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.queries.counts import Surroundings
from loket.queries.counts import surroundings as read_surroundings
from loket.sop.definition import MAIN
from loket.web import formats
from loket.web.components.shell import NavItem, Office, Shell

UNIT = "Seksi Pengembangan Aplikasi"
MOBILE = "+628"
"""Only mobile numbers answer on WhatsApp."""
SENDERS = (Role.OPD, Role.TATA_USAHA)
"""Whoever may send in a new permintaan."""


def context(request: HttpRequest) -> dict[str, Any]:
    """Read only where a page asks for it; everything together is one query."""
    return {
        "office": SimpleLazyObject(lambda: _office(request)),
        "shell": SimpleLazyObject(lambda: _shell(request)),
    }


def surroundings(request: HttpRequest) -> Surroundings | None:
    """The office and its calendar as this request sees them, read once."""
    if not hasattr(request, "surroundings"):
        request.surroundings = read_surroundings(request.actor, request.now)  # type: ignore[attr-defined]  # see `acting`
    kept: Surroundings | None = request.surroundings  # type: ignore[attr-defined]  # set just above
    return kept


def _office(request: HttpRequest) -> Office | None:
    around = surroundings(request) if hasattr(request, "actor") else None
    if around is None:
        return None
    phone = around.kantor.phone
    return Office(
        name=around.kantor.nama, unit=UNIT, phone=phone, whatsapp=phone if phone.startswith(MOBILE) else ""
    )


def _shell(request: HttpRequest) -> Shell | None:
    if not hasattr(request, "actor") or not request.user.is_authenticated:
        return None
    around, actor = surroundings(request), request.actor
    return Shell(
        nav=_nav(actor, around),
        active=_active(request.path),
        user_name=actor.name,
        user_role_label=role_label(actor, around),
        unread=around.unread if around else 0,
        search_value=request.GET.get("q", "") if request.path == "/permintaan" else "",
        demo=request.user.is_demo,
        for_others=_for_others(actor),
        sop_undated=bool(around and around.sop and "tanggal_berlaku" not in around.sop.document),
        kahar=around.kahar if around else "",
        gitlab_paused=_gitlab_paused(around),
    )


def _gitlab_paused(around: Surroundings | None) -> str:
    """Since when and by whom; empty for whoever is no admin."""
    if around is None or around.gitlab_paused_at is None:
        return ""
    since = formats.full_datetime(around.gitlab_paused_at.astimezone(ZONE))
    return f"sejak {since} oleh {around.gitlab_paused_by}"


def role_label(actor: Actor, around: Surroundings | None) -> str:
    """As whom a person is here: "Plh. Kepala Dinas sampai 27 November 2026", or the agency."""
    if actor.has(Role.OPD) and around and around.opd:
        return around.opd
    own = [role.label for role in actor.as_themselves().capacities]
    labels = [*own, *(_as_long_as(actor, capacity) for capacity in actor.for_others())]
    return ", ".join(labels) or "Belum memegang jabatan"


def _as_long_as(actor: Actor, capacity: str) -> str:
    last = actor.last_days.get(capacity)
    return f"{name_of(capacity)} sampai {formats.plain_date(last)}" if last else name_of(capacity)


def _for_others(actor: Actor) -> tuple[str, ...]:
    return tuple(
        f"Anda juga bekerja sebagai {_as_long_as(actor, capacity)}."
        if capacity in actor.last_days
        else f"Jabatan {role_of(capacity).label} kosong. Tugasnya ada pada Anda selaku atasan."
        for capacity in actor.for_others()
    )


def sees_permintaan(actor: Actor) -> bool:
    """Whether there can be any permintaan for this person at all."""
    return actor.opd_id is not None or actor.sees_everything() or actor.works_in_teams()


def may_submit(actor: Actor) -> bool:
    return any(actor.has(role) for role in SENDERS)


def _nav(actor: Actor, around: Surroundings | None) -> tuple[NavItem, ...]:
    count, overdue = (around.tasks, around.overdue > 0) if around else (0, False)
    items = [
        replace(
            _item("tugas", "Tugas Saya", "/tugas", "list-checks", tab="Tugas", shortcut="g t"),
            count=count,
            overdue=overdue,
        )
    ]
    if sees_permintaan(actor):
        items.append(
            _item("permintaan", "Permintaan", "/permintaan", "inbox", tab="Permintaan", shortcut="g p")
        )
        if is_of_office(actor):
            items.append(_item("papan", "Papan", "/papan", "columns-3", shortcut="g b"))
        items.append(_item("register", "Register surat", "/register", "book-open", shortcut="g r"))
    if may_submit(actor):
        items.append(
            _item("baru", "Ajukan permintaan", "/permintaan/baru", "file-plus", tab="Ajukan", shortcut="c")
        )
    if actor.has(Role.KEPALA_DINAS):
        items.append(_item("kahar", "Keadaan kahar", "/kantor/kahar", "triangle-alert"))
    if actor.has(Role.ADMIN):
        items += _office_items()
    if any(actor.has(role) for role in DRAFTERS):
        items.append(_item("revisi_sop", "Revisi SOP", "/kantor/sop", "file-pen"))
    nomor = around.sop.nomor if around and around.sop else MAIN
    items.append(_item("sop", "SOP", f"/sop/{nomor}", "workflow", tab="SOP", shortcut="g s"))
    return tuple(items)


def _office_items() -> tuple[NavItem, ...]:
    return (
        _item("pengguna", "Pengguna", "/kantor/pengguna", "users", tab="Pengguna"),
        _item("jabatan", "Jabatan", "/kantor/jabatan", "user-check"),
        _item("opd", "OPD", "/kantor/opd", "building-2"),
        _item("naskah", "Naskah", "/kantor/naskah", "stamp"),
        _item("gitlab", "Sambungan GitLab", "/kantor/gitlab", "git-branch"),
        _item("kalender", "Kalender kerja", "/kantor/kalender", "calendar-days", tab="Kalender"),
    )


def _item(key: str, label: str, url: str, icon: str, *, tab: str = "", shortcut: str = "") -> NavItem:
    return NavItem(key=key, label=label, url=url, icon=icon, tab=tab, shortcut=shortcut)


_SECTIONS = (
    ("/permintaan/baru", "baru"),
    ("/permintaan", "permintaan"),
    ("/papan", "papan"),
    ("/register", "register"),
    ("/naskah", "permintaan"),
    ("/tugas", "tugas"),
    ("/sop", "sop"),
    ("/kantor/pengguna", "pengguna"),
    ("/kantor/jabatan", "jabatan"),
    ("/kantor/opd", "opd"),
    ("/kantor/naskah", "naskah"),
    ("/kantor/kalender", "kalender"),
    ("/kantor/gitlab", "gitlab"),
    ("/kantor/kahar", "kahar"),
    ("/kantor/sop", "revisi_sop"),
)


def _active(path: str) -> str:
    return next((key for start, key in _SECTIONS if path.startswith(start)), "")
