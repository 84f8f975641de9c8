"""Send a permintaan back to an earlier step."""

from loket.application.acts import kembalikan
from loket.application.data import StepData
from loket.core.process import steps_to_return_to
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, ChoiceField


@act_form("kembalikan")
class KembalikanForm(MovingForm):
    LABEL = "Kembalikan permintaan"
    ICON = "undo-2"
    EXPLAINED = (
        "Langkah yang dipilih dikerjakan lagi, begitu pula langkah sesudahnya."
        " Yang sudah diserahkan tetap tersimpan. OPD membaca alasannya."
    )
    BUTTON = "Kembalikan permintaan ini"
    RESULT = "Permintaan dikembalikan. Yang mendapat giliran sudah diberi tahu."

    langkah = ChoiceField(label="Kembali ke langkah")
    alasan = AreaField(label="Alasan pengembalian")

    def prepare(self) -> None:
        sop, permintaan = self.standing.sop, self.standing.permintaan
        steps = [sop.step(key) for key in steps_to_return_to(sop, permintaan.at_step, permintaan.reached)]
        self.fields["langkah"].choices = [(step.key, f"{step.ke}. {step.nama}") for step in reversed(steps)]  # type: ignore[attr-defined]  # a choice field

    def to_data(self) -> StepData:
        return kembalikan.Data(langkah=self.written("langkah"), alasan=self.written("alasan"))
