"""Let a permintaan rest, and let it go on."""

from django import forms

from loket.application.acts import jeda, lanjutkan
from loket.application.data import StepData
from loket.core.pause import Reason
from loket.web import formats
from loket.web.acts.forms import ActForm, act_form
from loket.web.steps.fields import AreaField, ChoiceField, DateField, SeenField


@act_form("jeda")
class JedaForm(ActForm):
    LABEL = "Jeda permintaan"
    ICON = "hourglass"
    EXPLAINED = (
        "Waktu kerja dan waktu tunggu berhenti dihitung sampai permintaan dilanjutkan. OPD membaca alasannya."
    )
    BUTTON = "Jeda permintaan ini"
    RESULT = "Permintaan dijeda. OPD dan tim mendapat pemberitahuan."

    seen = SeenField(widget=forms.HiddenInput)
    alasan = ChoiceField(
        label="Alasan jeda", choices=[(reason.value, formats.capital(reason.label)) for reason in Reason]
    )
    catatan = AreaField(label="Keterangan", help_text="Apa yang ditunggu, dan dari siapa.")
    perkiraan = DateField(label="Perkiraan dilanjutkan", required=False)

    def to_data(self) -> StepData:
        return jeda.Data(
            alasan=self.written("alasan"),
            catatan=self.written("catatan"),
            perkiraan=self.cleaned_data.get("perkiraan"),
        )


@act_form("lanjutkan")
class LanjutkanForm(ActForm):
    LABEL = "Lanjutkan permintaan"
    ICON = "play"
    EXPLAINED = "Waktu kembali dihitung, dan batas langkah ini mundur selama permintaan dijeda."
    BUTTON = "Lanjutkan permintaan ini"
    RESULT = "Permintaan dilanjutkan. Yang mendapat giliran sudah diberi tahu."

    seen = SeenField(widget=forms.HiddenInput)
    catatan = AreaField(label="Yang sudah terpenuhi")

    def to_data(self) -> StepData:
        return lanjutkan.Data(catatan=self.written("catatan"))
