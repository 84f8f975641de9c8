"""The forms of a naskah: what is typed for it, how it is issued, how it is signed."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.http import QueryDict

from loket.application.naskah.content import CONTENTS, Isian, Kind
from loket.models.naskah import Naskah
from loket.web.components.fields import Choice
from loket.web.office.sending import OK, UNPROCESSABLE, place
from loket.web.steps.fields import AreaField, ChoiceField, DateField, TextField, TimeField

OVERTAKEN = 409


class VersionForm(forms.Form):
    """`version` is that of the draft that its reader has before them."""

    version = TextField(widget=forms.HiddenInput, required=False)

    is_overtaken = False

    def overtake(self, sentence: str, version: str) -> None:
        """Say who was faster, and let the next attempt speak of the draft as it is now."""
        self.is_overtaken = True
        self.add_error(None, f"{sentence} Cetakan di bawah sudah yang terbaru.")
        fresh = QueryDict(mutable=True)
        fresh.update(self.data)
        fresh["version"] = version
        self.data = fresh

    def shown_version(self) -> str:
        return str(self.cleaned_data.get("version") or "")


def status_of(form: forms.Form) -> int:
    if getattr(form, "is_overtaken", False):
        return OVERTAKEN
    return UNPROCESSABLE if form.errors else OK


class IsianForm(VersionForm):
    """One field for each that the kind asks for."""

    use_required_attribute = False

    def __init__(
        self,
        jenis: str,
        data: QueryDict | None = None,
        *,
        initial: Mapping[str, str],
        today: date,
        version: str = "",
    ) -> None:
        isian = CONTENTS[jenis].isian
        shown = {one.name: _shown(one, initial.get(one.name, "")) for one in isian}
        super().__init__(data, initial={**shown, "version": version})
        self.jenis = jenis
        for one in isian:
            self.fields[one.name] = _field(one, today)

    def typed(self) -> dict[str, str]:
        """As it is kept: dates and times in ISO form."""
        return {one.name: _kept(self.cleaned_data.get(one.name)) for one in CONTENTS[self.jenis].isian}

    def judge(self) -> None:
        place(self, CONTENTS[self.jenis].check(self.typed()))


def _kept(value: object) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value or "")


def _field(isian: Isian, today: date) -> TextField:
    options: dict[str, Any] = {"label": isian.label, "required": isian.required}
    if isian.kind is Kind.DATE:
        field = DateField(**options)
        field.today = today
        return field
    if isian.kind is Kind.TIME:
        return TimeField(**options)
    options |= {"help_text": isian.help, "what": isian.label.lower()}
    return TextField(**options) if isian.lines == 1 else AreaField(rows=isian.lines, **options)


def _shown(isian: Isian, value: str) -> object:
    """What was kept, as the field shows it."""
    if not value or isian.kind is Kind.TEXT:
        return value
    return date.fromisoformat(value) if isian.kind is Kind.DATE else time.fromisoformat(value)


class IssueForm(VersionForm):
    """By which way it will be signed; what is not at hand is not offered."""

    cara = ChoiceField(label="Cara tanda tangan")

    def __init__(self, ways: tuple[str, ...], data: QueryDict | None = None, *, version: str) -> None:
        super().__init__(data, initial={"cara": ways[0], "version": version})
        self.fields["cara"] = ChoiceField(
            label="Cara tanda tangan", choices=[(way, _WAYS[way]) for way in ways]
        )


_WAYS = {
    Naskah.Cara.INTERNAL.value: Choice(
        "Sertifikat internal", hint="Ditandatangani di Loket. Bukan tanda tangan elektronik tersertifikasi."
    ),
    Naskah.Cara.BSRE.value: Choice("Sertifikat BSrE", hint="Tersertifikasi, dengan passphrase BSrE Anda."),
    Naskah.Cara.BASAH.value: Choice("Tanda tangan basah", hint="Dicetak, ditandatangani, lalu dipindai."),
}


class ScanForm(forms.Form):
    nomor = TextField(label="Nomor pada pindaian", help_text="Ketik ulang nomor yang tercetak.")
    berkas = forms.FileField(
        label="Pindaian bertanda tangan", help_text="PDF, JPEG, atau PNG", required=False
    )
    berkas_id = TextField(widget=forms.HiddenInput, required=False)

    def text(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")


class VoidForm(forms.Form):
    alasan = AreaField(
        label="Alasan pembatalan",
        help_text="Tetap tercatat bersama nomornya, dan tidak tampil pada halaman verifikasi.",
    )

    def text(self) -> str:
        return str(self.cleaned_data.get("alasan") or "")
