"""Who is told of an entry, and in which words. Run by jobs, at least once; a second run tells nobody twice."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q, QuerySet

from loket.application.data import local_date
from loket.core.facts import Status
from loket.core.kinds import KINDS
from loket.core.role import TEAM, Role
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.sop_revision import rules_of
from loket.models.user import Jabatan, User

Recipients = Callable[[Entry, Permintaan, datetime], "QuerySet[User]"]


def tell(effect: str, entry_id: int, now: datetime) -> int:
    """Write the notices of an effect; returns how many people were told."""
    entry = Entry.objects.select_related("permintaan__opd", "actor").get(pk=entry_id)
    permintaan = entry.permintaan
    if permintaan is None:
        return 0
    people = (
        RECIPIENTS[effect](entry, permintaan, now).filter(is_active=True).exclude(pk__in=[entry.actor_id])
    )
    my_turn = effect == "kabari_giliran"
    judul = _turn_title(permintaan) if my_turn else _news_title(entry, permintaan)
    told = Pesan.objects.bulk_create(
        (
            Pesan(
                user=user,
                permintaan=permintaan,
                entry=entry,
                judul=judul[:250],
                is_my_turn=my_turn,
                sent_at=now,
            )
            for user in people.distinct()
        ),
        ignore_conflicts=True,
    )
    return len(told)


def _turn_title(permintaan: Permintaan) -> str:
    rules = rules_of(permintaan.sop_revision_id)
    if permintaan.at_step not in rules.steps:
        return f"{permintaan.nama_aplikasi}: pelayanan selesai"
    return f"{rules.bagian(permintaan.at_step, permintaan.at_bagian).tindakan}: {permintaan.nama_aplikasi}"


def _news_title(entry: Entry, permintaan: Permintaan) -> str:
    who = entry.actor.nama if entry.actor else "Loket"
    return f"{who} {KINDS[entry.kind].sentence}: {permintaan.nama_aplikasi}"


def _those_whose_turn_it_is(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    if permintaan.status == Status.SELESAI:
        return _team(permintaan)
    wanted = Q(pk__in=[])
    for role in (Role(name) for name in permintaan.turn):
        holders = _holders(role, now)
        if role in TEAM:
            holders &= Q(
                pk__in=Penugasan.objects.current().filter(permintaan=permintaan, role=role).values("user_id")
            )
        if role is Role.OPD:
            holders &= Q(opd_id=permintaan.opd_id)
        if role is not Role.TATA_USAHA:
            wanted |= holders
    return User.objects.filter(wanted)


def _people_of_the_opd(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    """Without those whose turn it is: they hear of it as their turn."""
    people = User.objects.filter(_holders(Role.OPD, now), opd_id=permintaan.opd_id)
    return people.none() if Role.OPD in permintaan.turn else people


def _the_team(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    return _team(permintaan)


def _the_division_that_was_passed_over(
    entry: Entry, permintaan: Permintaan, now: datetime
) -> "QuerySet[User]":
    """The head of the division gets a copy of a letter that went straight to the section (DOMAIN 11.1 A5)."""
    heads = User.objects.filter(_holders(Role.KEPALA_BIDANG, now))
    return heads if entry.outcome == "sampai_di_seksi" else heads.none()


def _heads_of_the_office(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    return User.objects.filter(_holders(Role.KEPALA_DINAS, now) | _holders(Role.TATA_USAHA, now))


def _those_in_the_discussion(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    wanted = Q(pk__in=_team(permintaan).values("pk")) | _holders(Role.KEPALA_SEKSI, now)
    if KINDS[entry.kind].public:
        wanted |= _holders(Role.OPD, now) & Q(opd_id=permintaan.opd_id)
    return User.objects.filter(wanted)


def _team(permintaan: Permintaan) -> "QuerySet[User]":
    return User.objects.filter(
        pk__in=Penugasan.objects.current().filter(permintaan=permintaan).values("user_id")
    )


def _holders(role: Role, now: datetime) -> Q:
    held = Jabatan.objects.held_on(local_date(now)).filter(role=role)
    return Q(pk__in=held.values("user_id"))


RECIPIENTS: dict[str, Recipients] = {
    "kabari_giliran": _those_whose_turn_it_is,
    "kabari_opd": _people_of_the_opd,
    "kabari_tim": _the_team,
    "kabari_tembusan": _the_division_that_was_passed_over,
    "kabari_kantor": _heads_of_the_office,
    "kabari_diskusi": _those_in_the_discussion,
}
