"""Put off an agreed date."""

from loket.application.acts import perpanjang
from loket.application.data import StepData
from loket.core.acts import agreed_now
from loket.queries.step_rows import Standing
from loket.web import formats
from loket.web.acts.forms import MovingForm, act_form
from loket.web.steps.fields import AreaField, DateField, TextField


@act_form("perpanjang")
class PerpanjangForm(MovingForm):
    LABEL = "Perpanjang waktu"
    ICON = "calendar-plus"
    EXPLAINED = "Tanggal yang disepakati dengan OPD diganti dengan addendum. Tanggal semula tetap tersimpan."
    BUTTON = "Perpanjang waktu"
    RESULT = "Tanggal yang disepakati diganti. OPD dan tim mendapat pemberitahuan."

    sampai = DateField(label="Menjadi sampai")
    nomor = TextField(
        label="Nomor addendum",
        required=False,
        help_text="Kosongkan bila addendum diterbitkan di Loket; konsepnya disiapkan.",
    )
    alasan = AreaField(label="Alasan perpanjangan")

    def prepare(self) -> None:
        self.fields["sampai"].help_text = agreed_before(self.standing)

    def to_data(self) -> StepData:
        return perpanjang.Data(
            sampai=self.cleaned_data.get("sampai"), nomor=self.written("nomor"), alasan=self.written("alasan")
        )


def agreed_before(standing: Standing) -> str:
    """The date that a new one would replace."""
    step, agreed = agreed_now(standing.facts)
    what = "Akhir pendampingan" if step == "pendampingan" else "Akhir pengerjaan"
    return f"{what} semula {formats.full_date(agreed)}." if agreed else ""
