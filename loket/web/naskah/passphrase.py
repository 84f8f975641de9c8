"""The passphrase of a certificate: typed at the moment of signing, never shown again, and not to be guessed."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.http import QueryDict

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.application.naskah.certified import Typed, WrongSecret
from loket.models.naskah import Naskah
from loket.web.request import Request
from loket.web.steps.fields import TextField
from loket.web.throttle import Limit, TooMany, take

TRIES = Limit("passphrase", tries=3, seconds=15 * 60)
"""As BSrE itself locks an account that is guessed at (DOMAIN 7.3)."""
T = TypeVar("T")


class PassphraseForm(forms.Form):
    """`nik` and `totp` only where BSrE asks for them; nothing where it `is_signed` already and only not recorded."""

    passphrase = TextField(
        label="Passphrase", widget=forms.PasswordInput(attrs={"autocomplete": "off"}), strip=False
    )
    nik = TextField(
        label="NIK",
        help_text="16 angka, untuk BSrE. Tidak disimpan.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    totp = TextField(
        label="Kode OTP",
        required=False,
        help_text="Bila diminta BSrE",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def __init__(self, cara: str, *, is_signed: bool = False, data: QueryDict | None = None) -> None:
        super().__init__(data)
        if is_signed:
            del self.fields["passphrase"]
        if cara != Naskah.Cara.BSRE:
            del self.fields["nik"], self.fields["totp"]

    def typed(self) -> Typed:
        texts = {name: str(self.cleaned_data.get(name) or "") for name in ("passphrase", "nik", "totp")}
        return Typed(**texts)


def counted(request: Request, sign: Callable[[], T]) -> T:
    """Sign, and let a wrong passphrase use up one of the tries; too many of them are told to wait."""
    try:
        one = take(TRIES, str(request.actor.id), request.now)
    except TooMany as too_many:
        minutes = -(-too_many.wait // 60)
        sentence = f"Passphrase salah tiga kali. Coba lagi {minutes} menit lagi."
        raise Invalid(Problems({"passphrase": [sentence]})) from too_many
    try:
        signed = sign()
    except WrongSecret:
        raise
    except BaseException:
        one.give_back()
        raise
    one.give_back()
    return signed
