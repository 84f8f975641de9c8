"""Langkah 5: the analyst invites the OPD to a technical meeting, by WhatsApp, telephone or letter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.application.contact import problem_with_web_address
from loket.application.data import Plain, Problems, local_date, present
from loket.application.naskah.invitations import require_signed
from loket.application.registry import Happened, Work, part
from loket.core.facts import Facts
from loket.core.role import Role
from loket.core.text import problem_with_letter_number
from loket.models.rapat import Rapat

OF_OFFICE = frozenset(Role) - {Role.OPD, Role.ADMIN}
"""Whose holders can be asked to a meeting as people of the office; the OPD is invited as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """A place or a link; `peserta_ids` are people of the office; a phone call needs its note, a letter its number."""

    start: datetime | None
    end: datetime | None
    tempat: str = ""
    tautan: str = ""
    kanal: str = ""
    catatan_telepon: str = ""
    nomor_surat: str = ""
    bahan: str = ""
    peserta_ids: tuple[int, ...] = ()

    def people(self) -> Iterable[int]:
        return self.peserta_ids

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        self._check_time(problems, facts, now)
        problems.text("tempat", self.tempat, "tempat rapat", required=not self.tautan)
        if self.tautan:
            problems.add("tautan", problem_with_web_address(self.tautan, "tautan rapat"))
        problems.choice("kanal", self.kanal, Rapat.Kanal.values, "cara mengundang")
        by_phone = self.kanal == Rapat.Kanal.TELEPON
        what = "catatan telepon: siapa yang dihubungi, jam, dan jawabannya"
        problems.long_text("catatan_telepon", self.catatan_telepon, what, required=by_phone)
        if self.kanal == Rapat.Kanal.SURAT:
            problems.add("nomor_surat", problem_with_letter_number(self.nomor_surat))
        problems.long_text("bahan", self.bahan, "bahan yang perlu dibawa", required=False)
        problems.unless(
            self.peserta_ids, "peserta_ids", "Pilih paling sedikit satu peserta dari Dinas Kominfo."
        )
        of_office = all(facts.people.get(one, frozenset()) & OF_OFFICE for one in self.peserta_ids)
        problems.unless(of_office, "peserta_ids", "Pilih peserta yang masih bertugas di Dinas Kominfo.")
        return problems

    def _check_time(self, problems: Problems, facts: Facts, now: datetime) -> None:
        if self.start is None or self.end is None:
            problems.unless(self.start, "start", "Isi tanggal dan jam mulai rapat.")
            problems.unless(self.end, "end", "Isi jam selesai rapat.")
            return
        problems.unless(self.start > now, "start", "Rapat harus dijadwalkan setelah saat ini.")
        problems.working_date("start", local_date(self.start), facts, "tanggal rapat")
        same_day = local_date(self.start) == local_date(self.end)
        problems.unless(same_day and self.end > self.start, "end", "Jam selesai harus setelah jam mulai.")


@part("undangan", "undangan", Data)
def send_undangan(work: Work, data: Data) -> Happened:
    if data.kanal == Rapat.Kanal.SURAT:
        require_signed(work.permintaan, data.nomor_surat, present(data.start))
    sesi = work.permintaan.sesi + 1
    rapat = Rapat.objects.create(
        permintaan=work.permintaan,
        sesi=sesi,
        planned_start=present(data.start),
        planned_end=present(data.end),
        invited_by_id=work.by,
        invited_at=work.now,
        **{name: getattr(data, name) for name in ("tempat", "tautan", "kanal", "catatan_telepon", "bahan")},
        nomor_surat=data.nomor_surat if data.kanal == Rapat.Kanal.SURAT else "",
    )
    rapat.peserta.set(data.peserta_ids)
    return Happened(
        kind="undangan.sent",
        outcome="diundang",
        particulars={
            "rapat_id": rapat.pk,
            "sesi": sesi,
            "planned_start": data.start,
            "planned_end": data.end,
            "kanal": data.kanal,
        },
    )
