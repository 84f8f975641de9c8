"""Positions: who holds which role from when until when, as its holder or as Plh./Plt. with a letter."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from loket.application.data import Problems, local_date, present
from loket.application.errors import Invalid
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.application.office.opd_access import end_at_once
from loket.core.actor import Actor
from loket.core.role import Role
from loket.models.user import Jabatan, User


@dataclass(frozen=True, slots=True, kw_only=True)
class JabatanData:
    role: str
    from_date: date | None
    until_date: date | None = None
    kind: str = Jabatan.Kind.TETAP
    title: str = ""
    nomor_surat: str = ""

    def check(self, user: User) -> Problems:
        problems = Problems()
        problems.choice("role", self.role, list(Role), "jabatan")
        problems.choice("kind", self.kind, Jabatan.Kind.values, "jenis jabatan")
        problems.text("title", self.title, "sebutan jabatan", limit=150, required=False)
        problems.unless(self.from_date, "from_date", "Isi tanggal mulai menjabat.")
        if self.from_date and self.until_date:
            problems.unless(
                self.until_date >= self.from_date, "until_date", "Tanggal akhir harus setelah tanggal mulai."
            )
        acts_for_another = self.kind != Jabatan.Kind.TETAP
        problems.text(
            "nomor_surat", self.nomor_surat, "nomor surat perintah", limit=100, required=acts_for_another
        )
        if acts_for_another:
            problems.unless(self.until_date, "until_date", "Plh. dan Plt. memerlukan tanggal akhir.")
        if self.role == Role.OPD:
            problems.unless(user.opd_id, "role", "Pilih OPD akun ini dahulu, lalu beri peran OPD.")
        else:
            of_office = "Akun ini milik OPD. Jabatan kantor hanya untuk pegawai Dinas Kominfo."
            problems.unless(user.opd_id is None, "role", of_office)
        if not problems:
            meanwhile = "Orang ini sudah memegang jabatan itu pada masa tersebut."
            problems.unless(not self._held_meanwhile(user), "role", meanwhile)
        return problems

    def _held_meanwhile(self, user: User) -> bool:
        held = user.jabatan_set.filter(Q(until_date=None) | Q(until_date__gte=self.from_date), role=self.role)
        if self.until_date:
            held = held.filter(from_date__lte=self.until_date)
        return held.exists()


def give_jabatan(
    user: User, data: JabatanData, *, actor: Actor, now: datetime, source: str = "web"
) -> Jabatan:
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(user):
            raise Invalid(problems)
        jabatan = Jabatan.objects.create(
            user=user,
            role=data.role,
            kind=data.kind,
            title=data.title,
            nomor_surat=data.nomor_surat,
            from_date=present(data.from_date),
            until_date=data.until_date,
        )
        particulars = {
            "jabatan_id": jabatan.pk,
            "user_id": user.pk,
            "role": data.role,
            "kind": data.kind,
            "from_date": data.from_date,
            "until_date": data.until_date,
        }
        record_for_kantor(kantor, "jabatan.given", particulars, actor=actor, now=now, source=source)
    return jabatan


def end_jabatan(jabatan: Jabatan, *, actor: Actor, now: datetime) -> None:
    """End a position at once: yesterday was its last day. One that begins today or later is taken back whole."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if jabatan.until_date and jabatan.until_date < local_date(now):
            raise Invalid(Problems({"role": ["Jabatan ini sudah berakhir."]}))
        if jabatan.user_id == actor.id and jabatan.role == Role.ADMIN:
            raise Invalid(Problems({"role": ["Anda tidak dapat mengakhiri jabatan admin Anda sendiri."]}))
        particulars = end_at_once(jabatan, now)
        record_for_kantor(kantor, "jabatan.ended", particulars, actor=actor, now=now)
