"""The OPD has another contact."""

from loket.application.acts import ganti_pic
from loket.application.data import StepData, local_date
from loket.core.amendments import may_revoke
from loket.queries.step_people import opd_accounts
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, PersonField, as_id
from loket.web.steps.s01_surat import CONTACT, NarahubungForm

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
        if not may_revoke(self.actor):
            del self.fields["akun_lama_id"]
            return
        accounts = opd_accounts(self.standing.permintaan.opd_id, local_date(self.now))
        choices = [_KEEP, *((str(one.pk), one.nama) for one in accounts)]
        self.fields["akun_lama_id"].choices = choices  # type: ignore[attr-defined]  # a choice field

    def to_data(self) -> StepData:
        return ganti_pic.Data(
            **{name: self.written(name) for name in CONTACT},
            dasar=self.written("dasar"),
            akun_lama_id=as_id(self.written("akun_lama_id")),
        )
