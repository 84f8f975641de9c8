"""The passphrase of a certificate: typed at the moment of signing, and never shown again."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import QueryDict

from loket.application.naskah import tries
from loket.application.naskah.certified import Typed, check_typed
from loket.core.actor import Actor
from loket.models.naskah import Naskah
from loket.web.naskah.forms import ScanForm
from loket.web.office.sending import place
from loket.web.request import Request
from loket.web.steps.fields import TextField

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

    def __init__(
        self, cara: str, actor: Actor, *, is_signed: bool = False, data: QueryDict | None = None
    ) -> None:
        super().__init__(data)
        self.cara, self.actor, self.is_signed = cara, actor, is_signed
        if is_signed:
            del self.fields["passphrase"]
        if is_signed or cara != Naskah.Cara.BSRE:
            del self.fields["nik"], self.fields["totp"]

    def clean(self) -> dict[str, Any]:
        """Say what is missing before anybody is asked, and before a try is used."""
        if not self.is_signed and not self.is_on_paper:
            place(self, check_typed(self.cara, self.typed(), self.actor))
        return self.cleaned_data

    @property
    def is_on_paper(self) -> bool:
        return False

    def typed(self) -> Typed:
        texts = {name: str(self.cleaned_data.get(name) or "") for name in ("passphrase", "nik", "totp")}
        return Typed(**texts)


class BothWaysForm(PassphraseForm, ScanForm):
    """The second party may sign the print by hand instead: then its scan comes, with the number that stands on it."""

    field_order = ("nik", "passphrase", "totp", "nomor", "berkas", "berkas_id")

    @property
    def is_on_paper(self) -> bool:
        return wants_paper(self)


def wants_paper(form: forms.Form) -> bool:
    """Whether of both ways paper was chosen: a scan came along, or its number without a passphrase."""
    return bool(form["berkas_id"].value() or (form["nomor"].value() and not form["passphrase"].value()))


def counted(request: Request, sign: Callable[[], T]) -> T:
    """Sign, and count a wrong passphrase as this person's."""
    return tries.counted(sign, user_id=request.user.pk, now=request.now)
