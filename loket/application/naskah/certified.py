"""Sign with a certificate of the office or of BSrE: whose key it is, and what went wrong, in sentences."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings

from loket.application.data import Problems, present
from loket.application.errors import Invalid, NotVisible
from loket.application.naskah.drafting import require
from loket.application.naskah.signing import (
    Hand,
    may_sign_by_certificate,
    sign_with_certificate,
    unrecorded,
)
from loket.application.naskah.trusting import authority, strict_roots
from loket.core.actor import Actor
from loket.core.verdict import unless
from loket.integrations.esign.at_bsre import at_bsre
from loket.integrations.esign.bsre import is_nik
from loket.integrations.esign.bsre_url import bsre_from_url
from loket.integrations.esign.bsre_v2 import BsreV2
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.problems import (
    CertificateMissing,
    IdentityIncomplete,
    SigningProblem,
    WrongPassphrase,
    WrongTotp,
)
from loket.integrations.esign.signing import Identity, Signer
from loket.integrations.secret import Secret
from loket.models.naskah import Naskah, NaskahFile
from loket.models.sertifikat import Sertifikat
from loket.models.user import User

_NO_BSRE = (
    "Naskah ini diterbitkan untuk BSrE, yang kini tidak terhubung dengan Loket."
    " Hubungi admin, atau batalkan naskah ini dan terbitkan penggantinya."
)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a signer types, at the moment of signing and nowhere else."""

    passphrase: str = field(repr=False)
    nik: str = field(default="", repr=False)
    totp: str = field(default="", repr=False)


def ways_of_signing() -> tuple[str, ...]:
    """What is at hand, the best first; paper always is."""
    bsre = (Naskah.Cara.BSRE.value,) if settings.ENVIRONMENT.esign_url else ()
    return (*bsre, Naskah.Cara.INTERNAL.value, Naskah.Cara.BASAH.value)


def check_typed(cara: str, typed: Typed, actor: Actor) -> Problems:
    """What is missing before anybody is asked: it costs neither a number nor a try."""
    problems = Problems()
    problems.unless(typed.passphrase, "passphrase", "Isi passphrase sertifikat Anda.")
    if cara == Naskah.Cara.BSRE:
        problems.unless(is_nik(typed.nik), "nik", IdentityIncomplete.text)
    else:
        problems.unless(_own(actor), "passphrase", CertificateMissing.text)
    return problems


def sign_by(pk: int, typed: Typed, *, actor: Actor, now: datetime) -> NaskahFile:
    """Sign the file of a naskah, or give what this person has signed already and nobody has recorded.

    Raises NotVisible, Refused, or Invalid with what the signer has to hear.
    """
    naskah = Naskah.objects.visible_to(actor).select_related("permintaan__opd").filter(pk=pk).first()
    if naskah is None:
        raise NotVisible(str(pk))
    require(may_sign_by_certificate(naskah, actor, now))
    if found := unrecorded(naskah, actor):
        return found
    if problems := check_typed(naskah.cara, typed, actor):
        raise Invalid(problems)
    try:
        with _signer_for(naskah.cara, now) as signer:
            return _sign(signer, naskah, typed, actor, now)
    except SigningProblem as problem:
        log.warning("Naskah %s was not signed: %s", pk, problem)
        kind = WrongSecret if isinstance(problem, WrongPassphrase) else Invalid
        where = "totp" if isinstance(problem, WrongTotp) else "passphrase"
        raise kind(Problems({where: [problem.sentence]})) from problem


@contextmanager
def _signer_for(cara: str, now: datetime) -> Iterator[Signer]:
    """Raises SigningProblem or Refused where this way is not to be had."""
    environment = settings.ENVIRONMENT
    if cara == Naskah.Cara.BSRE:
        url = environment.esign_url or ""
        require(unless(url, _NO_BSRE))
        with at_bsre(lambda: bsre_from_url(url, environment.esign_cert)) as bsre:
            yield bsre
    else:
        roots = strict_roots() if environment.tsa_url else ()
        yield InternalSigner(authority=authority(now), tsa_url=environment.tsa_url or "", tsa_roots=roots)


def _sign(signer: Signer, naskah: Naskah, typed: Typed, actor: Actor, now: datetime) -> NaskahFile:
    identity = _identity(actor, typed)
    _send_totp(signer, identity, typed)
    hand = Hand(
        signer=signer,
        identity=identity,
        passphrase=Secret(typed.passphrase),
        totp=Secret(typed.totp) if typed.totp else None,
    )
    return sign_with_certificate(naskah, hand, actor=actor, now=now)


def _send_totp(signer: Signer, identity: Identity, typed: Typed) -> None:
    """Where a one-time code is needed and none was typed, BSrE sends one. Raises Invalid, which asks for it."""
    if isinstance(signer, BsreV2) and signer.needs_totp and not typed.totp:
        signer.request_totp(identity)
        sentence = "BSrE telah mengirim kode OTP. Isi kode itu bersama passphrase Anda."
        raise Invalid(Problems({"totp": [sentence]}))


class WrongSecret(Invalid):
    """The passphrase was wrong: whoever counts tries counts this one."""


def _identity(actor: Actor, typed: Typed) -> Identity:
    user, own = User.objects.get(pk=present(actor.id)), _own(actor)
    return Identity(
        key=user.nip or user.username,
        nama=user.nama,
        nik=typed.nik,
        pkcs12=bytes(own.pkcs12) if own else b"",
    )


def _own(actor: Actor) -> Sertifikat | None:
    return Sertifikat.objects.filter(user=actor.id, revoked_at=None).first()
