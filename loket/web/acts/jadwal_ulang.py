"""The OPD did not come to the technical meeting."""

from loket.application.acts import jadwal_ulang
from loket.application.data import StepData
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, TextField


@act_form("jadwal_ulang")
class JadwalUlangForm(MovingForm):
    LABEL = "Catat OPD tidak hadir"
    ICON = "calendar-x"
    EXPLAINED = (
        "Permintaan kembali ke undangan dan menunggu OPD; waktunya tidak dihitung sebagai waktu Dinas Kominfo."
        " Lanjutkan permintaan begitu OPD menyanggupi jadwal baru."
    )
    BUTTON = "Catat tidak hadir"
    RESULT = "Ketidakhadiran dicatat. OPD mendapat pemberitahuan."

    catatan = AreaField(label="Catatan", help_text="Sampai pukul berapa ditunggu, dan siapa yang dihubungi.")
    surat_teguran = TextField(label="Nomor surat kepada Kepala OPD", what="nomor surat")

    def prepare(self) -> None:
        facts = self.standing.facts
        if not jadwal_ulang.needs_letter(facts):
            del self.fields["surat_teguran"]
        else:
            times = facts.missed + 1
            self.fields["surat_teguran"].help_text = f"Wajib, karena OPD sudah {times} kali tidak hadir."

    def to_data(self) -> StepData:
        return jadwal_ulang.Data(catatan=self.written("catatan"), surat_teguran=self.written("surat_teguran"))
