"""Langkah 6: the technical meeting is held; it ends with the four outputs of the SOP, or with another session."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from loket.application.data import Plain, Problems, given, local_date
from loket.application.registry import Happened, Work, part
from loket.core.facts import Facts
from loket.models.rapat import Kehadiran, Kesepakatan, Rapat

ITEM_KINDS = {"software": "Perangkat lunak", "hardware": "Perangkat keras"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    nama: str
    instansi: str
    is_present: bool
    user_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something the application needs, and who provides it. `jenis`: software or hardware."""

    jenis: str
    nama: str
    pihak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`keputusan` lanjut needs the four outputs; rapat_lagi needs only the reason for another session."""

    held_start: datetime | None
    held_end: datetime | None
    attendees: tuple[Attendee, ...]
    notulen: str
    keputusan: str
    alasan_lanjutan: str = ""
    kebutuhan: str = ""
    items: tuple[Item, ...] = ()
    implementasi_from: date | None = None
    implementasi_until: date | None = None
    pemelihara: str = ""
    pemelihara_nama: str = ""

    def people(self) -> Iterable[int]:
        return given(*(attendee.user_id for attendee in self.attendees))

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        self._check_meeting(problems, facts, now)
        self._check_attendees(problems, facts)
        problems.long_text("notulen", self.notulen, "notulen rapat")
        problems.choice("keputusan", self.keputusan, Rapat.Keputusan.values, "keputusan rapat")
        again = self.keputusan == Rapat.Keputusan.RAPAT_LAGI
        problems.long_text(
            "alasan_lanjutan", self.alasan_lanjutan, "yang masih perlu dibahas", required=again
        )
        if self.keputusan == Rapat.Keputusan.LANJUT:
            self._check_outputs(problems, facts, now)
        return problems

    def _check_meeting(self, problems: Problems, facts: Facts, now: datetime) -> None:
        problems.unless(self.held_start, "held_start", "Isi waktu rapat dimulai.")
        problems.unless(self.held_end, "held_end", "Isi waktu rapat selesai.")
        if self.held_start:
            held = local_date(self.held_start)
            invited = "Rapat tidak mungkin dimulai sebelum undangan dikirim"
            problems.not_before("held_start", held, facts.available_at, invited)
            problems.known_date("held_start", held, facts)
        if self.held_start and self.held_end:
            problems.unless(
                self.held_end > self.held_start, "held_end", "Waktu selesai harus setelah waktu mulai."
            )
            problems.unless(
                self.held_end <= now, "held_end", "Waktu selesai rapat tidak boleh setelah saat ini."
            )
            same_day = local_date(self.held_start) == local_date(self.held_end)
            problems.unless(same_day, "held_end", "Rapat dimulai dan selesai pada hari yang sama.")

    def _check_attendees(self, problems: Problems, facts: Facts) -> None:
        present = [attendee for attendee in self.attendees if attendee.is_present]
        problems.unless(len(present) > 1, "attendees", "Catat paling sedikit dua orang yang hadir.")
        for attendee in self.attendees:
            problems.text("attendees", attendee.nama, "nama setiap orang pada daftar hadir", limit=150)
            problems.text(
                "attendees", attendee.instansi, "instansi setiap orang pada daftar hadir", limit=150
            )
        known = all(facts.people.get(user_id) for user_id in self.people())
        problems.unless(known, "attendees", "Pilih orang yang masih bertugas, atau tulis namanya saja.")

    def _check_outputs(self, problems: Problems, facts: Facts, now: datetime) -> None:
        problems.long_text("kebutuhan", self.kebutuhan, "kebutuhan aplikasi yang disepakati")
        problems.unless(
            self.items, "items", "Catat penyedia perangkat lunak dan perangkat keras, satu per baris."
        )
        for item in self.items:
            problems.text("items", item.nama, "nama setiap perangkat", limit=150)
            problems.choice("items", item.jenis, ITEM_KINDS, "jenis setiap perangkat")
            problems.choice("items", item.pihak, Kesepakatan.Pihak.values, "penyedia setiap perangkat")
        start, end = self.implementasi_from, self.implementasi_until
        problems.unless(start, "implementasi_from", "Isi tanggal mulai pengerjaan.")
        if start:
            agreed = "Pengerjaan tidak dapat dimulai sebelum rapat yang menyepakatinya"
            problems.not_before("implementasi_from", start, self.held_start, agreed)
        problems.working_date("implementasi_until", end, facts, "tanggal selesai pengerjaan")
        if start and end:
            problems.unless(
                end >= start, "implementasi_until", "Tanggal selesai harus setelah tanggal mulai."
            )
        if end:
            later = end > local_date(now)
            problems.unless(later, "implementasi_until", "Tanggal selesai pengerjaan harus setelah hari ini.")
        problems.choice(
            "pemelihara", self.pemelihara, Kesepakatan.Pihak.values, "penanggung jawab pemeliharaan"
        )
        problems.text("pemelihara_nama", self.pemelihara_nama, "nama penanggung jawab", limit=150)


@part("rapat_teknis", "rapat_teknis", Data)
def conclude_rapat(work: Work, data: Data) -> Happened:
    rapat = Rapat.objects.get(permintaan=work.permintaan, sesi=work.permintaan.sesi)
    for name in ("held_start", "held_end", "notulen", "keputusan", "alasan_lanjutan"):
        setattr(rapat, name, getattr(data, name))
    rapat.save(update_fields=["held_start", "held_end", "notulen", "keputusan", "alasan_lanjutan"])
    Kehadiran.objects.bulk_create(
        Kehadiran(
            rapat=rapat, nama=one.nama, instansi=one.instansi, is_present=one.is_present, user_id=one.user_id
        )
        for one in data.attendees
    )
    particulars: dict[str, Any] = {
        "rapat_id": rapat.pk,
        "event_start": data.held_start,
        "event_end": data.held_end,
    }
    if data.keputusan == Rapat.Keputusan.RAPAT_LAGI:
        return Happened(kind="rapat.continued", outcome="rapat_lagi", particulars=particulars)
    particulars["kesepakatan_id"] = _keep_agreement(work, rapat, data).pk
    particulars["implementasi_until"] = data.implementasi_until
    return Happened(kind="rapat.concluded", outcome="lanjut", particulars=particulars)


def _keep_agreement(work: Work, rapat: Rapat, data: Data) -> Kesepakatan:
    facts = {
        name: getattr(data, name)
        for name in ("kebutuhan", "implementasi_from", "implementasi_until", "pemelihara", "pemelihara_nama")
    }
    facts["penyedia"] = [{"jenis": item.jenis, "nama": item.nama, "pihak": item.pihak} for item in data.items]
    return Kesepakatan.objects.create(permintaan=work.permintaan, rapat=rapat, **facts)
