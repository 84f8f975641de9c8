"""Decide what the clock proposes."""

from django import forms

from loket.application.acts import usulan
from loket.application.data import StepData
from loket.core.alarm import Alarm
from loket.queries.usulan import why_proposed
from loket.web import formats
from loket.web.acts.forms import ActForm, MovingForm, act_form
from loket.web.steps.fields import AreaField, TextField, TickField


@act_form("terima_usulan")
class TerimaUsulanForm(MovingForm):
    LABEL = "Terima usulan Loket"
    ICON = "check"
    EXPLAINED = "Yang diusulkan langsung dilakukan. OPD membaca alasannya."
    BUTTON = "Terima usulan ini"
    RESULT = "Usulan diterima dan dilakukan. OPD mendapat pemberitahuan."
    KIND = "bahaya"

    is_agreed = TickField(label="Saya sudah memeriksa alasan usulan ini")
    usulan = TextField(required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        permintaan = self.standing.permintaan
        self.initial["usulan"] = permintaan.proposed
        if permintaan.proposed:
            why = why_proposed(permintaan)
            self.fields["is_agreed"].help_text = f"{formats.capital(Alarm(permintaan.proposed).label)}. {why}"

    def to_data(self) -> StepData:
        return usulan.Acceptance(
            is_agreed=bool(self.cleaned_data.get("is_agreed")), usulan=self.written("usulan")
        )


@act_form("tolak_usulan")
class TolakUsulanForm(ActForm):
    LABEL = "Tolak usulan Loket"
    ICON = "undo-2"
    EXPLAINED = (
        "Permintaan berjalan seperti sekarang. Loket mengusulkannya lagi paling cepat sepuluh hari kerja"
        " kemudian, bila keadaannya belum berubah."
    )
    BUTTON = "Tolak usulan ini"
    RESULT = "Usulan ditolak. OPD dan tim mendapat pemberitahuan."

    alasan = AreaField(label="Alasan menolak usulan")
    usulan = TextField(required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.initial["usulan"] = self.standing.permintaan.proposed

    def to_data(self) -> StepData:
        return usulan.Refusal(alasan=self.written("alasan"), usulan=self.written("usulan"))
