"""Positions: who holds which role from when until when, as its holder or as Plh./Plt. with a letter."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from loket.application.data import Problems, local_date, present
from loket.application.errors import Invalid
from loket.application.office.ending import end_on
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.core.actor import Actor
from loket.core.calendar_plan import spelt
from loket.core.role import HEADS, Role
from loket.core.terms import problems_with
from loket.models.entry import Entry
from loket.models.user import Jabatan, User


@dataclass(frozen=True, slots=True, kw_only=True)
class JabatanData:
    role: str
    from_date: date | None
    until_date: date | None = None
    kind: str = Jabatan.Kind.TETAP
    title: str = ""
    nomor_surat: str = ""

    def check(self, user: User, today: date) -> Problems:
        problems = self.check_itself(today)
        if self.role == Role.OPD:
            problems.unless(user.opd_id, "role", "Pilih OPD akun ini dahulu, lalu beri peran OPD.")
        else:
            of_office = "Akun ini milik OPD. Jabatan kantor hanya untuk pegawai Dinas Kominfo."
            problems.unless(user.opd_id is None, "role", of_office)
        if self.acts_for_another:
            shut = f"Akun {user.nama} tidak aktif. Pilih orang lain, atau aktifkan akunnya dahulu."
            problems.unless(user.is_active, "role", shut)
        if not problems.keys() & {"role", "kind", "from_date", "until_date"}:
            self._check_terms(problems, user)
        return problems

    @property
    def acts_for_another(self) -> bool:
        return self.kind != Jabatan.Kind.TETAP

    def check_itself(self, today: date) -> Problems:
        """What is wrong whoever gets it."""
        problems = Problems()
        problems.choice("role", self.role, list(Role), "jabatan")
        problems.choice("kind", self.kind, Jabatan.Kind.values, "jenis jabatan")
        problems.text("title", self.title, "sebutan jabatan", limit=150, required=False)
        problems.text(
            "nomor_surat",
            self.nomor_surat,
            "nomor surat perintah",
            limit=100,
            required=self.acts_for_another,
        )
        self._check_period(problems, today)
        return problems

    def _check_period(self, problems: Problems, today: date) -> None:
        problems.unless(self.from_date, "from_date", "Isi tanggal mulai menjabat.")
        if self.until_date is None:
            endless = "Plh. dan Plt. memerlukan tanggal akhir."
            problems.unless(not self.acts_for_another, "until_date", endless)
            return
        if self.from_date and self.until_date < self.from_date:
            problems.add("until_date", "Tanggal akhir harus setelah tanggal mulai.")
        elif self.until_date < today:
            over = f"Masa ini sudah berakhir pada {spelt(self.until_date)}. Isi tanggal yang belum lewat."
            problems.add("until_date", over)

    def _check_terms(self, problems: Problems, user: User) -> None:
        """The rules of `core/terms.py`, over what is held in that time."""
        first = present(self.from_date)
        wanted = Jabatan(
            user=user,
            role=self.role,
            kind=self.kind,
            nomor_surat=self.nomor_surat,
            from_date=first,
            until_date=self.until_date,
        )
        meanwhile = Jabatan.objects.overlapping(first, self.until_date).select_related("user")
        rows = meanwhile.filter(Q(role__in=HEADS) | Q(user=user, role=self.role)).order_by("from_date", "pk")
        for field, sentence in problems_with(wanted.term, [row.term for row in rows]):
            problems.add(field, sentence)


def give_jabatan(
    user: User, data: JabatanData, *, actor: Actor, now: datetime, source: str = "web"
) -> Jabatan:
    """Give a position. What is held at the same time cannot change meanwhile: the office's row is locked."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(user, local_date(now)):
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
            "nomor_surat": data.nomor_surat,
            "from_date": data.from_date,
            "until_date": data.until_date,
        }
        record_for_kantor(kantor, "jabatan.given", particulars, actor=actor, now=now, source=source)
    return jabatan


def end_jabatan(jabatan: Jabatan, *, actor: Actor, now: datetime, source: str = "web") -> None:
    """End a position at once: yesterday was its last day. One that begins today or later is taken back whole.

    A deputy who has acted today already keeps today as the last day, so that what was done stays in a period.
    """
    with transaction.atomic():
        kantor, today = kantor_in_hand(actor), local_date(now)
        if jabatan.until_date and jabatan.until_date < today:
            raise Invalid(Problems({"role": ["Jabatan ini sudah berakhir."]}))
        if jabatan.user_id == actor.id and jabatan.role == Role.ADMIN:
            raise Invalid(Problems({"role": ["Anda tidak dapat mengakhiri jabatan admin Anda sendiri."]}))
        if problems := _deputies_left_behind(jabatan, today):
            raise Invalid(problems)
        particulars = end_on(jabatan, _last_day(jabatan, today))
        record_for_kantor(kantor, "jabatan.ended", particulars, actor=actor, now=now, source=source)


def _last_day(jabatan: Jabatan, today: date) -> date | None:
    if jabatan.from_date < today:
        return today - timedelta(days=1)
    acted = jabatan.prefix and Entry.objects.done_in(jabatan).exists()
    return today if acted else None


def _deputies_left_behind(jabatan: Jabatan, today: date) -> Problems:
    """Without a holder there is nobody for whom a Plh. could act."""
    problems = Problems()
    if jabatan.kind == Jabatan.Kind.TETAP:
        first = max(today, jabatan.from_date)
        later = Jabatan.objects.overlapping(first, jabatan.until_date).select_related("user")
        for row in later.filter(role=jabatan.role, kind=Jabatan.Kind.PLH).order_by("from_date"):
            problems.add("role", f"{row.user.nama} menjadi {row.term}. Akhiri masa itu dahulu.")
    return problems
