"""The forms of a draft of the SOP: one row, the parts around the table, and the decision that releases it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.forms import BoundField
from django.http import QueryDict

from loket.application.office.sop_draft import printed_roles
from loket.application.office.sop_naskah import NaskahData
from loket.application.office.sop_release import ReleaseData
from loket.application.office.sop_row import RowData
from loket.core.performers import CAN_PERFORM
from loket.core.revising import LISTS, TEXTS, fixed_unit, naskah_of, row_of
from loket.core.role import Role
from loket.core.sop import Bagian, Sop, Step, Unit
from loket.core.sop_difference import NASKAH_FIELDS
from loket.web.office.forms import DatedForm
from loket.web.steps.fields import (
    AreaField,
    DateField,
    ManyField,
    NumberField,
    SeenField,
    SelectField,
    TextField,
    TickField,
)

ONE_A_LINE = "Satu butir tiap baris"
_PLACES = [
    ("", "Tidak terlibat"),
    ("pelaksana", "Pelaksana"),
    ("pendukung", "Pendukung"),
    ("mengetahui", "Mengetahui"),
]
_UNITS = [(Unit.MENIT_KERJA.value, "Menit kerja"), (Unit.HARI_KERJA.value, "Hari kerja")]


class LinesField(AreaField):
    """A list, one item a line."""

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(str(super().clean(value)).splitlines())

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value


class DraftForm(DatedForm):
    """`seen` is the version of the draft that the page showed."""

    seen = SeenField()

    def __init__(self, data: QueryDict | None, *, today: date, seen: int, initial: Mapping[str, Any]) -> None:
        super().__init__(data, today=today, initial={**initial, "seen": seen})

    @property
    def version(self) -> int:
        return int(self.cleaned_data["seen"])

    def refresh(self, version: int) -> None:
        """Whoever has read what somebody else did may send again."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["seen"] = str(version)
        self.data = typed

    def lines(self, name: str) -> Sequence[str]:
        return self.cleaned_data.get(name) or ()


class RowForm(DraftForm):
    """`step` is the row as the draft has it."""

    kegiatan = AreaField(label="Kegiatan", rows=2)
    agenda = LinesField(label="Pokok bahasan", rows=4, help_text=ONE_A_LINE)
    kelengkapan = LinesField(label="Kelengkapan", rows=4, required=False, help_text=ONE_A_LINE)
    nilai = NumberField(label="Waktu baku")
    satuan = SelectField(label="Satuan", choices=_UNITS)
    output = LinesField(label="Output", rows=4, help_text=ONE_A_LINE)
    keterangan = AreaField(label="Keterangan", rows=2, required=False)

    def __init__(self, data: QueryDict | None, *, today: date, seen: int, sop: Sop, step: Step) -> None:
        row = row_of(step)
        super().__init__(data, today=today, seen=seen, initial={**row, **row["waktu"], **_held(row)})
        self._drop(step)
        for role in printed_roles(sop):
            self.fields[f"peran_{role}"] = SelectField(label=role.label, choices=_PLACES)
        for part in choosable(step):
            self.fields[f"bagian_{part.key}"] = _performers(part)

    def _drop(self, step: Step) -> None:
        """What a row does not have, or cannot change."""
        fixed = fixed_unit(step.standard)
        if not step.agenda:
            del self.fields["agenda"]
        if fixed is Unit.KESEPAKATAN:
            del self.fields["nilai"], self.fields["satuan"]
        elif fixed:
            self.fields["satuan"].choices = _UNITS[:1]  # type: ignore[attr-defined]  # a choice field

    def roles(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith("peran_")]

    def parts(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith("bagian_")]

    def to_data(self) -> RowData:
        return RowData(
            kegiatan=self.text("kegiatan"),
            agenda=self.lines("agenda"),
            kelengkapan=self.lines("kelengkapan"),
            output=self.lines("output"),
            keterangan=self.text("keterangan"),
            satuan=self.text("satuan"),
            nilai=self.cleaned_data.get("nilai"),
            peran=self._answers("peran_", ""),
            bagian=self._answers("bagian_", ()),
        )

    def _answers(self, prefix: str, none: Any) -> dict[str, Any]:
        names = [name for name in self.fields if name.startswith(prefix)]
        return {name.removeprefix(prefix): self.cleaned_data.get(name) or none for name in names}


class NaskahForm(DraftForm):
    """The parts around the table, as the draft has them."""

    def __init__(self, data: QueryDict | None, *, today: date, seen: int, sop: Sop) -> None:
        super().__init__(data, today=today, seen=seen, initial=naskah_of(sop.document["naskah"]))
        for name in TEXTS:
            self.fields[name] = AreaField(label=NASKAH_FIELDS[name], rows=5)
        self.fields["definisi"].help_text = "Istilah pada baris pertama, satu baris kosong, lalu definisinya"
        for name in LISTS:
            is_optional = name in {"dasar_hukum", "keterkaitan", "referensi", "perlengkapan", "pencatatan"}
            self.fields[name] = LinesField(
                label=NASKAH_FIELDS[name], rows=4, required=not is_optional, help_text=ONE_A_LINE
            )

    def to_data(self) -> NaskahData:
        return NaskahData(
            texts={name: self.text(name) for name in TEXTS}, lists={name: self.lines(name) for name in LISTS}
        )


class ReleaseForm(DraftForm):
    keputusan = TextField(label="Nomor keputusan", what="nomor keputusan")
    tanggal_penetapan = DateField(label="Tanggal penetapan")
    tanggal_berlaku = DateField(
        label="Tanggal berlaku", help_text="Paling cepat hari ini. Contoh 26/11/2026, besok, atau senin"
    )
    pangkat = TextField(label="Pangkat", required=False, help_text="Tercetak di bawah nama Anda")
    sure = TickField(
        label="Saya sudah memeriksa perbandingan, dan menetapkan revisi ini.",
        help_text="Revisi yang sudah ditetapkan tidak dapat diubah, hanya diganti revisi berikutnya.",
    )

    def to_data(self) -> ReleaseData:
        return ReleaseData(
            keputusan=self.text("keputusan"),
            tanggal_penetapan=self.cleaned_data.get("tanggal_penetapan"),
            tanggal_berlaku=self.cleaned_data.get("tanggal_berlaku"),
            pangkat=self.text("pangkat"),
            sure=bool(self.cleaned_data.get("sure")),
        )


def choosable(step: Step) -> list[Bagian]:
    """The parts that more than one role can carry out."""
    return [part for part in step.bagian.values() if len(_able(part)) > 1]


def _performers(part: Bagian) -> ManyField:
    return ManyField(label=part.nama, choices=[(role.value, role.label) for role in _able(part)])


def _able(part: Bagian) -> Sequence[Role]:
    return CAN_PERFORM.get((part.step, part.key), part.pelaksana)


def _held(row: Mapping[str, Any]) -> dict[str, Any]:
    places = {f"peran_{role}": place for place, _ in _PLACES[1:] for role in row[place]}
    return {**places, **{f"bagian_{key}": roles for key, roles in row["bagian"].items()}}
