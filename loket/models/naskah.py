"""Naskah dinas that the office gives out: each with its number, its files and those who sign it."""

import json
from hashlib import sha256

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Replace, Upper

from loket.core.actor import Actor
from loket.core.letter_number import LONGEST
from loket.core.naskah import BETWEEN_PARTIES, INTERNAL, JENIS, JenisNaskah, Rule
from loket.core.role import Role
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.user import User

DINAS, OPD = 1, 2
"""The parties, in the order in which they sign."""
NUMBERED = Q(urut__isnull=False)
"""What stands in the book of letters out."""


class NaskahQuerySet(models.QuerySet["Naskah"]):
    def visible_to(self, actor: Actor) -> "NaskahQuerySet":
        """Those of their own permintaan; drafts, what is internal and what waits are seen by the office alone.

        What waits for a signature claims more than it is; an OPD reads it only where it is one of the parties.
        """
        found = self.filter(permintaan__in=Permintaan.objects.listed_for(actor))
        of_office = actor.sees_everything() or actor.works_in_teams()
        if of_office:
            return found
        waits = Q(state=Naskah.State.MENUNGGU) & ~Q(jenis__in=BETWEEN_PARTIES)
        return found.exclude(issued_at=None).exclude(jenis__in=INTERNAL).exclude(waits)

    def numbered(self, nomor: str) -> "NaskahQuerySet":
        """The one with this number, whatever spaces and small letters it is written with."""
        return self.filter(nomor_key=Upper(Value("".join(nomor.split())))).exclude(nomor="")

    def in_force(self) -> "NaskahQuerySet":
        return self.filter(state=Naskah.State.BERLAKU)


class Naskah(models.Model):
    """Naskah dinas keluar (Permendagri 1/2023). `isian`: what was typed for it; `isi`: all that it prints.

    `isi` is fixed when it is issued, and with it the number, `urut` within its kind and year. `kode` is the public
    code by which anybody who has the paper can check it. `because_of` is the entry that Loket made it from.
    """

    class State(models.TextChoices):
        KONSEP = "konsep", "Konsep"
        MENUNGGU = "menunggu", "Menunggu tanda tangan"
        BERLAKU = "berlaku", "Berlaku"
        DIBATALKAN = "dibatalkan", "Dibatalkan"
        DIGANTIKAN = "digantikan", "Digantikan"

    class Cara(models.TextChoices):
        APLIKASI = "aplikasi", "Disetujui dalam aplikasi"
        INTERNAL = "internal", "Sertifikat internal"
        BSRE = "bsre", "Sertifikat BSrE"
        BASAH = "basah", "Tanda tangan basah"
        TERCATAT = "tercatat", "Dicetak dari catatan"

    permintaan = models.ForeignKey(Permintaan, on_delete=models.CASCADE)
    jenis = models.CharField(max_length=30, choices=[(jenis.key, jenis.label) for jenis in JENIS.values()])
    state = models.CharField(max_length=10, choices=State, default=State.KONSEP)
    isian = models.JSONField(default=dict)
    because_of = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="naskah_made"
    )
    drafted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="naskah_drafted"
    )
    drafted_at = models.DateTimeField()

    tahun = models.PositiveSmallIntegerField(null=True, blank=True)
    urut = models.PositiveIntegerField(null=True, blank=True)
    nomor = models.CharField(max_length=LONGEST, blank=True)
    nomor_key = models.GeneratedField(
        expression=Upper(Replace("nomor", Value(" "))),
        output_field=models.CharField(max_length=LONGEST),
        db_persist=True,
    )
    kode = models.CharField(max_length=40, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    hal = models.CharField(max_length=500)
    tujuan = models.CharField(max_length=250, blank=True)
    cara = models.CharField(max_length=10, choices=Cara, blank=True)
    isi = models.JSONField(null=True, blank=True)
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)

    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True)
    menggantikan = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="pengganti"
    )

    objects = NaskahQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["jenis", "tahun", "urut"], name="a_letter_number_is_used_once"),
            models.UniqueConstraint(
                fields=["nomor_key"], condition=~Q(nomor=""), name="a_written_number_is_used_once"
            ),
            models.UniqueConstraint(
                fields=["kode"], condition=~Q(kode=""), name="a_verification_code_is_one_naskah"
            ),
            models.UniqueConstraint(fields=["because_of", "jenis"], name="an_entry_makes_a_kind_once"),
            models.CheckConstraint(
                condition=Q(issued_at=None, urut=None, nomor="", kode="", isi=None)
                | (Q(issued_at__isnull=False, tanggal__isnull=False, isi__isnull=False) & ~Q(kode="")),
                name="only_an_issued_naskah_has_a_number",
            ),
            models.CheckConstraint(
                condition=Q(issued_at__isnull=False) | Q(state__in=["konsep", "dibatalkan"]),
                name="what_is_not_issued_is_a_draft",
            ),
            models.CheckConstraint(
                condition=Q(urut=None, nomor="")
                | (Q(urut__isnull=False, tahun__isnull=False) & ~Q(nomor="")),
                name="a_numbered_naskah_has_its_number_written",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["dibatalkan", "digantikan"])
                | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="what_is_void_says_why",
            ),
            models.CheckConstraint(
                condition=Q(menggantikan=None) | ~Q(menggantikan=models.F("id")),
                name="a_naskah_replaces_another",
            ),
        )
        indexes = (
            models.Index(fields=["permintaan", "id"], name="naskah_of_a_permintaan"),
            models.Index(fields=["-issued_at", "-id"], name="naskah_by_issue", condition=NUMBERED),
            models.Index(fields=["jenis", "-issued_at", "-id"], name="naskah_by_jenis", condition=NUMBERED),
            models.Index(fields=["state", "-issued_at", "-id"], name="naskah_by_state", condition=NUMBERED),
            GinIndex(
                fields=["nomor", "hal", "tujuan"],
                opclasses=["gin_trgm_ops"] * 3,
                name="naskah_by_words",
                condition=NUMBERED,
            ),
            models.Index(
                fields=["permintaan", "jenis"],
                name="naskah_to_be_signed",
                condition=Q(state__in=["konsep", "menunggu"]),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor}".strip()

    @property
    def is_by_certificate(self) -> bool:
        """Its print says that it has been signed electronically, from the moment it is made."""
        return self.cara in {self.Cara.INTERNAL, self.Cara.BSRE}

    @property
    def origin(self) -> Entry | None:
        """The entry that it is about; a replacement is about the same."""
        return self.because_of or (self.menggantikan.origin if self.menggantikan else None)

    @property
    def version(self) -> str:
        """By which a page that shows a draft knows what its reader has seen of it."""
        return sha256(json.dumps(self.isian, sort_keys=True).encode()).hexdigest()[:20]


class NaskahFile(models.Model):
    """A file of a naskah, stored by hash: as printed, as signed by certificate, or the scan of the signed paper.

    `is_recorded` is False between the signing and the entry that records it: such a file is offered again.
    """

    class Kind(models.TextChoices):
        CETAKAN = "cetakan", "Cetakan"
        TTE = "tte", "Bertanda tangan elektronik"
        PINDAIAN = "pindaian", "Pindaian bertanda tangan"

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE)
    kind = models.CharField(max_length=10, choices=Kind)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    mime = models.CharField(max_length=100, default="application/pdf")
    pages = models.PositiveSmallIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    at = models.DateTimeField()
    certificate = models.CharField(max_length=250, blank=True)
    is_recorded = models.BooleanField(default=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["naskah"], condition=Q(kind="cetakan"), name="a_naskah_is_printed_once"
            ),
        )
        indexes = (models.Index(fields=["sha256"], name="naskah_files_by_content"),)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """As it is called when it is saved."""
        naskah = self.naskah
        words = (naskah.get_jenis_display(), naskah.nomor or naskah.permintaan.nomor, self.kind)
        ending = {"image/jpeg": "jpg", "image/png": "png"}.get(self.mime, "pdf")
        return f"{' '.join(words).replace('/', '-')}.{ending}"


class TandaTangan(models.Model):
    """One who signs: as printed when the naskah was issued, and when it was done. `pihak` 2 is the OPD."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE)
    pihak = models.PositiveSmallIntegerField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    capacity = models.CharField(max_length=40, blank=True)
    jabatan = ArrayField(models.CharField(max_length=200), default=list)
    nama = models.CharField(max_length=150)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file = models.ForeignKey(NaskahFile, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        ordering = ("pihak",)
        constraints = (
            models.UniqueConstraint(fields=["naskah", "pihak"], name="a_party_signs_once"),
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_by=None, file=None)
                | Q(signed_at__isnull=False, signed_by__isnull=False, file__isnull=False),
                name="what_is_signed_has_its_file",
            ),
        )

    def __str__(self) -> str:
        return f"Pihak {self.pihak}: {self.nama}"


class AturanNaskah(models.Model):
    """What the office has set for a kind of naskah, where it differs from the default of `core.naskah`."""

    jenis = models.CharField(max_length=30, unique=True)
    klasifikasi = models.CharField(max_length=30)
    wewenang = models.CharField(max_length=20, blank=True)
    terendah = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return f"{self.jenis}: {self.klasifikasi}"

    @classmethod
    def of(cls, jenis: JenisNaskah) -> "AturanNaskah":
        """What holds for a kind: what the office has set, else the default."""
        return cls.objects.filter(jenis=jenis.key).first() or _default(jenis)

    @classmethod
    def all_of_them(cls) -> "dict[str, AturanNaskah]":
        """What holds for every kind, by its key (one query)."""
        kept = {aturan.jenis: aturan for aturan in cls.objects.all()}
        return {key: kept.get(key) or _default(jenis) for key, jenis in JENIS.items()}

    @property
    def rule(self) -> Rule | None:
        """Whose letter it is; None for what needs no signature."""
        if not self.wewenang:
            return None
        return Rule(authority=Role(self.wewenang), lowest=Role(self.terendah))


def _default(jenis: JenisNaskah) -> AturanNaskah:
    rule = jenis.rule
    return AturanNaskah(
        jenis=jenis.key,
        klasifikasi=jenis.klasifikasi,
        wewenang=rule.authority if rule else "",
        terendah=rule.lowest if rule else "",
    )
