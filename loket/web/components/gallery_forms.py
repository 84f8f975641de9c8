"""Sample forms for the gallery: one filled in well, one with an error on every kind of field."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from loket.web.components.fields import Choice, KeptFile

RECIPIENTS = (
    ("7", Choice("Rini Astuti", hint="Kepala Seksi Pengembangan Aplikasi, 6 permintaan berjalan")),
    ("4", Choice("Arif Nugroho", hint="Kepala Bidang TIK")),
)
BANDS = ((80, "Mendesak"), (65, "Tinggi"), (45, "Sedang"), (0, "Rendah"))


class SampleForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    nomor = forms.CharField(label="Nomor surat", help_text="Contoh 400.7/1123/403.103/2026")
    masalah = forms.CharField(label="Masalah", widget=forms.Textarea(attrs={"rows": 3}))
    peninjau = forms.ChoiceField(label="Peninjau", choices=RECIPIENTS)
    tanggal = forms.DateField(label="Batas tinjauan", input_formats=["%d/%m/%Y"])
    jam = forms.TimeField(label="Mulai pukul", input_formats=["%H.%M"])
    telepon = forms.CharField(label="WhatsApp narahubung", widget=forms.TelInput)
    lama = forms.IntegerField(label="Lama pengerjaan", required=False)
    ke = forms.ChoiceField(label="Diteruskan kepada", choices=RECIPIENTS, widget=forms.RadioSelect)
    tindakan = forms.MultipleChoiceField(
        label="Dengan hormat harap",
        choices=(
            ("1", "Tindak lanjuti"),
            ("2", "Koordinasikan"),
            ("3", "Beri pendapat"),
            ("4", "Laporkan hasil"),
        ),
        widget=forms.CheckboxSelectMultiple,
    )
    dampak = forms.ChoiceField(
        label="Dampak pelayanan publik",
        choices=(("1", Choice("Kecil", weight="5")), ("4", Choice("Besar", weight="20"))),
        widget=forms.RadioSelect,
    )
    berkas = forms.FileField(
        label="Dokumen",
        help_text="PDF, paling besar 20 MB",
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )
    berkas_id = forms.CharField(required=False, widget=forms.HiddenInput)
    internal = forms.BooleanField(
        label="Hanya untuk tim internal", help_text="OPD tidak melihatnya.", required=True
    )


class GuestForm(forms.Form):
    nama = forms.CharField(label="Nama")
    hadir = forms.ChoiceField(label="Kehadiran", choices=(("ya", "Hadir"), ("tidak", "Tidak hadir")))


GUESTS = forms.formset_factory(GuestForm, extra=1, can_delete=True)

FILLED = {
    "seen": "3",
    "nomor": "400.7/1123/403.103/2026",
    "masalah": "Waktu tunggu pendaftaran rata-rata 74 menit.",
    "peninjau": "7",
    "tanggal": "26/11/2026",
    "jam": "13.00",
    "telepon": "+6281234567890",
    "lama": "90",
    "ke": "7",
    "tindakan": ["1", "4"],
    "dampak": "4",
    "internal": "on",
}


def context() -> dict[str, Any]:
    rows = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "0",
        "form-0-nama": "Sri Wahyuni",
        "form-0-hadir": "ya",
    }
    files: MultiValueDict[str, Any] = MultiValueDict({"berkas": [SimpleUploadedFile("surat.pdf", b"%PDF-")]})
    return {
        "form": SampleForm(FILLED, files, prefix=""),
        "wrong_form": SampleForm({"nomor": "", "tanggal": "31/31/2026", "telepon": "0812"}, prefix="salah"),
        "formset": GUESTS(rows),
        "kept": (KeptFile("f1", "SKPL e-Retribusi Pasar v1.2.pdf", 13_421_773),),
        "bands": BANDS,
    }
