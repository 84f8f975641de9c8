"""Langkah 10: the facts of the BAST. It is signed in `tanda_tangan`."""

from typing import Any

from loket.application.steps.s10_serah_terima import Preparation
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.bast import Bast
from loket.queries.step_people import candidates
from loket.queries.step_rows import current_bast, current_letter, last_test
from loket.web.steps.base import Desk, StepForm
from loket.web.steps.dates import moment
from loket.web.steps.fields import AreaField, DateField, TextField, TimeField
from loket.web.steps.registry import form_for

HANDED_OVER = """Aplikasi terpasang; 1; berfungsi
Kode sumber; 1; lengkap
Buku petunjuk; 1; lengkap
Akun pengelola; 1; diserahkan terpisah"""
_KEPT = (
    "versi_aplikasi",
    "tempat",
    "peserta",
    "rincian",
    "pihak_kesatu",
    "pihak_kedua",
    "pendampingan_until",
)


@form_for("serah_terima", "siapkan")
class SiapkanForm(StepForm):
    """A returned BAST comes back with its facts, to be put right."""

    template = "steps/forms/siapkan.html"
    PLACES = {"launch_start": "tanggal", "launch_end": "jam_selesai"}
    RESULTS = {"disiapkan": "Berita acara serah terima disiapkan."}

    versi_aplikasi = TextField(label="Versi aplikasi", help_text="Contoh 1.0.0")
    tanggal = DateField(label="Tanggal launching")
    jam_mulai = TimeField(label="Mulai pukul")
    jam_selesai = TimeField(label="Selesai pukul")
    tempat = TextField(label="Tempat launching")
    peserta = AreaField(label="Peserta launching", help_text="Satu nama per baris.", rows=4)
    rincian = AreaField(
        label="Yang diserahkan",
        help_text="Satu per baris: uraian; jumlah; kondisi. Contoh: Buku petunjuk; 2 eksemplar; lengkap.",
        rows=5,
    )
    pihak_kesatu = TextField(label="PIHAK KESATU", help_text="Yang menyerahkan, untuk Dinas Kominfo")
    pihak_kedua = TextField(label="PIHAK KEDUA", help_text="Yang menerima, untuk OPD")
    pendampingan_until = DateField(label="Akhir pendampingan", help_text="Menjadi batas langkah 12.")

    def initial_of(self, desk: Desk) -> dict[str, Any]:
        self.before = current_bast(desk.standing.permintaan)
        return _again(self.before) if self.before else _proposed(desk)

    @property
    def returned_because(self) -> str:
        return self.before.returned_reason if self.before else ""

    def place_of(self, data_field: str) -> str:
        if data_field == "launch_start" and self.value("tanggal") and not self.value("jam_mulai"):
            return "jam_mulai"
        return super().place_of(data_field)

    def to_data(self) -> Preparation:
        day = self.value("tanggal")
        return Preparation(
            launch_start=moment(day, self.value("jam_mulai")),
            launch_end=moment(day, self.value("jam_selesai")),
            pendampingan_until=self.value("pendampingan_until"),
            **{name: self.text(name) for name in _KEPT[:-1]},
        )


def _again(before: Bast) -> dict[str, Any]:
    start, end = before.launch_start.astimezone(ZONE), before.launch_end.astimezone(ZONE)
    times = {"tanggal": start.date(), "jam_mulai": start.time(), "jam_selesai": end.time()}
    return {**{name: getattr(before, name) for name in _KEPT}, **times}


def _proposed(desk: Desk) -> dict[str, Any]:
    permintaan = desk.standing.permintaan
    tested, letter = last_test(permintaan), current_letter(permintaan)
    return {
        "versi_aplikasi": tested.versi if tested else "",
        "peserta": permintaan.pic_nama,
        "rincian": HANDED_OVER,
        "pihak_kesatu": _head(desk),
        "pihak_kedua": letter.penanda_tangan if letter else "",
    }


def _head(desk: Desk) -> str:
    """Who hands over for the dinas: the one who acts for its head, if there is one, as what they are."""
    heads = candidates([Role.KEPALA_DINAS], desk.now, desk.today, with_loads=False)
    first = max(heads, key=lambda one: one.is_deputy, default=None)
    if first is None:
        return ""
    return f"{first.nama}, {first.title}" if first.is_deputy else first.nama
