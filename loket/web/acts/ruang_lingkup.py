"""A change of scope: asked for, decided, and brought into the documents."""

from loket.application.acts import perubahan_ruang_lingkup, putuskan_perubahan, terapkan_perubahan
from loket.application.data import StepData
from loket.application.review import DOCUMENT_LABELS
from loket.models.perubahan import PerubahanLingkup
from loket.queries.step_rows import change_in_hand
from loket.web.acts.forms import MovingForm, act_form
from loket.web.acts.perpanjang import agreed_before
from loket.web.components.facts import Fact
from loket.web.steps.fields import (
    AreaField,
    ChoiceField,
    DateField,
    FileField,
    IdField,
    NumberField,
    TextField,
    TickField,
)
from loket.web.work.scope import facts_of


@act_form("perubahan_ruang_lingkup")
class PerubahanForm(MovingForm):
    LABEL = "Ajukan perubahan ruang lingkup"
    ICON = "file-pen"
    EXPLAINED = (
        "Spesifikasi yang sudah disetujui berubah hanya dengan formulir ini."
        " Yang memutuskan bergantung pada dampaknya terhadap usaha, waktu, dan anggaran."
    )
    BUTTON = "Ajukan perubahan"
    RESULT = "Perubahan ruang lingkup diajukan. Yang memutuskan mendapat pemberitahuan."

    uraian = AreaField(label="Uraian perubahan")
    alasan = AreaField(label="Alasan perubahan")
    usaha = NumberField(label="Tambahan usaha (persen)", help_text="Dari usaha yang disepakati, contoh 10")
    hari = NumberField(label="Tambahan waktu (hari kerja)", help_text="Isi 0 bila tanggal tidak berubah")
    perlu_anggaran = TickField(label="Perlu tambahan anggaran")
    risiko = AreaField(label="Dampak pada risiko")
    keamanan = AreaField(label="Dampak pada keamanan")

    def to_data(self) -> StepData:
        return perubahan_ruang_lingkup.Data(
            uraian=self.written("uraian"),
            alasan=self.written("alasan"),
            usaha=self.cleaned_data.get("usaha"),
            hari=self.cleaned_data.get("hari"),
            perlu_anggaran=bool(self.cleaned_data.get("perlu_anggaran")),
            risiko=self.written("risiko"),
            keamanan=self.written("keamanan"),
        )


class _OfChange(MovingForm):
    """With the change itself above the fields."""

    def facts(self) -> tuple[Fact, ...]:
        change = change_in_hand(self.standing.permintaan)
        return facts_of(change) if change else ()


@act_form("putuskan_perubahan")
class PutuskanPerubahanForm(_OfChange):
    LABEL = "Putuskan perubahan ruang lingkup"
    ICON = "badge-check"
    EXPLAINED = "Tanggal yang disepakati hanya berubah dengan addendum; tanggal semula tetap tersimpan."
    BUTTON = "Simpan keputusan"
    RESULT = "Keputusan tersimpan. OPD dan tim mendapat pemberitahuan."

    keputusan = ChoiceField(
        label="Keputusan",
        choices=[
            (PerubahanLingkup.Keputusan.DISETUJUI, "Setujui"),
            (PerubahanLingkup.Keputusan.DITOLAK, "Tolak"),
        ],
    )
    catatan = AreaField(label="Pertimbangan")
    sampai = DateField(label="Tanggal baru", required=False)
    nomor = TextField(label="Nomor addendum", required=False)

    def prepare(self) -> None:
        """Only a change that needs more days is asked for the new date."""
        change = change_in_hand(self.standing.permintaan)
        if change is None or not change.hari:
            del self.fields["sampai"], self.fields["nomor"]
        else:
            self.fields["sampai"].help_text = f"Isi bila disetujui. {agreed_before(self.standing)}"
            self.fields["nomor"].help_text = "Isi bila disetujui."

    def to_data(self) -> StepData:
        return putuskan_perubahan.Data(
            keputusan=self.written("keputusan"),
            catatan=self.written("catatan"),
            sampai=self.cleaned_data.get("sampai"),
            nomor=self.written("nomor"),
        )


@act_form("terapkan_perubahan")
class TerapkanPerubahanForm(_OfChange):
    LABEL = "Perbarui dokumen spesifikasi"
    ICON = "file-text"
    EXPLAINED = "Unggah versi baru dokumen spesifikasi yang memuat perubahan yang disetujui."
    BUTTON = "Simpan versi baru"
    RESULT = "Versi baru dokumen spesifikasi tersimpan."
    PLACES = {"upload_id": "berkas"}
    takes_file = True

    berkas = FileField(label="Dokumen spesifikasi", labels=DOCUMENT_LABELS)
    berkas_id = IdField(required=False)
    versi = TextField(label="Versi", help_text="Contoh 1.1")
    catatan = AreaField(label="Catatan", required=False)

    def to_data(self) -> StepData:
        return terapkan_perubahan.Data(
            upload_id=self.cleaned_data.get("berkas_id"),
            versi=self.written("versi"),
            catatan=self.written("catatan"),
        )
