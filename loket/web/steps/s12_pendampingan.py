"""Langkah 12: one activity after another, then the report, its approval and the OPD's confirmation."""

from typing import Any

from loket.application.steps.s12_pendampingan import REPORT_LABELS, Decision, Mentoring
from loket.models.dokumen import Dokumen
from loket.queries.step_rows import current_report
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.document import DecisionForm
from loket.web.steps.fields import AreaField, DateField, FileField, IdField, TextField
from loket.web.steps.registry import form_for

ACTIVITY, REPORT = "kegiatan", "diajukan"


@form_for("pendampingan", "laporan")
class LaporanForm(StepForm):
    template = "steps/forms/laporan.html"
    MAIN = REPORT
    PLACES = {"upload_id": "berkas", "outcome": ""}
    RESULTS = {ACTIVITY: "Kegiatan pendampingan tercatat.", REPORT: "Laporan pendampingan diajukan."}
    takes_file = True

    outcome = TextField(required=False)
    held_on = DateField(label="Tanggal kegiatan")
    kegiatan = AreaField(label="Kegiatan", help_text="Siapa didampingi, dan untuk apa?")
    hasil = AreaField(label="Hasil", required=False, rows=2)
    ringkasan = AreaField(label="Ringkasan pendampingan", rows=4)
    berkas = FileField(label="Laporan pendampingan", labels=REPORT_LABELS)
    berkas_id = IdField(required=False)

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        self.before = current_report(desk.standing.permintaan)
        return {"held_on": desk.today, "ringkasan": self.before.ringkasan if self.before else ""}

    @property
    def returned_because(self) -> str:
        return self.before.returned_reason if self.before else ""

    @property
    def is_reporting(self) -> bool:
        wrong = any(self[name].errors for name in ("ringkasan", "berkas"))
        return wrong or bool(self["ringkasan"].value() or self["berkas_id"].value())

    def to_data(self) -> Mentoring:
        return Mentoring(
            outcome=self.text("outcome"),
            held_on=self.value("held_on"),
            upload_id=self.value("berkas_id"),
            **{name: self.text(name) for name in ("kegiatan", "hasil", "ringkasan")},
        )


class _ReportDecisionForm(DecisionForm):
    reads = Dokumen.Jenis.LAPORAN
    RESULTS = {
        "disetujui": "Laporan pendampingan disetujui.",
        "selesai": "Pendampingan dinyatakan selesai.",
        "dikembalikan": "Laporan dikembalikan dengan catatan.",
    }

    def to_data(self) -> Decision:  # type: ignore[override]  # the data of another step
        return Decision(outcome=self.text("outcome"), catatan=self.text("catatan"))


@form_for("pendampingan", "setujui")
class SetujuiForm(_ReportDecisionForm):
    YES = "disetujui"
    YES_TEXT = "Setujui laporan"


@form_for("pendampingan", "konfirmasi")
class KonfirmasiForm(_ReportDecisionForm):
    YES = "selesai"
    YES_TEXT = "Nyatakan selesai"
