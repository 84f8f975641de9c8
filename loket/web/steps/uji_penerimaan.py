"""Langkah 9: the OPD marks each scenario and decides, beside the evidence of the office's own tests."""

from collections.abc import Mapping

from loket.application.checklist import Answer
from loket.application.steps.s09_implementasi import UatDecision
from loket.models.dokumen import Dokumen
from loket.models.implementasi import Uat
from loket.queries.step_rows import application_of, last_test
from loket.web.components.fields import Choice
from loket.web.steps.checklist import AnswersForm, Row
from loket.web.steps.fields import AreaField, ChoiceField
from loket.web.steps.registry import form_for

_HINTS = {
    Uat.Hasil.DITERIMA: "Aplikasi berjalan sesuai kebutuhan.",
    Uat.Hasil.DITERIMA_DENGAN_CATATAN: "Aplikasi dapat dipakai; catatan diperbaiki kemudian.",
    Uat.Hasil.DITOLAK: "Aplikasi kembali ke programmer untuk diperbaiki.",
}


@form_for("implementasi", "uat")
class UatForm(AnswersForm):
    """The fields of a scenario are of one round: neither a draft nor a page of an earlier one answers for it."""

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

    def prepare(self) -> None:
        uat = last_test(self.desk.standing.permintaan)
        self.versi = uat.versi if uat else ""
        self.scenarios = {f"{one.kode}_{uat.round}": one for one in uat.scenarios()} if uat else {}
        for key, one in self.scenarios.items():
            hasil = ChoiceField(label=f"Hasil {one.kode}", choices=Uat.Lulus.choices)
            self.ask(key, hasil, remark=f"Catatan {one.kode}")
        self.order_fields([name for name in self.fields if name not in self.base_fields])

    @property
    def scenario_rows(self) -> list[Row]:
        return [self.row(key, f"{one.kode} {one.uraian}") for key, one in self.scenarios.items()]

    def place_of(self, data_field: str) -> str:
        """What is not marked is said at the first such scenario, and a remark at its own."""
        if data_field == "hasil":
            names = (f"status_{key}" for key in self.scenarios)
            return next((name for name in names if not (self.value(name) or self.errors.get(name))), "")
        remarks = {f"keterangan_{one.kode}": f"keterangan_{key}" for key, one in self.scenarios.items()}
        return remarks.get(data_field, super().place_of(data_field))

    def to_data(self) -> UatDecision:
        results = {one.kode: self.answer(key) for key, one in self.scenarios.items()}
        return UatDecision(
            outcome=self.text("outcome"), catatan=self.text("catatan"), hasil={**results, **self._unknown()}
        )

    def _unknown(self) -> Mapping[str, Answer]:
        """What was sent about scenarios that this round does not have, under the name by which it came."""
        sent = (name for name in self.typed or () if name.startswith(("status_", "keterangan_")))
        return {name: Answer() for name in sent if name not in self.fields}
