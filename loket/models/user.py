"""People: an account, and the positions it holds for a time."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject, Lower

from loket.core.actor import Actor
from loket.core.role import Role
from loket.models.opd import Opd


class UserManager(BaseUserManager["User"]):
    def with_positions(self) -> "models.QuerySet[User]":
        """People with all their positions, so that `actor` needs no query of its own."""
        return _people_with_positions().all()

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in. `opd` is set for the people of an agency, empty for those of the office."""

    username = models.CharField(max_length=60, unique=True)
    nama = models.CharField(max_length=150)
    nip = models.CharField(max_length=18, blank=True)
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
        held = self.jabatan_set.order_by("kind") if read is None else [Jabatan.read(row) for row in read]
        capacities = {Role(jabatan.role): jabatan.prefix for jabatan in held if jabatan.is_held_on(on)}
        return Actor(id=self.pk, name=self.nama, capacities=capacities, opd_id=self.opd_id)


@cache
def _people_with_positions() -> "models.QuerySet[User]":
    """Put together once: every request asks for its person."""
    columns = JSONObject(role="role", kind="kind", from_date="from_date", until_date="until_date")
    positions = Jabatan.objects.filter(user=OuterRef("pk")).order_by("kind").values(position=columns)
    return User.objects.annotate(positions=ArraySubquery(positions))


class JabatanQuerySet(models.QuerySet["Jabatan"]):
    def held_on(self, day: date) -> "JabatanQuerySet":
        return self.filter(Q(until_date=None) | Q(until_date__gte=day), from_date__lte=day)


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
            role=row["role"],
            kind=row["kind"],
            from_date=date.fromisoformat(row["from_date"]),
            until_date=date.fromisoformat(until) if until else None,
        )

    def is_held_on(self, day: date) -> bool:
        return self.from_date <= day and (self.until_date is None or day <= self.until_date)

    @property
    def prefix(self) -> str:
        return "" if self.kind == self.Kind.TETAP else self.get_kind_display()


class PasswordLink(models.Model):
    """A one-time link by which a person sets their own password; only its digest is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user}, sampai {self.expires_at:%d/%m/%Y}"
