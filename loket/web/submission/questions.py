"""The pages of questions, in their order; the front desk is asked two things more than an agency."""

from dataclasses import dataclass
from typing import Any

from django import forms

from loket.models.surat import Surat
from loket.web.components.fields import Choice
from loket.web.steps.base import PlainForm
from loket.web.steps.fields import ChoiceField, TextField
from loket.web.steps.s01_surat import KebutuhanForm, NarahubungForm, SuratForm

OPD_LIST = "daftar-opd"
_BENTUK = (
    (
        Surat.Bentuk.FISIK,
        Choice("Surat fisik", hint="Unggah pindaian atau fotonya, lalu antar surat aslinya"),
    ),
    (
        Surat.Bentuk.ELEKTRONIK_TTE,
        Choice("Surat elektronik dengan TTE", hint="PDF bertanda tangan elektronik"),
    ),
    (
        Surat.Bentuk.SOFTFILE_SEMENTARA,
        Choice(
            "Surat fisik menyusul", hint="Unggah berkasnya dahulu; surat asli diperlukan sebelum langkah 7"
        ),
    ),
)
_ARAHAN = (
    Surat.Bentuk.ARAHAN_LISAN,
    Choice(
        "Arahan lisan pimpinan",
        hint="Unggah catatan arahan dengan nomor dan tanggalnya; surat asli diperlukan sebelum langkah 7",
    ),
)
"""Only the front desk notes what a superior has said."""


class ClerkNeedForm(KebutuhanForm):
    opd = TextField(
        label="OPD yang mengajukan",
        help_text="Ketik sebagian nama, lalu pilih dari daftar",
        widget=forms.TextInput(attrs={"list": OPD_LIST, "autocomplete": "off"}),
    )
    field_order = ("opd",)


class ClerkLetterForm(SuratForm):
    bentuk = ChoiceField(label="Bentuk surat", choices=(*_BENTUK, _ARAHAN))


class OpdLetterForm(SuratForm):
    """What an agency sends here itself comes through Loket, so nobody asks."""

    bentuk = ChoiceField(label="Bentuk surat", choices=_BENTUK)
    kanal: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    key: str
    title: str
    form: type[PlainForm]
    template: str
    takes_file: bool = False


def pages_for(*, clerk: bool) -> tuple[Page, ...]:
    need, letter = (ClerkNeedForm, ClerkLetterForm) if clerk else (KebutuhanForm, OpdLetterForm)
    return (
        Page(key="kebutuhan", title="Kebutuhan", form=need, template="submission/kebutuhan.html"),
        Page(key="surat", title="Surat", form=letter, template="submission/surat.html", takes_file=True),
        Page(
            key="narahubung", title="Narahubung", form=NarahubungForm, template="submission/narahubung.html"
        ),
    )
