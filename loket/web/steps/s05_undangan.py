"""Langkah 5: the invitation; the next free stretch is proposed, and a clash is asked about once."""

from typing import Any

from loket.application.steps.s05_undangan import Data
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.rapat import Rapat
from loket.queries.step_meetings import Taken, clashes, next_free_slot
from loket.queries.step_people import candidates
from loket.web import formats
from loket.web.components.fields import Choice
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.dates import moment
from loket.web.steps.fields import (
    AddressField,
    AreaField,
    ChoiceField,
    DateField,
    ManyField,
    TextField,
    TickField,
    TimeField,
)
from loket.web.steps.registry import form_for

PLACE = "Ruang Rapat Dinas Kominfo"
INVITED = (Role.SISTEM_ANALIS, Role.PROGRAMMER, Role.KEPALA_SEKSI, Role.KEPALA_BIDANG)


@form_for("undangan", "undangan")
class UndanganForm(StepForm):
    template = "steps/forms/undangan.html"
    PLACES = {"start": "tanggal", "end": "jam_selesai"}
    RESULTS = {"diundang": "Undangan technical meeting terkirim."}

    tanggal = DateField(label="Tanggal rapat")
    jam_mulai = TimeField(label="Mulai pukul")
    jam_selesai = TimeField(label="Selesai pukul")
    tempat = TextField(label="Tempat", help_text="Isi tempat, tautan, atau keduanya.")
    tautan = AddressField(label="Tautan rapat daring", required=False, help_text="Diawali https://")
    peserta_ids = ManyField(label="Peserta dari Dinas Kominfo")
    kanal = ChoiceField(label="Undangan disampaikan lewat", choices=Rapat.Kanal.choices)
    catatan_telepon = AreaField(
        label="Catatan telepon",
        required=False,
        rows=2,
        help_text="Untuk undangan lewat telepon: siapa yang dihubungi, jam, dan jawabannya.",
    )
    nomor_surat = TextField(
        label="Nomor surat undangan", required=False, help_text="Untuk undangan lewat surat resmi."
    )
    bahan = AreaField(label="Bahan yang perlu dibawa", required=False, rows=2)
    tetap_undang = TickField(label="Tetap undang pada waktu ini")

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        permintaan = desk.standing.permintaan
        team = {user_id for user_id, _ in desk.standing.facts.team}
        minutes = desk.standing.sop.step("rapat_teknis").standard.value or 0
        slot = next_free_slot(desk.calendar, desk.now, team, minutes, besides=permintaan)
        proposed: dict[str, Any] = {
            "tempat": PLACE,
            "kanal": Rapat.Kanal.WHATSAPP,
            "peserta_ids": [str(one) for one in team],
        }
        if slot:
            proposed |= {
                "tanggal": slot.start.date(),
                "jam_mulai": slot.start.time(),
                "jam_selesai": slot.end.time(),
            }
        return proposed

    def prepare(self) -> None:
        self.taken: list[Taken] = []
        held = candidates(INVITED, self.desk.now, self.desk.today, with_loads=False)
        self.people = {one.id: one for one in reversed(held)}
        self._offer()

    def dress(self) -> None:
        self._offer()

    def _offer(self) -> None:
        """The team first."""
        team = {user_id for user_id, _ in self.desk.standing.facts.team}
        ordered = sorted(self.people.values(), key=lambda one: (one.id not in team, one.nama))
        self.fields["peserta_ids"].choices = [  # type: ignore[attr-defined]  # a choice field
            (str(one.id), Choice(one.nama, hint=f"{one.title}, anggota tim" if one.id in team else one.title))
            for one in ordered
        ]

    def place_of(self, data_field: str) -> str:
        if data_field == "start" and self.value("tanggal") and not self.value("jam_mulai"):
            return "jam_mulai"
        return super().place_of(data_field)

    def to_data(self) -> Data:
        day = self.value("tanggal")
        texts = ("tempat", "tautan", "kanal", "catatan_telepon", "nomor_surat", "bahan")
        return Data(
            start=moment(day, self.value("jam_mulai")),
            end=moment(day, self.value("jam_selesai")),
            peserta_ids=tuple(int(one) for one in self.value("peserta_ids") or ()),
            **{name: self.text(name) for name in texts},
        )

    def needs_a_second_look(self) -> bool:
        """Ask once where somebody is invited elsewhere at that time; the rules do not forbid it."""
        data = self.to_data()
        if self.value("tetap_undang") or data.start is None or data.end is None:
            return False
        self.taken = clashes(data.peserta_ids, data.start, data.end, besides=self.desk.standing.permintaan)
        return bool(self.taken)

    @property
    def clash_sentences(self) -> tuple[str, ...]:
        return tuple(
            f"{one.nama} sudah diundang rapat lain pada {formats.full_date(one.start.astimezone(ZONE))},"
            f" {formats.clock(one.start.astimezone(ZONE))}-{formats.clock(one.end.astimezone(ZONE))}."
            for one in self.taken
        )
