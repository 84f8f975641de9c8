"""Langkah 9: progress in percent, and the hand-over for test. The OPD tests in `uji_penerimaan`."""

from functools import cached_property
from typing import Any

from django.http import QueryDict

from loket.application.gitlab.merge_requests import Proposal, proposal_of
from loket.application.scenarios import MOST
from loket.application.steps.s09_implementasi import EVIDENCE_LABELS, Building
from loket.queries.gitlab import merge_requests_of
from loket.queries.step_rows import application_of, last_test
from loket.web.steps.base import Desk
from loket.web.steps.checklist import ChecklistForm
from loket.web.steps.fields import (
    AddressField,
    AreaField,
    FileField,
    IdField,
    NumberField,
    TextField,
)
from loket.web.steps.registry import form_for

PROGRESS, READY = "kemajuan", "siap_uji"
_HAND_OVER = ("repository", "address", "versi", "skenario", "berkas")
_PREPARED = frozenset({*_HAND_OVER, "berkas_id"})


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
    versi = TextField(label="Versi yang diuji", help_text="Contoh 1.0.0")
    skenario = AreaField(
        label="Skenario uji",
        help_text=f"Satu skenario per baris, paling banyak {MOST}. Contoh: Petugas mencetak rekap harian.",
        rows=6,
    )
    berkas = FileField(label="Bukti pengujian", labels=EVIDENCE_LABELS)
    berkas_id = IdField(required=False)

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        aplikasi = application_of(desk.standing.permintaan)
        known = {"repository": aplikasi.repository, "address": aplikasi.address} if aplikasi else {}
        return super().initial_of(desk) | known | _tested_before(desk)

    def to_data(self) -> Building:
        return Building(
            outcome=self.text("outcome"),
            percent=self.value("percent"),
            catatan=self.text("catatan"),
            repository=self.text("repository"),
            address=self.text("address"),
            versi=self.text("versi"),
            skenario=self.text("skenario"),
            upload_id=self.value("berkas_id"),
            periksa=self.answers(),
        )

    @cached_property
    def proposal(self) -> Proposal | None:
        """What the merge requests in GitLab say of the progress."""
        return proposal_of(merge_requests_of(self.desk.standing.permintaan))

    def with_proposal(self, typed: QueryDict) -> QueryDict:
        """Filled into the fields, behind what was written already; sending it is still for the programmer."""
        proposal, filled = self.proposal, typed.copy()
        if proposal is None:
            return typed
        written = typed.get("catatan", "").strip()
        if proposal.catatan not in written:
            filled["catatan"] = f"{written}\n{proposal.catatan}".strip()
        filled["percent"] = str(proposal.percent)
        return filled

    @property
    def is_ready(self) -> bool:
        return self._is_prepared or any(self[name].errors for name in _HAND_OVER)

    @property
    def _is_prepared(self) -> bool:
        """Whether something was typed for the test that was not proposed."""
        return self.typed is not None and not _PREPARED.isdisjoint(self.changed_data)

    def left_over(self, outcome: str) -> QueryDict | None:
        """The test is prepared over many reports of progress."""
        if outcome != PROGRESS or self.typed is None or not self._is_prepared:
            return None
        left = self.typed.copy()
        for name in ("outcome", "catatan", "percent"):
            left.pop(name, None)
        return left


def _tested_before(desk: Desk) -> dict[str, str]:
    """A next round tests what was tested before, its lines ended as a form sends them back."""
    before = last_test(desk.standing.permintaan)
    if before is None:
        return {}
    return {"versi": before.versi, "skenario": "\r\n".join(one.uraian for one in before.scenarios())}
