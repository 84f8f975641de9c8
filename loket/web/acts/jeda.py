"""Let a permintaan rest, and let it go on."""

from loket.application.acts import jeda, lanjutkan
from loket.application.data import StepData
from loket.web import formats
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, ChoiceField, DateField


@act_form("jeda")
class JedaForm(MovingForm):
    LABEL = "Jeda permintaan"
    ICON = "hourglass"
    EXPLAINED = (
        "Waktu kerja dan waktu tunggu berhenti dihitung sampai permintaan dilanjutkan. OPD membaca alasannya."
    )
    BUTTON = "Jeda permintaan ini"
    RESULT = "Permintaan dijeda. OPD dan tim mendapat pemberitahuan."

    alasan = ChoiceField(
        label="Alasan jeda", choices=[(reason.value, formats.capital(reason.label)) for reason in jeda.CHOSEN]
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
class LanjutkanForm(MovingForm):
    LABEL = "Lanjutkan permintaan"
    ICON = "play"
    EXPLAINED = (
        "Waktu kembali dihitung, dan batas langkah ini mundur selama permintaan dijeda."
        " Technical meeting atau launching yang jadwalnya lewat selama jeda dijadwalkan kembali."
    )
    BUTTON = "Lanjutkan permintaan ini"
    RESULT = "Permintaan dilanjutkan. Yang mendapat giliran sudah diberi tahu."

    catatan = AreaField(label="Yang sudah terpenuhi")

    def to_data(self) -> StepData:
        return lanjutkan.Data(catatan=self.written("catatan"))
