"""Take a permintaan in hand: one locked row, and only those facts that the question needs."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, JSONField, OuterRef, Q, Subquery

from loket.application.data import StepData, local_date
from loket.application.errors import First, NotVisible, Overtaken
from loket.application.history import last_change
from loket.application.registry import Work
from loket.core.actor import SYSTEM, Actor
from loket.core.calendar import Calendar
from loket.core.capacity import with_stand_ins
from loket.core.facts import RequestFacts, Status, UploadFacts
from loket.core.kinds import KINDS
from loket.core.process import steps_to_return_to
from loket.core.role import HEADS, Role
from loket.models.dokumen import DokumenVersi, Upload
from loket.models.entry import Entry
from loket.models.kahar import HOLDS
from loket.models.kantor import Kantor, calendar_of
from loket.models.pengerjaan import Pengerjaan
from loket.models.penutupan import Penutupan
from loket.models.permintaan import Penugasan, Permintaan
from loket.models.sop_revision import rules_of
from loket.models.user import Jabatan, User

_WHOLE = Permintaan.objects.annotate(
    calendar_version=Subquery(Kantor.objects.values("calendar_version")[:1]),
    is_kahar=HOLDS,
    team=ArraySubquery(
        Penugasan.objects.current()
        .filter(permintaan=OuterRef("pk"))
        .values(member=Func("user_id", "role", function="jsonb_build_array", output_field=JSONField()))
    ),
)
"""With what the rules need besides the row, read in the same statement: round trips are what a step costs."""

_ACTIVE = Jabatan.objects.filter(user__is_active=True)


def locked(nomor: str, actor: Actor) -> Permintaan:
    """Lock the row for this transaction. Raises NotVisible where there is none for this person."""
    return locked_with((), nomor, actor)[0]


def locked_with(others: Iterable[str], nomor: str, actor: Actor) -> tuple[Permintaan, dict[str, Permintaan]]:
    """Lock it together with others of this person's business, always in the same order, so that nobody waits in a circle."""
    rows = _WHOLE.listed_for(actor).select_for_update(of=("self",))
    wanted = rows.filter(nomor__in=[nomor, *others]).order_by("pk") if others else rows.filter(nomor=nomor)
    found = {row.nomor: row for row in wanted}
    permintaan = found.pop(nomor, None)
    if permintaan is None:
        raise NotVisible(nomor)
    return permintaan, found


def locked_if_free(pk: int) -> Permintaan | None:
    """For Loket itself: None where somebody else has the row in hand, or it is gone."""
    return _WHOLE.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()


def locked_for_loket(pk: int) -> Permintaan:
    """For Loket itself, which waits until whoever has the row in hand is done."""
    return _WHOLE.select_for_update(of=("self",)).get(pk=pk)


def still_at(permintaan: Permintaan, seen: int) -> None:
    """Raise Overtaken, saying who was first, when the page that was seen is no longer true."""
    if permintaan.revision == seen:
        return
    last = last_change(permintaan)
    raise overtaken_by(last, KINDS[last.kind].sentence)


def overtaken_by(entry: Entry, what: str) -> Overtaken:
    return Overtaken(entry.subject, first=_first(entry.actor), what=what, at=entry.happened_at)


def _first(user: User | None) -> First:
    if user is None:
        return First(id=None, name=SYSTEM.name)
    agency = user.opd.singkatan if user.opd else ""
    return First(id=user.pk, name=user.nama, opd_id=user.opd_id, agency=agency)


def in_hand(
    permintaan: Permintaan,
    *,
    actor: Actor,
    data: StepData | None,
    now: datetime,
    source: str,
    others: Mapping[str, Permintaan] | None = None,
) -> Work:
    """Gather what the rules ask about: the team, and the people, files and other permintaan that the data names."""
    if others is None:
        others = _seen(data.requests(), actor) if data else {}
    calendar = office_calendar(permintaan)
    pengerjaan = Pengerjaan.objects.filter(permintaan=permintaan, done_at=None).first()
    sop = rules_of(permintaan.sop_revision_id)
    facts = permintaan.facts(
        team=team_of(permintaan),
        calendar=calendar,
        behind=steps_to_return_to(sop, permintaan.at_step, permintaan.reached),
        actor_id=actor.id,
        awaited=pengerjaan.awaits(permintaan.at_bagian, calendar, now) if pengerjaan else None,
        **(pengerjaan.times() if pengerjaan else {}),
        **(_named(data, permintaan, others, now) if data else {}),
    )
    return Work(
        permintaan=permintaan,
        pengerjaan=pengerjaan,
        sop=sop,
        actor=actor,
        capacity="",
        facts=facts,
        calendar=calendar,
        now=now,
        source=source,
        others=others,
    )


def _named(
    data: StepData, permintaan: Permintaan, others: Mapping[str, Permintaan], now: datetime
) -> dict[str, object]:
    """The facts of whom and what the data names."""
    people, uploads = tuple(data.people()), tuple(data.uploads())
    return {
        "people": _roles_of(people, now) if people else {},
        "uploads": _uploads_of(uploads, permintaan) if uploads else {},
        "others": _standing_of(others) if others else {},
    }


def _seen(nomors: Iterable[str], actor: Actor) -> dict[str, Permintaan]:
    wanted = tuple(nomors)
    rows = Permintaan.objects.visible_to(actor).filter(nomor__in=wanted) if wanted else ()
    return {row.nomor: row for row in rows}


def _standing_of(others: Mapping[str, Permintaan]) -> dict[str, RequestFacts]:
    merged = Penutupan.objects.filter(permintaan__in=others.values(), induk__isnull=False)
    into = dict(merged.values_list("permintaan__nomor", "induk__nomor"))
    return {nomor: RequestFacts(Status(row.status), into.get(nomor, "")) for nomor, row in others.items()}


def team_of(permintaan: Permintaan) -> frozenset[tuple[int, Role]]:
    """The current members, as read with the row by `locked`, or now."""
    members = getattr(permintaan, "team", None)
    if members is None:
        members = Penugasan.objects.current().filter(permintaan=permintaan).values_list("user_id", "role")
    return frozenset((int(user_id), Role(role)) for user_id, role in members)


def office_calendar(permintaan: Permintaan) -> Calendar:
    return calendar_of(permintaan.calendar_version)  # type: ignore[attr-defined]  # annotated by `locked`


def _roles_of(user_ids: Iterable[int], now: datetime) -> dict[int, frozenset[Role]]:
    """What each of them may be given now; the superior of a vacant position also its work."""
    held_now = _ACTIVE.held_on(local_date(now)).filter(Q(user_id__in=user_ids) | Q(role__in=HEADS))
    rows = list(held_now.values_list("user_id", "role"))
    filled = {Role(role) for _, role in rows}
    held: dict[int, set[Role]] = {user_id: set() for user_id in user_ids}
    for user_id, role in rows:
        if user_id in held:
            held[user_id].update(with_stand_ins({Role(role): ""}, filled))
    return {user_id: frozenset(roles) for user_id, roles in held.items()}


def _uploads_of(upload_ids: Iterable[int], permintaan: Permintaan) -> dict[int, UploadFacts]:
    attached = set(
        DokumenVersi.objects.filter(
            upload_id__in=upload_ids, dokumen__permintaan_id=permintaan.pk
        ).values_list("upload_id", flat=True)
    )
    rows = Upload.objects.filter(pk__in=upload_ids)
    return {upload.pk: upload.facts(attached=upload.pk in attached) for upload in rows}
