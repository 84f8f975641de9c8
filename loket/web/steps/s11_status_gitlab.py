"""Langkah 11: one button, and a tick where GitLab does not answer; the note is optional unless it replaces GitLab's word."""

from loket.application.steps.s11_status_gitlab import Data
from loket.web.steps.base import StepForm
from loket.web.steps.fields import AreaField, TickField
from loket.web.steps.registry import form_for


@form_for("status_gitlab", "ubah")
class UbahForm(StepForm):
    template = "steps/forms/status_gitlab.html"
    RESULTS = {
        "diubah": "Status pembuatan aplikasi diubah menjadi selesai.",
        "menunggu_gitlab": "Status dicatat di Loket. Pastikan status di GitLab setelah dapat diakses.",
        "terkonfirmasi": "Status di GitLab dipastikan sudah berubah.",
    }
    BUTTON = "Ubah status menjadi selesai dibuat"

    catatan = AreaField(label="Catatan", required=False, rows=2)
    is_unreachable = TickField(label="GitLab sedang tidak dapat diakses")

    def to_data(self) -> Data:
        return Data(catatan=self.text("catatan"), is_unreachable=bool(self.value("is_unreachable")))


@form_for("status_gitlab", "terkonfirmasi")
class KonfirmasiForm(UbahForm):
    BUTTON = "Nyatakan status sudah berubah"

    is_unreachable = None  # type: ignore[assignment]  # so Django leaves a field of the form above out
    catatan = AreaField(label="Catatan", rows=2, help_text="Bagaimana Anda memastikannya di GitLab?")
