"""The two things that a visitor can bring: a code or number, and a file."""

from typing import Any

from django import forms

from loket.files.problems import TooLarge
from loket.files.sizes import MAX_BYTES, size_label


class KodeForm(forms.Form):
    """The code under the QR, or the number of the naskah; capitals, dashes and spaces do not matter."""

    kode = forms.CharField(
        label="Kode verifikasi atau nomor naskah",
        help_text="Kode 28 huruf dan angka di bawah QR, atau nomor naskah seperti yang tercetak.",
        error_messages={
            "required": "Isi kode verifikasi atau nomor naskah yang tercetak pada naskah.",
            "null_characters_not_allowed": "Kode hanya huruf dan angka. Ketik ulang seperti yang tercetak.",
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class BerkasForm(forms.Form):
    """A file to be compared; it is read once and kept nowhere."""

    berkas = forms.FileField(
        label="Berkas PDF yang Anda terima",
        help_text=f"Paling besar {size_label(MAX_BYTES)}. Berkas hanya dibaca untuk dicocokkan, tidak disimpan.",
        max_length=None,
        error_messages={
            "required": "Pilih berkas PDF yang akan dicocokkan.",
            "missing": "Pilih berkas PDF yang akan dicocokkan.",
            "invalid": "Berkas belum terbaca. Pilih berkas PDF sekali lagi.",
            "empty": "Berkas ini kosong. Pilih berkas PDF yang Anda terima.",
        },
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )

    def clean_berkas(self) -> bytes:
        arrived: Any = self.cleaned_data["berkas"]
        try:
            content: bytes = arrived.read()
        except TooLarge as problem:
            raise forms.ValidationError(problem.sentence) from problem
        return content
