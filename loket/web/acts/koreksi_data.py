"""Put right what was typed wrongly."""

from typing import Any, cast

from django import forms

from loket.application.acts import koreksi_data
from loket.application.asked import LETTER, NEED
from loket.application.data import StepData
from loket.core.amendments import may_not_correct
from loket.queries.step_rows import current_letter
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField
from loket.web.steps.s01_surat import KebutuhanForm, SuratForm


@act_form("koreksi_data")
class KoreksiDataForm(MovingForm, KebutuhanForm, SuratForm):
    LABEL = "Perbaiki data"
    ICON = "pencil"
    EXPLAINED = "Ubah isian yang keliru saja. Isian semula, alasan, dan nama Anda tetap tercatat."
    BUTTON = "Simpan perbaikan"
    RESULT = "Data diperbaiki. OPD dan tim mendapat pemberitahuan."

    field_order = ("seen", *NEED, *LETTER, "sebab")
    sebab = AreaField(label="Sebab perbaikan", help_text="Apa yang keliru, dan dari mana data yang benar.")

    def prepare(self) -> None:
        """What the letter was, and its file, is replaced by a return to the first step."""
        fixed = {name for name in (*NEED, *LETTER) if may_not_correct(name, self.actor, self.standing.facts)}
        for name in ("bentuk", "kanal", "berkas", "berkas_id", *fixed):
            del self.fields[name]
        permintaan = self.standing.permintaan
        surat = current_letter(permintaan)
        before = {
            **{name: getattr(permintaan, name) for name in NEED},
            **({name: getattr(surat, name) for name in LETTER} if surat else {}),
        }
        self.before: dict[str, Any] = {name: value for name, value in before.items() if name not in fixed}
        self.initial = {**self.initial, **self.before}

    def to_data(self) -> StepData:
        changes = {
            name: self._value(name)
            for name, before in self.before.items()
            if name not in self.errors and self._value(name) != before
        }
        return koreksi_data.Data(changes=cast("koreksi_data.Changes", changes), sebab=self.written("sebab"))

    def _value(self, name: str) -> Any:
        is_date = isinstance(self.fields[name].widget, forms.DateInput)
        return self.cleaned_data.get(name) if is_date else self.written(name)
