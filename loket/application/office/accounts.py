"""Accounts: made by an admin, entered by a password that only its owner ever knew."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from loket.application.contact import e164, problem_with_email, problem_with_phone
from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.office.certificates import revoke_held
from loket.application.office.ledger import kantor_in_hand, record_for_kantor
from loket.application.office.tokens import revoke_all
from loket.core.actor import SYSTEM, Actor
from loket.core.record import digest_of
from loket.models.opd import Opd
from loket.models.user import PasswordLink, User

LINK_LIFETIME = timedelta(days=3)
USERNAME_CHARACTERS = set("abcdefghijklmnopqrstuvwxyz0123456789._-")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountData:
    """`phone` as typed; `opd_id` only for the people of an agency."""

    username: str
    nama: str
    nip: str = ""
    pangkat: str = ""
    phone: str = ""
    email: str = ""
    opd_id: int | None = None

    def check(self, *, account: User | None) -> Problems:
        problems = Problems()
        problems.text("username", self.username, "nama pengguna", limit=60)
        well_formed = set(self.username) <= USERNAME_CHARACTERS
        problems.unless(
            well_formed, "username", "Nama pengguna hanya huruf kecil, angka, titik, garis, dan garis bawah."
        )
        others = User.objects.exclude(pk=account.pk) if account else User.objects.all()
        taken = others.filter(username__iexact=self.username).exists()
        problems.unless(not taken, "username", "Nama pengguna ini sudah dipakai. Pilih yang lain.")
        problems.text("nama", self.nama, "nama lengkap", limit=150)
        if self.nip:
            problems.unless(
                is_nip(self.nip), "nip", "NIP terdiri atas 18 angka, misalnya 197605201995111001."
            )
        problems.text("pangkat", self.pangkat, "pangkat", limit=60, required=False)
        if self.phone:
            problems.add("phone", problem_with_phone(self.phone))
        problems.add("email", problem_with_email(self.email))
        self._check_opd(problems, account)
        return problems

    def _check_opd(self, problems: Problems, account: User | None) -> None:
        if account and self.opd_id == account.opd_id:
            return
        if self.opd_id is not None:
            known = Opd.objects.filter(pk=self.opd_id, is_active=True).exists()
            problems.unless(known, "opd_id", "Pilih OPD yang masih aktif.")
        if account and account.jabatan_set.exists():
            sentence = (
                "Akun yang pernah memegang jabatan tidak berpindah OPD. Buat akun baru untuk tugas baru."
            )
            problems.add("opd_id", sentence)

    def columns(self) -> dict[str, object]:
        return {
            "username": self.username,
            "nama": self.nama.strip(),
            "nip": _digits(self.nip),
            "pangkat": self.pangkat.strip(),
            "phone": e164(self.phone) or "",
            "email": self.email,
            "opd_id": self.opd_id,
        }


def is_nip(value: str) -> bool:
    """18 digits: birth date, month of appointment (01-12, 21 for PPPK), sex, serial (DOMAIN 13.3)."""
    digits = _digits(value)
    if not (digits.isascii() and digits.isdigit()):
        return False
    try:
        datetime.strptime(digits[:8], "%Y%m%d")  # noqa: DTZ007 - a date of birth has no zone
    except ValueError:
        return False
    month = digits[12:14]
    return (
        len(digits) == len("197605201995111001")
        and (month == "21" or "01" <= month <= "12")
        and digits[14] in "12"
    )


def create_account(
    data: AccountData, *, actor: Actor, now: datetime, is_demo: bool = False, source: str = "web"
) -> User:
    """Make an account that cannot be entered until its owner has set a password."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(account=None):
            raise Invalid(problems)
        user = User(**data.columns(), created_at=now, is_demo=is_demo)
        user.set_unusable_password()
        user.save()
        particulars = {"user_id": user.pk, "data": _digest(data, kantor.digest_salt)}
        record_for_kantor(kantor, "akun.created", particulars, actor=actor, now=now, source=source)
    return user


def change_account(
    user: User, data: AccountData, *, actor: Actor, now: datetime, source: str = "web"
) -> None:
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if problems := data.check(account=user):
            raise Invalid(problems)
        for name, value in data.columns().items():
            setattr(user, name, value)
        user.save()
        particulars = {"user_id": user.pk, "data": _digest(data, kantor.digest_salt)}
        record_for_kantor(kantor, "akun.changed", particulars, actor=actor, now=now, source=source)


def set_active(user: User, *, is_active: bool, actor: Actor, now: datetime, source: str = "web") -> None:
    """Let an account in, or keep it out; its history stays either way, its tokens and certificate do not."""
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        if user.pk == actor.id and not is_active:
            raise Invalid(Problems({"is_active": ["Anda tidak dapat menonaktifkan akun sendiri."]}))
        if not is_active:
            revoke_held(user, "Akun dinonaktifkan.", now)
            revoke_all(user, kantor, actor=actor, now=now)
        user.is_active = is_active
        user.save(update_fields=["is_active"])
        kind = "akun.enabled" if is_active else "akun.disabled"
        record_for_kantor(kantor, kind, {"user_id": user.pk}, actor=actor, now=now, source=source)


def issue_password_link(user: User, *, actor: Actor, now: datetime, source: str = "web") -> str:
    """Give the token of a link that works once and for three days; earlier links of the person stop working."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        kantor = kantor_in_hand(actor)
        PasswordLink.objects.filter(user=user, used_at=None).delete()
        PasswordLink.objects.create(user=user, digest=_token_digest(token), expires_at=now + LINK_LIFETIME)
        record_for_kantor(
            kantor, "akun.link_issued", {"user_id": user.pk}, actor=actor, now=now, source=source
        )
    return token


def link_for(token: str, now: datetime) -> PasswordLink | None:
    """The live link of a token, or None."""
    links = PasswordLink.objects.select_related("user").filter(
        used_at=None, expires_at__gt=now, user__is_active=True
    )
    return links.filter(digest=_token_digest(token)).first()


def set_password(token: str, password: str, *, now: datetime) -> User:
    """Use a link, and end every token of the account. Raises Invalid for a dead link or a weak password.

    A weak password leaves the link alive. Nobody is asked about the tokens: who had to be given a link may have lost
    the account to somebody else.
    """
    with transaction.atomic():
        kantor = kantor_in_hand(SYSTEM)
        link = link_for(token, now)
        if link is None:
            raise Invalid(
                Problems(
                    {"password": ["Tautan ini sudah dipakai atau kedaluwarsa. Minta yang baru kepada admin."]}
                )
            )
        try:
            validate_password(password, link.user)
        except ValidationError as weak:
            raise Invalid(Problems({"password": list(weak.messages)})) from weak
        link.user.set_password(password)
        link.user.save(update_fields=["password"])
        link.used_at = now
        link.save(update_fields=["used_at"])
        owner = Actor(id=link.user.pk, name=link.user.nama)
        record_for_kantor(kantor, "akun.password_set", {"user_id": link.user.pk}, actor=owner, now=now)
        revoke_all(link.user, kantor, actor=owner, now=now)
    return link.user


def _digest(data: AccountData, salt: str) -> str:
    return digest_of(f"{data.nama}\n{data.nip}\n{data.phone}\n{data.email}", salt=salt)


def _token_digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _digits(value: str) -> str:
    """What was typed without the spaces that a NIP is printed with."""
    return "".join(value.split())
