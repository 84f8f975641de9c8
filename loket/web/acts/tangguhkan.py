"""Suspend a permintaan."""

from loket.application.acts import tangguhkan
from loket.application.data import StepData
from loket.core.pause import Cause
from loket.web import formats
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, ChoiceField, DateField


@act_form("tangguhkan")
class TangguhkanForm(MovingForm):
    LABEL = "Tangguhkan permintaan"
    ICON = "hourglass"
    EXPLAINED = (
        "Waktu berhenti dihitung sampai permintaan dilanjutkan. OPD membaca sebabnya."
        " Penangguhan karena kapasitas, peraturan, atau anggaran diputuskan Kepala Dinas."
    )
    BUTTON = "Tangguhkan permintaan ini"
    RESULT = "Permintaan ditangguhkan. OPD, tim, dan pimpinan mendapat pemberitahuan."
    KIND = "bahaya"

    sebab = ChoiceField(
        label="Sebab penangguhan",
        choices=[(cause.value, formats.capital(cause.label)) for cause in Cause],
    )
    keterangan = AreaField(label="Keterangan", help_text="Apa yang diperlukan agar permintaan dilanjutkan.")
    perkiraan = DateField(
        label="Perkiraan dilanjutkan",
        required=False,
        help_text="Wajib bila sebabnya kapasitas, peraturan, atau anggaran.",
    )

    def to_data(self) -> StepData:
        return tangguhkan.Data(
            sebab=self.written("sebab"),
            keterangan=self.written("keterangan"),
            perkiraan=self.cleaned_data.get("perkiraan"),
        )
