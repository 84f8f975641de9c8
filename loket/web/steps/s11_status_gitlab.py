"""Langkah 11: one button; a note only where it replaces the word of a GitLab that has not answered."""

from loket.application.steps.s11_status_gitlab import Data
from loket.core.awaiting import PATIENCE_MINUTES
from loket.web.components.facts import Fact
from loket.web.step_answer import answer_facts
from loket.web.steps.base import StepForm
from loket.web.steps.fields import AreaField
from loket.web.steps.registry import form_for


@form_for("status_gitlab", "ubah")
class UbahForm(StepForm):
    template = "steps/forms/status_gitlab.html"
    RESULTS = {
        "diubah": "Status pembuatan aplikasi diubah menjadi selesai.",
        "menunggu_gitlab": (
            "Status diubah di Loket dan diminta ke GitLab. Langkah ini selesai begitu GitLab menjawab; "
            f"tanpa jawaban, Anda dapat memastikannya dengan catatan setelah {PATIENCE_MINUTES} menit kerja."
        ),
        "terkonfirmasi": "Status di GitLab dipastikan sudah berubah.",
    }
    BUTTON = "Ubah status menjadi selesai dibuat"

    catatan = AreaField(label="Catatan", required=False, rows=2)

    def to_data(self) -> Data:
        return Data(catatan=self.text("catatan"))


@form_for("status_gitlab", "terkonfirmasi")
class KonfirmasiForm(UbahForm):
    BUTTON = "Nyatakan status sudah berubah"

    template = "steps/forms/jawaban_gitlab.html"
    waited: tuple[Fact, ...] = ()

    catatan = AreaField(label="Catatan", rows=2, help_text="Bagaimana Anda memastikannya di GitLab?")

    def dress(self) -> None:
        self.waited = answer_facts(self.desk.standing)
