"""Who is told of an entry, and in which words. Run by jobs, at least once; a second run tells nobody twice."""

from collections.abc import Callable
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from loket.application.data import local_date
from loket.application.history import last_move
from loket.application.naskah.signing import next_party
from loket.application.outbox import ACTED_FOR, HOLDER
from loket.core.alarm import Alarm, told_to
from loket.core.capacity import is_own, name_of, roles_in
from loket.core.facts import Status
from loket.core.kinds import KINDS
from loket.core.moving import RETURNED
from loket.core.naskah import JENIS
from loket.core.role import TEAM, Role
from loket.models.diskusi import Pesan
from loket.models.entry import Entry
from loket.models.naskah import OPD, AturanNaskah, Naskah
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.sop_revision import rules_of
from loket.models.user import Jabatan, User

TURN = "kabari_giliran"
REMINDER = "ingatkan"
SESSIONS, RETURNS = 3, 2
"""After so many the next one is one too many (DOMAIN: exceptional flows)."""
_TITLES = {
    "kabari_rapat_berlarut": "Technical meeting {kali} kali belum menghasilkan keputusan: {nama}",
    "kabari_reviu_berulang": "Dokumen sudah lebih dari dua kali dikembalikan, adakan rapat dengan OPD: {nama}",
}
"""Titles of what is more than news."""
Recipients = Callable[[Entry, Permintaan, datetime], "QuerySet[User]"]


def tell(effect: str, entry_id: int, now: datetime) -> int:
    """Write the notices of an effect; returns how many people were told."""
    entry = Entry.objects.select_related("permintaan__opd", "actor").get(pk=entry_id)
    permintaan = entry.permintaan
    if permintaan is None:
        return _tell_of_the_office(effect, entry, now)
    if _is_late(effect, entry, permintaan):
        return 0
    heard = Pesan.objects.filter(entry=entry).values("user_id")
    people = RECIPIENTS[effect](entry, permintaan, now).filter(is_active=True)
    people = people.exclude(pk__in=[entry.actor_id]).exclude(pk__in=heard)
    my_turn = effect == TURN and permintaan.status != Status.SELESAI
    capacities = _capacities_of_turn(permintaan, now) if my_turn else {}
    news = "" if my_turn else _title(effect, entry, permintaan)
    told = Pesan.objects.bulk_create(
        (
            Pesan(
                user=user,
                permintaan=permintaan,
                entry=entry,
                judul=(news or _turn_title(permintaan, capacities.get(user.pk, "")))[:250],
                is_my_turn=my_turn,
                sent_at=now,
            )
            for user in people.distinct()
        ),
        ignore_conflicts=True,
    )
    return len(told)


def _tell_of_the_office(effect: str, entry: Entry, now: datetime) -> int:
    """What somebody has done for the whole office in the position of another is told to that one.

    Of a certificate or a token its owner hears even where it was they: somebody else may have sat at their desk.
    """
    if effect == HOLDER:
        people = User.objects.filter(pk=entry.particulars["user_id"], is_active=True)
        judul = f"{_news(entry)} untuk akun Anda. Bila tidak Anda kehendaki, hubungi admin."
    else:
        people = _the_one_acted_for(entry, None, now).filter(is_active=True).exclude(pk__in=[entry.actor_id])
        judul = _news(entry)
    notices = (Pesan(user=user, entry=entry, judul=judul[:250], sent_at=now) for user in people)
    return len(Pesan.objects.bulk_create(notices, ignore_conflicts=True))


def _title(effect: str, entry: Entry, permintaan: Permintaan) -> str:
    if effect in _TITLES:
        return _TITLES[effect].format(kali=_times(entry), nama=permintaan.nama_aplikasi)
    return _reminder_title(entry, permintaan) if effect == REMINDER else _news_title(entry, permintaan)


def _is_late(effect: str, entry: Entry, permintaan: Permintaan) -> bool:
    """A turn that this entry has not passed on, or that has been passed on again; what was to be done is done."""
    if effect == REMINDER:
        return last_move(permintaan).seq > entry.seq
    return effect == TURN and last_move(permintaan) != entry


def _turn_title(permintaan: Permintaan, capacity: str) -> str:
    part = rules_of(permintaan.sop_revision_id).bagian(permintaan.at_step, permintaan.at_bagian)
    as_whom = "" if is_own(capacity) else f" sebagai {name_of(capacity)}"
    return f"{part.tindakan}{as_whom}: {permintaan.nama_aplikasi}"


def _capacities_of_turn(permintaan: Permintaan, now: datetime) -> dict[int, str]:
    """As whom each person has the turn."""
    roles = [Role(role) for role in permintaan.turn]
    held = Jabatan.objects.capacities(roles, local_date(now))
    return {jabatan.user_id: f"{prefix} {role}".strip() for jabatan, role, prefix in held}


def _reminder_title(entry: Entry, permintaan: Permintaan) -> str:
    alarm, step = Alarm(entry.particulars["alarm"]), rules_of(permintaan.sop_revision_id).step(entry.step)
    words = alarm.words(f"langkah {step.ke}", step.bagian[entry.bagian].nama)
    title = f"Loket mengusulkan: {words}" if alarm.is_proposal else f"{words[:1].upper()}{words[1:]}"
    return f"{title}: {permintaan.nama_aplikasi}"


def _news_title(entry: Entry, permintaan: Permintaan) -> str:
    return f"{_news(entry)}: {permintaan.nama_aplikasi}"


def _news(entry: Entry) -> str:
    who = entry.actor.nama if entry.actor else "Loket"
    if not is_own(entry.capacity):
        who = f"{who} selaku {name_of(entry.capacity)}"
    return f"{who} {KINDS[entry.kind].sentence}"


def _those_whose_turn_it_is(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    """The front desk registers letters for an OPD, but is not asked to; when all is done, the team hears of it."""
    if permintaan.status == Status.SELESAI:
        return _the_team(entry, permintaan, now)
    wanted = Q(pk__in=[])
    for role in map(Role, permintaan.turn):
        if role is not Role.TATA_USAHA:
            wanted |= _bound(role, permintaan, now)
    return User.objects.filter(wanted)


def _people_of_the_opd(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    """Without those whose turn it is: they hear of it as their turn."""
    own = User.objects.filter(_bound(Role.OPD, permintaan, now))
    followers = User.objects.filter(_followers(permintaan, now))
    return followers if Role.OPD in permintaan.turn else own | followers


def _the_team(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    return User.objects.filter(_members(permintaan, now))


def _the_division_that_was_passed_over(
    entry: Entry, permintaan: Permintaan, now: datetime
) -> "QuerySet[User]":
    """The head of the division gets a copy of a letter that went straight to the section (DOMAIN 11.1 A5)."""
    heads = User.objects.filter(_holders(Role.KEPALA_BIDANG, now))
    return heads if entry.outcome == "sampai_di_seksi" else heads.none()


def _heads_of_the_office(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    return User.objects.filter(_holders(Role.KEPALA_DINAS, now) | _holders(Role.TATA_USAHA, now))


def _those_in_the_discussion(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    wanted = _members(permintaan, now) | _holders(Role.KEPALA_SEKSI, now)
    if KINDS[entry.kind].public:
        wanted |= _bound(Role.OPD, permintaan, now) | _followers(permintaan, now)
    return _without_a_new_turn(User.objects.filter(wanted), entry, permintaan, now)


def _those_whose_turn_it_was(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    """An act took the permintaan off their desks; the front desk never was asked to."""
    part = rules_of(permintaan.sop_revision_id).bagian(entry.step, entry.bagian)
    roles = [role for role in part.pelaksana if role is not Role.TATA_USAHA]
    people = User.objects.filter(reduce(or_, (_bound(role, permintaan, now) for role in roles)))
    return _without_a_new_turn(people, entry, permintaan, now)


def _without_a_new_turn(
    people: "QuerySet[User]", entry: Entry, permintaan: Permintaan, now: datetime
) -> "QuerySet[User]":
    """Whoever gets the turn by a return hears of it as their turn, whichever job comes first."""
    if entry.kind != RETURNED:
        return people
    return people.exclude(pk__in=_those_whose_turn_it_is(entry, permintaan, now).values("pk"))


def _the_division_of_many_meetings(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    """More than three sessions without a result are for the head of the division to know (DOMAIN 12)."""
    heads = User.objects.filter(_holders(Role.KEPALA_BIDANG, now))
    return heads if entry.kind == "rapat.continued" and _times(entry) >= SESSIONS else heads.none()


def _those_who_should_meet(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    """What comes back more than twice is talked over (DOMAIN 12)."""
    people = User.objects.filter(_members(permintaan, now) | _holders(Role.KEPALA_SEKSI, now))
    if entry.outcome != "dikembalikan":
        return people.none()
    return people if _times(entry) > RETURNS else people.none()


def _times(entry: Entry) -> int:
    """How often the same has happened to this permintaan so far."""
    same = Entry.objects.filter(permintaan=entry.permintaan_id, kind=entry.kind)
    return same.filter(seq__lte=entry.seq).count()


def _the_deciders_of_the_scope(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    """Those on whose level the change of scope is decided."""
    return User.objects.filter(_holders(Role(entry.particulars["ruang_lingkup"]), now))


def _those_who_sign(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    """Of a draft those who may sign it, nearest to the work; of an issued naskah the party whose turn it is."""
    naskah = Naskah.objects.get(pk=entry.particulars["naskah_id"])
    party = next_party(naskah)
    if party is None:
        aturan = AturanNaskah.of(JENIS[naskah.jenis])
        is_draft = naskah.state == Naskah.State.KONSEP
        return User.objects.filter(_holders(Role(aturan.terendah), now)) if is_draft else User.objects.none()
    if party.pihak == OPD:
        return User.objects.filter(_bound(Role.OPD, permintaan, now))
    return User.objects.filter(pk__in=[party.user_id])


def _the_member_who_left(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    return User.objects.filter(pk=entry.particulars["dari_id"])


def _the_one_acted_for(entry: Entry, permintaan: Permintaan | None, now: datetime) -> "QuerySet[User]":
    """The holder of the position in which somebody else acted; of a vacant one there is none."""
    held = Jabatan.objects.held_on(local_date(entry.happened_at)).filter(kind=Jabatan.Kind.TETAP)
    return User.objects.filter(pk__in=held.filter(role__in=roles_in(entry.capacity)).values("user_id"))


def _those_reminded(entry: Entry, permintaan: Permintaan, now: datetime) -> "QuerySet[User]":
    wanted = Q(pk__in=[])
    for role in told_to(Alarm(entry.particulars["alarm"]), [Role(role) for role in permintaan.turn]):
        wanted |= _bound(role, permintaan, now)
    return User.objects.filter(wanted)


def _members(permintaan: Permintaan, now: datetime) -> Q:
    return reduce(or_, (_bound(role, permintaan, now) for role in sorted(TEAM)))


def _bound(role: Role, permintaan: Permintaan, now: datetime) -> Q:
    """Those who hold a role and, where it binds them to the permintaan, belong to it."""
    holders = _holders(role, now)
    if role is Role.OPD:
        return holders & Q(opd_id=permintaan.opd_id)
    if role in TEAM:
        team = Penugasan.objects.current().filter(permintaan=permintaan, role=role)
        return holders & Q(pk__in=team.values("user_id"))
    return holders


def _followers(permintaan: Permintaan, now: datetime) -> Q:
    """The people of those OPD whose twins are carried on here."""
    twins = Permintaan.objects.filter(penutupan__carried_on=permintaan)
    return _holders(Role.OPD, now) & Q(opd_id__in=twins.values("opd_id"))


def _holders(role: Role, now: datetime) -> Q:
    """Those who do the work of a role now, as its holder, for its holder, or where there is none."""
    return Q(pk__in=Jabatan.objects.serving([role], local_date(now)).values("user_id"))


RECIPIENTS: dict[str, Recipients] = {
    TURN: _those_whose_turn_it_is,
    "kabari_opd": _people_of_the_opd,
    "kabari_tim": _the_team,
    "kabari_pelaksana": _those_whose_turn_it_was,
    "kabari_tembusan": _the_division_that_was_passed_over,
    "kabari_kantor": _heads_of_the_office,
    "kabari_rapat_berlarut": _the_division_of_many_meetings,
    "kabari_reviu_berulang": _those_who_should_meet,
    "kabari_pemutus": _the_deciders_of_the_scope,
    "kabari_penandatangan": _those_who_sign,
    "kabari_anggota_lama": _the_member_who_left,
    "kabari_diskusi": _those_in_the_discussion,
    ACTED_FOR: _the_one_acted_for,
    REMINDER: _those_reminded,
}
