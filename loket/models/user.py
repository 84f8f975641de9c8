"""People: an account, and the positions it holds for a time."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject, Lower

from loket.core.actor import Actor
from loket.core.capacity import with_stand_ins
from loket.core.role import HEADS, Role
from loket.core.terms import Term
from loket.models.opd import Opd


class UserManager(BaseUserManager["User"]):
    def with_positions(self, on: date) -> "models.QuerySet[User]":
        """People with the positions that decide on a day, so that `actor` needs no query of its own."""
        return _people_with_positions(on).all()

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in. `opd` is set for the people of an agency, empty for those of the office."""

    username = models.CharField(max_length=60, unique=True)
    nama = models.CharField(max_length=150)
    nip = models.CharField(max_length=18, blank=True)
    pangkat = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (models.UniqueConstraint(Lower("username"), name="a_username_is_one_person"),)

    def __str__(self) -> str:
        return self.nama

    def get_full_name(self) -> str:
        return self.nama

    def actor(self, on: date) -> Actor:
        """This person in the capacities they hold on a date; one query, none after `with_positions`."""
        read = getattr(self, "positions", None)
        rows = Jabatan.objects.deciding_for(self.pk, on) if read is None else map(Jabatan.read, read)
        begun = [jabatan for jabatan in rows if jabatan.from_date <= on]
        held = [jabatan for jabatan in begun if jabatan.is_held_on(on)]
        own = {Role(jabatan.role): jabatan.prefix for jabatan in held if jabatan.user_id == self.pk}
        return Actor(
            id=self.pk,
            name=self.nama,
            capacities=with_stand_ins(own, {Role(jabatan.role) for jabatan in held}),
            opd_id=self.opd_id,
            last_days={
                jabatan.capacity: jabatan.until_date
                for jabatan in sorted(begun, key=lambda jabatan: jabatan.from_date)
                if jabatan.user_id == self.pk and jabatan.prefix and jabatan.until_date
            },
        )


@lru_cache(maxsize=2)
def _people_with_positions(on: date) -> "models.QuerySet[User]":
    """Put together once a day: every request asks for its person."""
    names = ("user_id", "role", "kind", "from_date", "until_date")
    positions = Jabatan.objects.deciding_for(OuterRef("pk"), on)
    columns = JSONObject(**{name: name for name in names})
    return User.objects.annotate(positions=ArraySubquery(positions.values(position=columns)))


class JabatanQuerySet(models.QuerySet["Jabatan"]):
    def held_on(self, day: date) -> "JabatanQuerySet":
        return self.not_over_on(day).filter(from_date__lte=day)

    def not_over_on(self, day: date | OuterRef) -> "JabatanQuerySet":
        return self.filter(Q(until_date=None) | Q(until_date__gte=day))

    def overlapping(self, first: date, last: date | None) -> "JabatanQuerySet":
        return self.not_over_on(first).filter(Q() if last is None else Q(from_date__lte=last))

    def deciding_for(self, user: int | OuterRef, on: date) -> "JabatanQuerySet":
        """All positions of a person, and those heads that there are, now or later, for nobody else stands in."""
        heads = self.not_over_on(on).filter(role__in=HEADS, user__is_active=True)
        return (self.filter(user=user) | heads).order_by("kind")

    def serving(self, roles: Iterable[Role], day: date) -> "JabatanQuerySet":
        """Positions by which the work of these roles is done that day: of a vacant one, its superior's."""
        filled = Jabatan.objects.held_on(day).filter(user__is_active=True)
        wanted = Q(role__in=roles)
        for role in set(roles).intersection(HEADS):
            chain = HEADS[: HEADS.index(role) + 1]
            for place, superior in enumerate(chain[:-1]):
                wanted |= Q(~Exists(filled.filter(role__in=chain[place + 1 :])), role=superior)
        return self.held_on(day).filter(wanted, user__is_active=True)

    def capacities(self, roles: Collection[Role], day: date) -> "list[tuple[Jabatan, Role, str]]":
        """Who does the work of these roles that day, in which of them, and how they hold it (one query)."""
        rows = list(self._in_reach_of(roles, day).select_related("user"))
        filled = {Role(jabatan.role) for jabatan in rows}
        served = ((jabatan, jabatan.serves(filled)) for jabatan in rows)
        return [(row, role, held[role]) for row, held in served for role in roles if role in held]

    def names(self, roles: Collection[Role], day: date) -> "list[tuple[int, str, Role, str]]":
        """The same with ids and names alone, for what every step asks (one query)."""
        columns = ("user_id", "user__nama", "role", "kind")
        rows = list(self._in_reach_of(roles, day).values_list(*columns))
        filled = {Role(role) for _, _, role, _ in rows}
        served = (
            (pk, nama, with_stand_ins({Role(role): prefix_of(kind)}, filled)) for pk, nama, role, kind in rows
        )
        return [(pk, nama, role, held[role]) for pk, nama, held in served for role in roles if role in held]

    def _in_reach_of(self, roles: Collection[Role], day: date) -> "JabatanQuerySet":
        """Who holds one of them, and for the heads all heads, because one may stand in for another."""
        heads = HEADS if any(role in HEADS for role in roles) else ()
        held = self.held_on(day).filter(role__in={*roles, *heads}, user__is_active=True)
        return held.order_by("kind")


class Jabatan(models.Model):
    """Jabatan: a position held from a date until a date, as its holder or as Plh./Plt. with a letter number."""

    class Kind(models.TextChoices):
        PLT = "plt", "Plt."
        PLH = "plh", "Plh."
        TETAP = "tetap", "Pejabat tetap"

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role])
    kind = models.CharField(max_length=5, choices=Kind, default=Kind.TETAP)
    title = models.CharField(max_length=150, blank=True)
    nomor_surat = models.CharField(max_length=100, blank=True)
    from_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)

    objects = JabatanQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until_date=None) | Q(until_date__gte=models.F("from_date")),
                name="a_jabatan_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(kind="tetap") | (~Q(nomor_surat="") & Q(until_date__isnull=False)),
                name="a_deputy_has_a_letter_and_an_end",
            ),
        )
        indexes = (models.Index(fields=["role", "from_date"], name="jabatan_by_role"),)

    def __str__(self) -> str:
        return f"{self.prefix} {Role(self.role).label}".strip()

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "Jabatan":
        """A position as `with_positions` gives it."""
        until = row["until_date"]
        return cls(
            user_id=row["user_id"],
            role=row["role"],
            kind=row["kind"],
            from_date=date.fromisoformat(row["from_date"]),
            until_date=date.fromisoformat(until) if until else None,
        )

    def is_held_on(self, day: date) -> bool:
        return self.from_date <= day and (self.until_date is None or day <= self.until_date)

    @property
    def prefix(self) -> str:
        return prefix_of(self.kind)

    @property
    def capacity(self) -> str:
        return f"{self.prefix} {self.role}".strip()

    @property
    def term(self) -> Term:
        return Term(
            user_id=self.user_id,
            name=self.user.nama,
            role=Role(self.role),
            prefix=self.prefix,
            letter=self.nomor_surat,
            first=self.from_date,
            last=self.until_date,
        )

    def serves(self, filled: Collection[Role]) -> dict[Role, str]:
        """The roles whose work this position does, each with how it is held."""
        return with_stand_ins({Role(self.role): self.prefix}, filled)


def prefix_of(kind: str) -> str:
    """Plh. or Plt.; nothing for the holder."""
    return "" if kind == Jabatan.Kind.TETAP else str(Jabatan.Kind(kind).label)


class PasswordLink(models.Model):
    """A one-time link by which a person sets their own password; only its digest is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user}, sampai {self.expires_at:%d/%m/%Y}"
