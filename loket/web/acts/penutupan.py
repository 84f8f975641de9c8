"""End a permintaan before the end of its road: declined, shown elsewhere, merged, or cancelled by its OPD."""

from django import forms

from loket.application.acts import alihkan, batalkan, gabungkan, tolak
from loket.application.data import StepData
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, DateField, TextField, TickField

FINAL = "Permintaan berakhir dan tidak dapat dibuka lagi."


class ClosingForm(MovingForm):
    ICON = "circle-x"
    KIND = "bahaya"


@act_form("tolak")
class TolakForm(ClosingForm):
    LABEL = "Tolak permintaan"
    EXPLAINED = f"{FINAL} OPD membaca alasan dan saran Anda."
    BUTTON = "Tolak permintaan ini"
    RESULT = "Permintaan ditolak. OPD mendapat pemberitahuan."

    alasan = AreaField(label="Alasan penolakan")
    saran = AreaField(
        label="Saran untuk OPD",
        required=False,
        help_text="Contoh ajukan kembali pada tahun anggaran berikutnya.",
    )

    def to_data(self) -> StepData:
        return tolak.Data(alasan=self.written("alasan"), saran=self.written("saran"))


@act_form("alihkan")
class AlihkanForm(ClosingForm):
    LABEL = "Alihkan permintaan"
    ICON = "corner-up-right"
    EXPLAINED = f"{FINAL} OPD diarahkan ke aplikasi atau instansi yang sudah menyediakannya."
    BUTTON = "Alihkan permintaan ini"
    RESULT = "Permintaan dialihkan. OPD mendapat pemberitahuan beserta tujuannya."

    tujuan = TextField(label="Dialihkan ke", help_text="Nama aplikasi atau instansi")
    kontak = TextField(label="Kontak di tujuan", help_text="Nama, telepon, atau alamat laman")
    alasan = AreaField(label="Alasan pengalihan")

    def to_data(self) -> StepData:
        return alihkan.Data(
            tujuan=self.written("tujuan"), kontak=self.written("kontak"), alasan=self.written("alasan")
        )


@act_form("gabungkan")
class GabungkanForm(ClosingForm):
    LABEL = "Gabungkan permintaan"
    ICON = "git-merge"
    EXPLAINED = f"{FINAL} Pekerjaannya dilanjutkan pada permintaan induk, yang dapat dibaca oleh kedua OPD."
    BUTTON = "Gabungkan permintaan ini"
    RESULT = "Permintaan digabungkan. Kedua OPD mendapat pemberitahuan."

    induk = TextField(
        label="Nomor permintaan induk",
        help_text="Permintaan yang dilanjutkan, contoh APL-2026-0041",
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "spellcheck": "false"}),
    )
    alasan = AreaField(label="Alasan penggabungan")

    def to_data(self) -> StepData:
        return gabungkan.Data(induk=self.written("induk").upper(), alasan=self.written("alasan"))


@act_form("batalkan")
class BatalkanForm(ClosingForm):
    LABEL = "Batalkan permintaan"
    EXPLAINED = f"{FINAL} Pembatalan memerlukan surat dari OPD."
    BUTTON = "Batalkan permintaan ini"
    RESULT = "Permintaan dibatalkan. OPD, tim, dan pimpinan mendapat pemberitahuan."

    surat_nomor = TextField(label="Nomor surat pembatalan")
    surat_tanggal = DateField(label="Tanggal surat pembatalan")
    alasan = AreaField(label="Alasan pembatalan")
    dipakai_ulang = TickField(label="Hasil yang sudah dibuat disimpan untuk dipakai ulang")

    def to_data(self) -> StepData:
        return batalkan.Data(
            alasan=self.written("alasan"),
            surat_nomor=self.written("surat_nomor"),
            surat_tanggal=self.cleaned_data.get("surat_tanggal"),
            dipakai_ulang=bool(self.cleaned_data.get("dipakai_ulang")),
        )
