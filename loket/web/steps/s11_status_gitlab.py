"""Langkah 11: one button; the note is optional unless GitLab's own word is replaced by a person's."""

from loket.application.steps.s11_status_gitlab import Data
from loket.web.steps.base import StepForm
from loket.web.steps.fields import AreaField
from loket.web.steps.registry import form_for


@form_for("status_gitlab", "ubah")
class UbahForm(StepForm):
    template = "steps/forms/status_gitlab.html"
    RESULTS = {
        "diubah": "Status pembuatan aplikasi diubah menjadi selesai.",
        "terkonfirmasi": "Status di GitLab dipastikan sudah berubah.",
    }
    BUTTON = "Ubah status menjadi selesai dibuat"

    catatan = AreaField(label="Catatan", required=False, rows=2)

    def to_data(self) -> Data:
        return Data(catatan=self.text("catatan"))


@form_for("status_gitlab", "terkonfirmasi")
class KonfirmasiForm(UbahForm):
    BUTTON = "Nyatakan status sudah berubah"

    catatan = AreaField(label="Catatan", rows=2, help_text="Bagaimana Anda memastikannya di GitLab?")
