"""The forms of the acts: each cleans what was typed, and says how its page reads."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from django import forms
from django.http import QueryDict

from loket.application.acts import diskusi, surat_asli_diterima, tarik
from loket.application.data import StepData
from loket.application.gitlab.posting import takes_comments
from loket.core.actor import Actor
from loket.core.acts import is_of_office
from loket.core.zone import ZONE
from loket.queries.step_rows import Standing
from loket.web.components.facts import Fact
from loket.web.steps.base import PlainForm
from loket.web.steps.dates import moment
from loket.web.steps.fields import AreaField, DateField, SeenField, TextField, TickField, TimeField, as_id

FORMS: dict[str, type["ActForm"]] = {}

F = TypeVar("F", bound="type[ActForm]")


def act_form(key: str) -> Callable[[F], F]:
    def register(form: F) -> F:
        FORMS[key] = form
        return form

    return register


class ActForm(PlainForm):
    """`ANCHOR`: the place on the page of the permintaan to come back to."""

    LABEL: ClassVar[str]
    ICON: ClassVar[str]
    EXPLAINED: ClassVar[str]
    BUTTON: ClassVar[str]
    RESULT: ClassVar[str]
    ANCHOR: ClassVar[str] = ""
    KIND: ClassVar[str] = "utama"
    PLACES: ClassVar[Mapping[str, str]] = {}
    takes_file: ClassVar[bool] = False

    def __init__(
        self, standing: Standing, actor: Actor, now: datetime, data: QueryDict | None = None
    ) -> None:
        self.standing, self.actor = standing, actor
        initial = {"seen": standing.permintaan.revision, **self.initial_at(now)}
        super().__init__(data, now=now, calendar=standing.calendar, initial=initial)
        self.prepare()

    def initial_at(self, now: datetime) -> dict[str, Any]:
        return {}

    def prepare(self) -> None:
        """Offer the choices, and say what this permintaan has to do with the fields."""

    def facts(self) -> tuple[Fact, ...]:
        """What to know before deciding, besides which permintaan it is."""
        return ()

    @property
    def upload_url(self) -> str:
        """Where a script sends the file ahead of the form."""
        return "/unggah" if self.takes_file else ""

    def shown(self) -> list[forms.BoundField]:
        """Its fields in order. By which id a file is kept is said beside the file, where another replaces it."""
        return [bound for bound in self if bound.name != "berkas_id"]

    def file_ids(self) -> list[int]:
        """The uploads that the form shows as kept."""
        found = as_id(str(self["berkas_id"].value() or "")) if self.takes_file else None
        return [] if found is None else [found]

    def to_data(self) -> StepData:
        raise NotImplementedError

    def place(self, problems: Mapping[str, list[str]]) -> None:
        for data_field, sentences in problems.items():
            name = self.PLACES.get(data_field, data_field)
            if not self.errors.get(name):
                self.add_error(name, sentences)

    def written(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")


class MovingForm(ActForm):
    """Of an act that changes where a permintaan stands: its page must be fresh."""

    seen = SeenField(widget=forms.HiddenInput)


@act_form("surat_asli_diterima")
class SuratAsliForm(ActForm):
    LABEL = "Catat surat asli diterima"
    ICON = "file-check"
    EXPLAINED = "Surat fisik sudah di kantor, atau TTE pada surat elektronik sudah dipastikan sah."
    BUTTON = "Catat surat asli diterima"
    RESULT = "Surat asli tercatat diterima. Analisis dapat dimulai begitu gilirannya tiba."
    PLACES = {"received_at": "tanggal"}

    tanggal = DateField(label="Diterima tanggal")
    jam = TimeField(label="Diterima pukul")
    catatan = TextField(label="Catatan", required=False, help_text="Contoh diantar langsung, satu map")

    def initial_at(self, now: datetime) -> dict[str, Any]:
        local = now.astimezone(ZONE)
        return {"tanggal": local.date(), "jam": local.time()}

    def to_data(self) -> StepData:
        received_at = moment(self.cleaned_data.get("tanggal"), self.cleaned_data.get("jam"))
        return surat_asli_diterima.Data(received_at=received_at, catatan=self.written("catatan"))


@act_form("tarik")
class TarikForm(MovingForm):
    LABEL = "Tarik permintaan"
    ICON = "circle-x"
    EXPLAINED = "Permintaan berakhir dan tidak dapat dibuka lagi. Anda dapat mengajukan yang baru kapan saja."
    BUTTON = "Tarik permintaan ini"
    RESULT = "Permintaan ditarik. Dinas Kominfo mendapat pemberitahuan."
    KIND = "bahaya"

    alasan = AreaField(label="Alasan penarikan")

    def to_data(self) -> StepData:
        return tarik.Data(alasan=self.written("alasan"))


@act_form("diskusi")
class DiskusiForm(ActForm):
    LABEL = "Tulis tanggapan"
    ICON = "message-square"
    EXPLAINED = "Tanggapan terbaca oleh OPD dan Dinas Kominfo."
    BUTTON = "Kirim tanggapan"
    RESULT = "Tanggapan terkirim."
    ANCHOR = "#diskusi"

    text = AreaField(label="Tanggapan")
    ke_gitlab = TickField(
        label="Kirim juga ke GitLab",
        help_text="Hanya untuk catatan internal. Nama Anda ikut terkirim. Jangan menulis data pribadi, seperti NIK atau nomor telepon.",
    )

    def prepare(self) -> None:
        if not (is_of_office(self.actor) and takes_comments(self.standing.permintaan)):
            del self.fields["ke_gitlab"]

    @property
    def offers_gitlab(self) -> bool:
        return "ke_gitlab" in self.fields

    def to_data(self) -> StepData:
        return diskusi.Data(text=self.written("text"), ke_gitlab=bool(self.cleaned_data.get("ke_gitlab")))


@act_form("catatan_internal")
class CatatanInternalForm(DiskusiForm):
    LABEL = "Tulis catatan internal"
    ICON = "lock"
    EXPLAINED = "Catatan internal hanya terbaca oleh Dinas Kominfo."
    BUTTON = "Simpan catatan internal"
    RESULT = "Catatan internal tersimpan."
