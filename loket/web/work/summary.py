"""The facts of a permintaan beside the work: who asks for what, and what has been agreed."""

from datetime import datetime

from django.urls import reverse

from loket.core.actor import Actor
from loket.core.facts import Status
from loket.core.role import Role
from loket.models.permintaan import Permintaan
from loket.queries.one_permintaan import Whole
from loket.web import formats
from loket.web.components.badges import Badge
from loket.web.components.facts import Fact, Person
from loket.web.work import gitlab
from loket.web.work.deadlines import full
from loket.web.work.usulan import next_reminder_of
from loket.web.work.waiting import scope_text, waiting_sentence

_ARRIVED = "surat_asli_diterima"


def summary_of(whole: Whole, actor: Actor, now: datetime) -> tuple[Fact, ...]:
    facts = (*_identity(whole, actor), *_contact(whole), *_letter(whole), *_agreed(whole))
    facts = (*facts, next_reminder_of(whole, now))
    return tuple(fact for fact in facts if fact.value or fact.lines)


def wanted_of(permintaan: Permintaan) -> tuple[Fact, ...]:
    """The request in the words of its OPD."""
    wanted = permintaan.wanted_date
    return (
        Fact("Kebutuhan", permintaan.kebutuhan),
        Fact("Alasan", permintaan.alasan),
        Fact("Layanan yang didukung", permintaan.layanan),
        Fact("Calon pengguna", permintaan.pengguna),
        Fact("Diharapkan", formats.full_date(wanted) if wanted else "Tidak ditentukan"),
    )


def team_of(whole: Whole, actor: Actor) -> tuple[Person, ...]:
    return tuple(
        Person(
            member.user.nama,
            f"{Role(member.role).label}{', ketua' if member.is_lead else ''}",
            you=member.user_id == actor.id,
        )
        for member in whole.team
    )


def badges_of(whole: Whole, late: str) -> tuple[Badge, ...]:
    """Late, how it stands, priority and ticket: each only where there is something to say."""
    permintaan, sheet = whole.permintaan, whole.outputs.prioritas
    status, step = Status(permintaan.status), whole.standing.step_in_hand
    badges = []
    if late and step:
        badges.append(Badge(text=f"Langkah {step.ke} lewat {late}", kind="gawat", icon="octagon-alert"))
    if status is Status.MENUNGGU:
        badges.append(Badge(text=waiting_sentence(permintaan), kind="tunggu", icon="hourglass"))
    elif not status.is_open:
        done = status is Status.SELESAI
        badges.append(
            Badge(
                text=status.label, kind="beres" if done else "", icon="circle-check" if done else "circle-x"
            )
        )
    if permintaan.scope:
        badges.append(Badge(text=scope_text(permintaan), kind="tunggu", icon="file-pen"))
    if permintaan.priority:
        score = f", skor {formats.number(sheet.total)}" if sheet else ""
        text = f"Prioritas {permintaan.priority_label.lower()}{score}"
        badges.append(Badge(text=text, kind="nila", icon="chevrons-up"))
    tiket, there = getattr(permintaan, "tiket", None), gitlab.badge_of(whole)
    if there:
        badges.append(there)
    elif tiket:
        badges.append(Badge(text=f"Tiket {tiket.get_state_display().lower()}", icon="git-branch"))
    return tuple(badges)


def _identity(whole: Whole, actor: Actor) -> tuple[Fact, ...]:
    """The tracking code is for those who hand it out or use it."""
    permintaan = whole.permintaan
    holds_code = actor.opd_id == permintaan.opd_id or actor.has(Role.TATA_USAHA)
    number = Fact("Nomor", permintaan.nomor)
    if not holds_code:
        return (number,)
    return (
        number,
        Fact("Kode lacak", permintaan.kode_lacak, url=reverse("lacak_kode", args=[permintaan.kode_lacak])),
        Fact("Tanda terima", "Buka tanda terima", url=reverse("tanda_terima", args=[permintaan.nomor])),
    )


def _contact(whole: Whole) -> tuple[Fact, ...]:
    """For those who may have to call."""
    permintaan = whole.permintaan
    if whole.is_followed:
        return ()
    mail = permintaan.pic_email
    return (
        Fact("Narahubung", permintaan.pic_nama),
        Fact("Telepon", formats.phone(permintaan.pic_phone), url=f"tel:{permintaan.pic_phone}"),
        Fact("Email", mail, url=f"mailto:{mail}" if mail else ""),
    )


def _letter(whole: Whole) -> tuple[Fact, ...]:
    surat = whole.outputs.surat
    if surat is None:
        return ()
    arrived = _ARRIVED in whole.permintaan.reached
    at = full(surat.asli_received_at) if surat.asli_received_at else ""
    return (
        Fact("Surat", surat.nomor_surat, lines=(formats.plain_date(surat.tanggal_surat),)),
        Fact("Bentuk surat", surat.get_bentuk_display()),
        Fact(
            "Surat asli", "Diterima" if arrived else "Belum diterima", lines=(at,) if arrived and at else ()
        ),
    )


def _agreed(whole: Whole) -> tuple[Fact, ...]:
    permintaan = whole.permintaan
    kesepakatan = whole.outputs.kesepakatan
    aplikasi = getattr(permintaan, "aplikasi", None)
    until, mentored = permintaan.implementasi_until, permintaan.pendampingan_until
    return (
        Fact(
            "Pengerjaan sampai",
            formats.full_date(until) if until else "",
            lines=_before(whole, "implementasi"),
        ),
        Fact("Pemelihara", kesepakatan.pemelihara_nama if kesepakatan else ""),
        Fact("Aplikasi", aplikasi.address if aplikasi else "", url=aplikasi.address if aplikasi else ""),
        Fact(
            "Pendampingan sampai",
            formats.full_date(mentored) if mentored else "",
            lines=_before(whole, "pendampingan"),
        ),
    )


def _before(whole: Whole, step: str) -> tuple[str, ...]:
    """The dates that addenda have replaced."""
    return tuple(
        f"Semula {formats.full_date(one.semula)}, addendum {one.nomor}"
        for one in whole.outputs.addendum
        if one.tentang == step
    )
