"""Sign with a certificate of the office or of BSrE: whose key it is, and what went wrong, in sentences."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

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
from loket.core.actor import Actor
from loket.core.verdict import unless
from loket.integrations.esign.authority import Authority
from loket.integrations.esign.authority_home import AuthorityHome
from loket.integrations.esign.bsre_url import bsre_from_url
from loket.integrations.esign.bsre_v2 import BsreV2
from loket.integrations.esign.pades import InternalSigner
from loket.integrations.esign.problems import SigningProblem, WrongPassphrase, WrongTotp
from loket.integrations.esign.reports import Trust
from loket.integrations.esign.roots import roots_in
from loket.integrations.esign.secret import Secret
from loket.integrations.esign.signing import Identity, Signer
from loket.models.kantor import Kantor
from loket.models.naskah import Naskah, NaskahFile, Sertifikat
from loket.models.user import User

_NO_BSRE = (
    "Naskah ini diterbitkan untuk BSrE, yang kini tidak terhubung dengan Loket."
    " Hubungi admin, atau batalkan naskah ini dan terbitkan penggantinya."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a signer types, at the moment of signing and nowhere else."""

    passphrase: str = field(repr=False)
    nik: str = field(default="", repr=False)
    totp: str = field(default="", repr=False)


def authority_home() -> AuthorityHome:
    """Where the office's own certificate authority lives, in the data directory."""
    return AuthorityHome(_home())


def _home() -> Path:
    return Path(settings.ENVIRONMENT.data_dir) / "esign"


def authority(now: datetime) -> Authority:
    """The office's own certificate authority, made where there is none yet."""
    return authority_home().open_or_make(Kantor.objects.get().nama, now)


def other_roots() -> tuple[bytes, ...]:
    """Whom the office believes besides itself: BSrE, or an outside time-stamp authority."""
    return roots_in(_home() / "roots")


def trust(now: datetime) -> Trust:
    """What an examination of a signed file is to believe."""
    own = authority(now).trust(now)
    return Trust(roots=(*own.roots, *other_roots()), crls=own.crls)


def signer_for(cara: str, now: datetime) -> Signer:
    """Raises SigningProblem where this way is not set up."""
    environment = settings.ENVIRONMENT
    if cara == Naskah.Cara.BSRE and environment.esign_url:
        return bsre_from_url(environment.esign_url, environment.esign_cert)
    return InternalSigner(
        authority=authority(now), tsa_url=environment.tsa_url or "", tsa_roots=other_roots()
    )


def ways_of_signing() -> tuple[str, ...]:
    """What is at hand, the best first; paper always is."""
    bsre = (Naskah.Cara.BSRE.value,) if settings.ENVIRONMENT.esign_url else ()
    return (*bsre, Naskah.Cara.INTERNAL.value, Naskah.Cara.BASAH.value)


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
    identity = _identity(actor, typed)
    try:
        signer = signer_for(naskah.cara, now)
        require(unless(signer.method == naskah.cara, _NO_BSRE))
        _send_totp(signer, identity, typed)
        hand = Hand(
            signer=signer,
            identity=identity,
            passphrase=Secret(typed.passphrase),
            totp=Secret(typed.totp) if typed.totp else None,
        )
        return sign_with_certificate(naskah, hand, actor=actor, now=now)
    except SigningProblem as problem:
        kind = WrongSecret if isinstance(problem, WrongPassphrase) else Invalid
        where = "totp" if isinstance(problem, WrongTotp) else "passphrase"
        raise kind(Problems({where: [problem.sentence]})) from problem


def _send_totp(signer: Signer, identity: Identity, typed: Typed) -> None:
    """Where a one-time code is needed and none was typed, BSrE sends one. Raises Invalid, which asks for it."""
    if isinstance(signer, BsreV2) and signer.needs_totp and not typed.totp:
        signer.request_totp(identity)
        sentence = "BSrE telah mengirim kode OTP. Isi kode itu bersama passphrase Anda."
        raise Invalid(Problems({"totp": [sentence]}))


class WrongSecret(Invalid):
    """The passphrase was wrong: whoever counts tries counts this one."""


def _identity(actor: Actor, typed: Typed) -> Identity:
    user = User.objects.get(pk=present(actor.id))
    own = Sertifikat.objects.filter(user=user).first()
    return Identity(
        key=user.nip or user.username,
        nama=user.nama,
        nik=typed.nik,
        pkcs12=bytes(own.pkcs12) if own else b"",
    )
