"""Langkah 2: the sheet of disposisi beside the letter; forward to a person, or back to the OPD."""

from collections.abc import Mapping
from typing import Any

from django.forms import HiddenInput

from loket.application.steps.s02_disposisi import RECIPIENTS, Data
from loket.core.role import Role
from loket.models.dokumen import Dokumen
from loket.models.surat import Disposisi
from loket.queries.step_people import Candidate, candidates
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.fields import AreaField, ChoiceField, ManyField, PersonField, TextField, as_id
from loket.web.steps.people import with_title
from loket.web.steps.registry import form_for

RETURNED = "dikembalikan"
_OUTCOME = {role: outcome for outcome, role in RECIPIENTS.items()}


@form_for("disposisi", "kepala_dinas", "kepala_bidang")
class DisposisiForm(StepForm):
    """`ke` holds the outcome and the person, because somebody may sit at two desks."""

    template = "steps/forms/disposisi.html"
    MAIN = "sampai_di_seksi"
    PLACES = {"kepada_id": "ke", "outcome": "ke"}
    reads = Dokumen.Jenis.SURAT

    outcome = TextField(required=False, widget=HiddenInput)
    ke = PersonField(label="Diteruskan kepada")
    sifat = ChoiceField(label="Sifat", choices=Disposisi.Sifat.choices)
    instruksi = ManyField(label="Dengan hormat harap", choices=Disposisi.INSTRUCTIONS.items())
    catatan = AreaField(label="Catatan", required=False, rows=2)
    kekurangan = AreaField(label="Yang perlu dilengkapi OPD", help_text="OPD membaca kalimat ini.")

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        self.people: list[Candidate] = []
        if self.typed is None:
            self._offer()
        preset = next((_value(one) for one in self.people if one.role is Role.KEPALA_SEKSI), "")
        return {"ke": preset, "sifat": Disposisi.Sifat.BIASA, "instruksi": ["tindak_lanjuti"]}

    def prepare(self) -> None:
        self._show()

    def dress(self) -> None:
        if self.typed is not None:
            self._offer()
            self._show()

    def _offer(self) -> None:
        self.people = _recipients(self.desk)

    def _show(self) -> None:
        self.fields["ke"].choices = [(_value(one), with_title(one)) for one in self.people]  # type: ignore[attr-defined]  # a choice field

    @property
    def recipient(self) -> str:
        """The name on the button before a script follows the choice."""
        chosen = str(self["ke"].value() or "")
        return next((one.nama for one in self.people if _value(one) == chosen), "...")

    @property
    def is_returning(self) -> bool:
        return bool(self["kekurangan"].value() or self["kekurangan"].errors)

    def to_data(self) -> Data:
        if self.text("outcome") == RETURNED:
            return Data(outcome=RETURNED, kekurangan=self.text("kekurangan"), catatan=self.text("catatan"))
        outcome, _, person = self.text("ke").partition(":")
        return Data(
            outcome=outcome,
            kepada_id=as_id(person),
            sifat=self.text("sifat"),
            instruksi=tuple(self.value("instruksi") or ()),
            catatan=self.text("catatan"),
        )

    def result(self, outcome: str, next_people: Mapping[int, str]) -> str:
        if outcome == RETURNED:
            return "Surat dikembalikan ke OPD untuk dilengkapi."
        chosen = as_id(self.text("ke").partition(":")[2]) or 0
        return f"Didisposisikan ke {next_people.get(chosen, 'pejabat berikutnya').removesuffix('.')}."


def _recipients(desk: Desk) -> list[Candidate]:
    """Whom this desk may pass a letter to: the head of section first, as most letters go there."""
    roles = [Role.KEPALA_SEKSI]
    if desk.bagian == "kepala_dinas":
        roles.append(Role.KEPALA_BIDANG)
    return candidates(roles, desk.now, desk.today)


def _value(one: Candidate) -> str:
    return f"{_OUTCOME[one.role]}:{one.id}"
