"""Langkah 1: three small forms about the need, the letter and the contact; together, the completion by the OPD."""

from collections.abc import Mapping
from typing import Any

from django import forms

from loket.application.steps.s01_surat import LETTER_LABELS, Data
from loket.core.role import Role
from loket.models.surat import Disposisi, Surat
from loket.web.steps.base import Desk, PlainForm, StepForm
from loket.web.steps.fields import (
    AreaField,
    ChoiceField,
    DateField,
    FileField,
    IdField,
    TextField,
)
from loket.web.steps.registry import form_for

NEED = ("nama_aplikasi", "kebutuhan", "alasan", "layanan", "pengguna", "wanted_date")
LETTER = ("nomor_surat", "tanggal_surat", "perihal", "penanda_tangan", "bentuk", "kanal")
CONTACT = ("pic_nama", "pic_phone", "pic_email")
PLACES = {"upload_id": "berkas"}
"""Where the three forms show a problem with a field of the data, other than under its own name."""


class KebutuhanForm(PlainForm):
    nama_aplikasi = TextField(label="Nama aplikasi", help_text="Contoh Antrean Puskesmas Daring")
    kebutuhan = AreaField(
        label="Kebutuhan", help_text="Apa yang perlu dapat dilakukan dengan aplikasi ini?", rows=5
    )
    alasan = AreaField(
        label="Alasan", help_text="Masalah apa yang terjadi sekarang? Sebutkan angkanya bila ada."
    )
    layanan = TextField(label="Layanan yang didukung", help_text="Contoh pendaftaran pasien puskesmas")
    pengguna = TextField(label="Calon pengguna", help_text="Siapa dan kira-kira berapa orang")
    wanted_date = DateField(label="Diharapkan tersedia", required=False)


class SuratForm(PlainForm):
    nomor_surat = TextField(label="Nomor surat", help_text="Contoh 400.7/1123/403.103/2026")
    tanggal_surat = DateField(label="Tanggal surat", help_text="Contoh 26/11/2026")
    perihal = TextField(label="Perihal")
    penanda_tangan = TextField(
        label="Penanda tangan", help_text="Nama dan jabatan, contoh Kepala Dinas Kesehatan"
    )
    bentuk = ChoiceField(
        label="Bentuk surat",
        choices=[one for one in Surat.Bentuk.choices if one[0] != Surat.Bentuk.ARAHAN_LISAN],
    )
    kanal = ChoiceField(label="Surat disampaikan lewat", choices=Surat.Kanal.choices)
    berkas = FileField(label="Berkas surat", labels=LETTER_LABELS)
    berkas_id = IdField(required=False)


class NarahubungForm(PlainForm):
    pic_nama = TextField(label="Nama narahubung")
    pic_phone = TextField(label="Nomor WhatsApp", widget=forms.TelInput, help_text="Contoh 0812-3456-7890")
    pic_email = TextField(label="Email", widget=forms.EmailInput, required=False)


def label_of(name: str) -> str:
    """What a fact of the request is called on its form."""
    fields = {**KebutuhanForm.base_fields, **SuratForm.base_fields, **NarahubungForm.base_fields}
    return str(fields[name].label)


def letter_data(read: Mapping[str, Any]) -> Data:
    """The data of step 1 from the cleaned fields of the three forms; what could not be read is left empty."""
    texts = (*NEED[:-1], *CONTACT, "nomor_surat", "perihal", "penanda_tangan", "bentuk", "kanal")
    return Data(
        **{name: read.get(name) or "" for name in texts},
        wanted_date=read.get("wanted_date"),
        tanggal_surat=read.get("tanggal_surat"),
        upload_id=read.get("berkas_id"),
    )


@form_for("surat", "surat")
class PelengkapanForm(StepForm, KebutuhanForm, SuratForm, NarahubungForm):
    """What was sent before, with all its answers, for the OPD to complete."""

    template = "steps/forms/surat.html"
    PLACES = PLACES
    RESULTS = {"dikirim": "Surat permintaan terkirim."}
    takes_file = True

    def prepare(self) -> None:
        """What a superior has said is noted by the front desk alone."""
        if self.desk.actor.has(Role.TATA_USAHA):
            self.fields["bentuk"].choices = Surat.Bentuk.choices  # type: ignore[attr-defined]  # a choice field

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        permintaan = desk.standing.permintaan
        answers = {name: getattr(permintaan, name) for name in (*NEED, *CONTACT)}
        before = (
            Surat.objects.filter(permintaan=permintaan, is_current=True).select_related("version").first()
        )
        if before:
            answers |= {name: getattr(before, name) for name in LETTER}
            answers["berkas_id"] = before.version.upload_id
        return answers

    @property
    def asked(self) -> str:
        """What the office found missing when it sent the letter back."""
        returned = Disposisi.objects.filter(permintaan=self.desk.standing.permintaan, outcome="dikembalikan")
        last = returned.order_by("-at").first()
        return last.kekurangan if last else ""

    def to_data(self) -> Data:
        return letter_data(self.cleaned_data)
