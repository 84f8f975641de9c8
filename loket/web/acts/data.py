"""Put right what is known of a permintaan: its contact, and what was typed wrongly."""

from typing import Any

from django import forms

from loket.application.acts import ganti_pic, koreksi_data
from loket.application.asked import LETTER, NEED
from loket.application.data import StepData, local_date
from loket.queries.step_people import opd_accounts
from loket.queries.step_rows import current_letter
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, PersonField, as_id
from loket.web.steps.s01_surat import CONTACT, KebutuhanForm, NarahubungForm, SuratForm

_KEEP = ("", "Tetap, tidak ada akun yang dicabut")


@act_form("ganti_pic")
class GantiPicForm(MovingForm, NarahubungForm):
    LABEL = "Ganti narahubung"
    ICON = "user"
    EXPLAINED = "Narahubung sebelumnya tetap tersimpan dalam catatan."
    BUTTON = "Ganti narahubung"
    RESULT = "Narahubung diganti. Tim mendapat pemberitahuan."

    akun_lama_id = PersonField(label="Akun OPD yang dicabut aksesnya", required=False)
    dasar = AreaField(
        label="Dasar penggantian", help_text="Nomor surat, atau siapa yang memberi tahu dan kapan."
    )

    def prepare(self) -> None:
        accounts = opd_accounts(self.standing.permintaan.opd_id, local_date(self.now))
        choices = [_KEEP, *((str(one.pk), one.nama) for one in accounts)]
        self.fields["akun_lama_id"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def to_data(self) -> StepData:
        return ganti_pic.Data(
            **{name: self.written(name) for name in CONTACT},
            dasar=self.written("dasar"),
            akun_lama_id=as_id(self.written("akun_lama_id")),
        )


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
        for name in ("bentuk", "kanal", "berkas", "berkas_id"):
            del self.fields[name]
        permintaan = self.standing.permintaan
        surat = current_letter(permintaan)
        self.before: dict[str, Any] = {
            **{name: getattr(permintaan, name) for name in NEED},
            **({name: getattr(surat, name) for name in LETTER} if surat else {}),
        }
        self.initial = {**self.initial, **self.before}

    def to_data(self) -> StepData:
        changes = {
            name: self._value(name)
            for name, before in self.before.items()
            if name not in self.errors and self._value(name) != before
        }
        return koreksi_data.Data(changes=changes, sebab=self.written("sebab"))

    def _value(self, name: str) -> Any:
        is_date = isinstance(self.fields[name].widget, forms.DateInput)
        return self.cleaned_data.get(name) if is_date else self.written(name)
