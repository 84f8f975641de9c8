"""The permintaan: its facts, where it stands, and which people may see it."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from loket.core.actor import Actor
from loket.core.facts import Facts, Status
from loket.core.priority import Level
from loket.core.record import GENESIS
from loket.core.role import Role
from loket.models.opd import Opd
from loket.models.sop_revision import SopRevision
from loket.models.user import User

OPEN = Q(status__in=["berjalan", "menunggu"])


class PermintaanQuerySet(models.QuerySet["Permintaan"]):
    def visible_to(self, actor: Actor) -> "PermintaanQuerySet":
        """Only what this person may see (DESIGN: authority); everything else does not exist for them."""
        if actor.sees_everything():
            return self.all()
        visible = _own(actor)
        if actor.has(Role.OPD) and actor.opd_id is not None:
            visible |= Q(pk__in=_carried_on_for(actor.opd_id))
        return self.filter(visible)

    def listed_for(self, actor: Actor) -> "PermintaanQuerySet":
        """What is their own business; another agency's request that carries theirs on is found from theirs."""
        return self.all() if actor.sees_everything() else self.filter(_own(actor))

    def open(self) -> "PermintaanQuerySet":
        return self.filter(OPEN)


def _own(actor: Actor) -> Q:
    own = Q(pk__in=[])
    if actor.has(Role.OPD) and actor.opd_id is not None:
        own |= Q(opd_id=actor.opd_id)
    if actor.works_in_teams():
        own |= Q(pk__in=Penugasan.objects.filter(user=actor.id).values("permintaan_id"))
    return own


def _carried_on_for(opd_id: int) -> "models.QuerySet[Permintaan, Any]":
    """The permintaan in which a twin of this OPD is carried on."""
    twins = Permintaan.objects.filter(opd_id=opd_id, penutupan__carried_on__isnull=False)
    return twins.values("penutupan__carried_on_id")


class Permintaan(models.Model):
    """Permintaan pengadaan aplikasi: "permintaan pengadaan aplikasi dari OPD ke Dinas Kominfo" (SOP, nama)."""

    nomor = models.CharField(max_length=20, unique=True)
    kode_lacak = models.CharField(max_length=40, unique=True)
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT)
    sop_revision = models.ForeignKey(SopRevision, on_delete=models.PROTECT)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT)
    created_at = models.DateTimeField()
    submission_key = models.CharField(max_length=64, blank=True)

    nama_aplikasi = models.CharField(max_length=200)
    kebutuhan = models.TextField()
    alasan = models.TextField()
    layanan = models.CharField(max_length=200)
    pengguna = models.CharField(max_length=200)
    wanted_date = models.DateField(null=True, blank=True)
    pic_nama = models.CharField(max_length=150)
    pic_phone = models.CharField(max_length=20)
    pic_email = models.EmailField(blank=True)

    status = models.CharField(max_length=12, default="berjalan")
    waiting_on = models.CharField(max_length=40, blank=True)
    waiting_reason = models.CharField(max_length=40, blank=True)
    at_step = models.CharField(max_length=30)
    at_bagian = models.CharField(max_length=30)
    turn = ArrayField(models.CharField(max_length=20), default=list)
    reached = ArrayField(models.CharField(max_length=40), default=list)
    attempts = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    sesi = models.PositiveSmallIntegerField(default=0)
    missed = models.PositiveSmallIntegerField(default=0)
    scope = models.CharField(max_length=20, blank=True)
    scenarios = models.PositiveSmallIntegerField(default=0)
    priority = models.CharField(max_length=10, blank=True)
    priority_rank = models.PositiveSmallIntegerField(default=9)
    due_at = models.DateTimeField(null=True, blank=True)
    implementasi_until = models.DateField(null=True, blank=True)
    pendampingan_until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    told = models.JSONField(default=dict)
    letter_since = models.DateTimeField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    proposed = models.CharField(max_length=30, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    alarm_at = models.DateTimeField(null=True, blank=True)

    head_seq = models.PositiveIntegerField(default=0)
    head_hash = models.CharField(max_length=64, default=GENESIS)
    sealed_seq = models.PositiveIntegerField(default=0)

    objects = PermintaanQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in Status]),
                name="a_permintaan_has_a_known_status",
            ),
            models.CheckConstraint(
                condition=OPEN | Q(ended_at__isnull=False), name="what_has_ended_says_when"
            ),
            models.CheckConstraint(
                condition=OPEN | Q(alarm_at__isnull=True), name="of_what_has_ended_nobody_is_reminded"
            ),
            models.UniqueConstraint(
                fields=["submission_key"], condition=~Q(submission_key=""), name="a_form_is_sent_once"
            ),
        )
        indexes = (
            models.Index(fields=["due_at", "id"], name="open_permintaan_by_due", condition=OPEN),
            models.Index(fields=["at_step", "due_at"], name="open_permintaan_by_step", condition=OPEN),
            models.Index(
                fields=["alarm_at", "id"],
                name="permintaan_by_alarm",
                condition=Q(alarm_at__isnull=False),
            ),
            models.Index(fields=["opd", "-id"], name="permintaan_by_opd"),
            models.Index(fields=["status", "-id"], name="permintaan_by_status"),
            models.Index(fields=["at_step", "-id"], name="permintaan_by_step"),
            models.Index(fields=["priority", "-id"], name="permintaan_by_priority"),
            models.Index(
                fields=["id"], name="permintaan_to_seal", condition=Q(head_seq__gt=models.F("sealed_seq"))
            ),
            GinIndex(
                fields=["nomor", "nama_aplikasi"],
                opclasses=["gin_trgm_ops", "gin_trgm_ops"],
                name="permintaan_by_words",
            ),
        )

    def __str__(self) -> str:
        return f"{self.nomor} {self.nama_aplikasi}"

    @property
    def priority_label(self) -> str:
        return Level(self.priority).label if self.priority else ""

    def facts(self, **more: object) -> Facts:
        """This row as the rules see it; `more` adds the team, people and uploads that were read beside it."""
        return Facts(
            nomor=self.nomor,
            opd_id=self.opd_id,
            step=self.at_step,
            bagian=self.at_bagian,
            status=Status(self.status),
            waiting_on=self.waiting_on,
            proposed=self.proposed,
            reached=frozenset(self.reached),
            sesi=self.sesi,
            missed=self.missed,
            scope=self.scope,
            scenarios=self.scenarios,
            waiting_reason=self.waiting_reason,
            implementasi_until=self.implementasi_until,
            pendampingan_until=self.pendampingan_until,
            is_kahar=getattr(self, "is_kahar", False),
            **more,  # type: ignore[arg-type]  # each is a field of Facts, checked by its tests
        )


class PenugasanQuerySet(models.QuerySet["Penugasan"]):
    def current(self) -> "PenugasanQuerySet":
        return self.filter(until_date=None)


class Penugasan(models.Model):
    """Penugasan: one member of the team (SOP row 3, output: "Sistem analis dan programmer")."""

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    role = models.CharField(max_length=20)
    is_lead = models.BooleanField(default=False)
    jobdesk = models.TextField()
    from_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["permintaan", "user", "role"],
                condition=Q(until_date=None),
                name="a_person_has_one_current_place_of_a_role_in_a_team",
            ),
            models.UniqueConstraint(
                fields=["permintaan"],
                condition=Q(until_date=None, is_lead=True),
                name="a_team_has_one_lead_analyst",
            ),
        )
        indexes = (models.Index(fields=["user", "permintaan"], name="team_places_of_a_person"),)

    def __str__(self) -> str:
        return f"{self.user} sebagai {self.role}"
