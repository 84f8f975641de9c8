"""Langkah 6: who came, what was said, and the four outputs; or what another session must settle."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from loket.application.steps.s06_rapat_teknis import ITEM_KINDS, Attendee, Data, Item
from loket.core.zone import ZONE
from loket.models.rapat import Kesepakatan, Rapat
from loket.models.user import User
from loket.queries.step_meetings import invitation_of
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.dates import moment
from loket.web.steps.fields import (
    AreaField,
    ChoiceField,
    DateField,
    SelectField,
    TextField,
    TickField,
    TimeField,
)
from loket.web.steps.registry import form_for
from loket.web.steps.rows import RowForm, row_set

OFFICE = "Dinas Kominfo"
NEEDED = (("software", "", "kominfo"), ("hardware", "", "kominfo"))


class AttendeeForm(RowForm):
    TITLE = "Kehadiran"

    nama = TextField(label="Nama")
    instansi = TextField(label="Instansi")
    is_present = TickField(label="Hadir")


class ItemForm(RowForm):
    TITLE = "Perangkat"

    jenis = SelectField(label="Jenis", choices=ITEM_KINDS.items())
    nama = TextField(label="Nama")
    pihak = SelectField(label="Disediakan oleh", choices=Kesepakatan.Pihak.choices)


@form_for("rapat_teknis", "rapat_teknis")
class RapatForm(StepForm):
    template = "steps/forms/rapat_teknis.html"
    MAIN = "lanjut"
    PLACES = {"held_start": "tanggal", "held_end": "jam_selesai", "keputusan": ""}
    RESULTS = {
        "lanjut": "Hasil dan kesepakatan technical meeting tersimpan.",
        "rapat_lagi": "Hasil rapat tersimpan. Technical meeting dilanjutkan pada sesi berikutnya.",
    }

    tanggal = DateField(label="Tanggal rapat")
    jam_mulai = TimeField(label="Dimulai pukul")
    jam_selesai = TimeField(label="Selesai pukul")
    notulen = AreaField(label="Notulen", rows=6)
    kebutuhan = AreaField(label="Kebutuhan aplikasi yang disepakati", rows=5)
    implementasi_from = DateField(label="Pengerjaan dimulai")
    implementasi_until = DateField(label="Pengerjaan selesai", help_text="Menjadi batas langkah 9.")
    pemelihara = ChoiceField(label="Pihak yang memelihara", choices=Kesepakatan.Pihak.choices)
    pemelihara_nama = TextField(label="Nama penanggung jawab", help_text="Orang atau unit kerja")
    alasan_lanjutan = AreaField(label="Yang masih perlu dibahas", rows=2)
    keputusan = TextField(required=False)

    @cached_property
    def invitation(self) -> Rapat | None:
        return invitation_of(self.desk.standing.permintaan)

    @cached_property
    def known(self) -> dict[str, User]:
        """The office's people on the invitation, by name; only they are written down by id."""
        return {user.nama: user for user in self.invitation.peserta.all()} if self.invitation else {}

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        answers: dict[str, Any] = {"kebutuhan": desk.standing.permintaan.kebutuhan}
        if self.invitation:
            start = self.invitation.planned_start.astimezone(ZONE)
            end = self.invitation.planned_end.astimezone(ZONE)
            answers |= {"tanggal": start.date(), "jam_mulai": start.time(), "jam_selesai": end.time()}
        return answers

    def prepare(self) -> None:
        self.attendees = row_set(AttendeeForm, "attendees", self.typed, initial=list(self._invited()))
        needed = [{"jenis": jenis, "nama": nama, "pihak": pihak} for jenis, nama, pihak in NEEDED]
        self.items = row_set(ItemForm, "items", self.typed, initial=needed)
        self.rows = (self.attendees, self.items)

    def _invited(self) -> Iterator[Mapping[str, Any]]:
        permintaan = self.desk.standing.permintaan
        yield {"nama": permintaan.pic_nama, "instansi": permintaan.opd.singkatan, "is_present": True}
        for user in self.known.values():
            yield {"nama": user.nama, "instansi": OFFICE, "is_present": True}

    def place_of(self, data_field: str) -> str:
        if data_field == "held_start" and self.value("tanggal"):
            return "jam_mulai"
        return super().place_of(data_field)

    def to_data(self) -> Data:
        day = self.value("tanggal")
        texts = ("notulen", "kebutuhan", "pemelihara", "pemelihara_nama", "alasan_lanjutan")
        return Data(
            held_start=moment(day, self.value("jam_mulai")),
            held_end=moment(day, self.value("jam_selesai")),
            attendees=tuple(self._attendee(row) for row in self.attendees.values()),
            items=tuple(
                Item(jenis=row.get("jenis") or "", nama=row.get("nama") or "", pihak=row.get("pihak") or "")
                for row in self.items.values()
            ),
            keputusan=self.text("keputusan"),
            implementasi_from=self.value("implementasi_from"),
            implementasi_until=self.value("implementasi_until"),
            **{name: self.text(name) for name in texts},
        )

    def _attendee(self, row: Mapping[str, Any]) -> Attendee:
        nama, instansi = row.get("nama") or "", row.get("instansi") or ""
        user = self.known.get(nama) if instansi == OFFICE else None
        return Attendee(
            nama=nama,
            instansi=instansi,
            is_present=bool(row.get("is_present")),
            user_id=user.pk if user else None,
        )

    @property
    def is_continued(self) -> bool:
        return bool(self["alasan_lanjutan"].value() or self["alasan_lanjutan"].errors)
