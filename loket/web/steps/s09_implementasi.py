"""Langkah 9: progress in percent, the hand-over for test, and the OPD's decision beside the evidence."""

from typing import Any

from loket.application.steps.s09_implementasi import EVIDENCE_LABELS, Building, UatDecision
from loket.models.dokumen import Dokumen
from loket.models.implementasi import Uat
from loket.queries.step_rows import application_of
from loket.web.components.fields import Choice
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.checklist import ChecklistForm
from loket.web.steps.fields import (
    AddressField,
    AreaField,
    ChoiceField,
    FileField,
    IdField,
    NumberField,
    TextField,
)
from loket.web.steps.registry import form_for

PROGRESS, READY = "kemajuan", "siap_uji"
_HINTS = {
    Uat.Hasil.DITERIMA: "Aplikasi berjalan sesuai kebutuhan.",
    Uat.Hasil.DITERIMA_DENGAN_CATATAN: "Aplikasi dapat dipakai; catatan diperbaiki kemudian.",
    Uat.Hasil.DITOLAK: "Aplikasi kembali ke programmer untuk diperbaiki.",
}


@form_for("implementasi", "bangun")
class BangunForm(ChecklistForm):
    """Note and checklist are shared: they tell of the progress, or of what is ready for test."""

    template = "steps/forms/bangun.html"
    MAIN = READY
    PLACES = {"upload_id": "berkas", "outcome": ""}
    RESULTS = {PROGRESS: "Kemajuan tersimpan.", READY: "Aplikasi diserahkan untuk diuji."}
    takes_file = True

    outcome = TextField(required=False)
    catatan = AreaField(label="Catatan kemajuan", help_text="Apa yang selesai, dan apa yang berikutnya?")
    percent = NumberField(label="Kemajuan")
    repository = AddressField(label="Alamat repositori", help_text="Diawali https://")
    address = AddressField(label="Alamat aplikasi untuk diuji", help_text="Diawali https://")
    berkas = FileField(label="Bukti pengujian", labels=EVIDENCE_LABELS)
    berkas_id = IdField(required=False)

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        aplikasi = application_of(desk.standing.permintaan)
        known = {"repository": aplikasi.repository, "address": aplikasi.address} if aplikasi else {}
        return super().initial_of(desk) | known

    def to_data(self) -> Building:
        return Building(
            outcome=self.text("outcome"),
            percent=self.value("percent"),
            catatan=self.text("catatan"),
            repository=self.text("repository"),
            address=self.text("address"),
            upload_id=self.value("berkas_id"),
            periksa=self.answers(),
        )

    @property
    def is_ready(self) -> bool:
        wrong = any(self[name].errors for name in ("repository", "address", "berkas"))
        return wrong or bool(self["berkas_id"].value())


@form_for("implementasi", "uat")
class UatForm(StepForm):
    template = "steps/forms/uat.html"
    reads = Dokumen.Jenis.BUKTI_UJI
    RESULTS = {
        Uat.Hasil.DITERIMA: "Aplikasi diterima.",
        Uat.Hasil.DITERIMA_DENGAN_CATATAN: "Aplikasi diterima dengan catatan.",
        Uat.Hasil.DITOLAK: "Hasil uji ditolak. Aplikasi kembali untuk diperbaiki.",
    }

    outcome = ChoiceField(
        label="Hasil uji penerimaan",
        choices=[(hasil.value, Choice(hasil.label, hint=_HINTS[hasil])) for hasil in Uat.Hasil],
    )
    catatan = AreaField(
        label="Catatan", required=False, help_text="Wajib bila ditolak atau diterima dengan catatan."
    )

    @property
    def addresses(self) -> tuple[str, str]:
        aplikasi = application_of(self.desk.standing.permintaan)
        return (aplikasi.address, aplikasi.repository) if aplikasi else ("", "")

    def to_data(self) -> UatDecision:
        return UatDecision(outcome=self.text("outcome"), catatan=self.text("catatan"))
