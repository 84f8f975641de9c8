"""Something was typed wrongly: it is put right, and what it was before stays on record. Clocks are never touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict

from loket.application.asked import LETTER, NEED
from loket.application.changes import keep_changes
from loket.application.data import Plain, Problems, local_date
from loket.application.errors import Invalid
from loket.application.registry import Happened, Work, act
from loket.core.amendments import FRONT, may_correct, may_not_correct
from loket.core.calendar_plan import spelt
from loket.core.facts import Facts
from loket.core.moving import CORRECTED
from loket.models.surat import Surat

CORRECTABLE = {**NEED, **LETTER}


class Changes(TypedDict, total=False):
    """The new value of each fact that is to differ; see `asked.py` for their rules."""

    nama_aplikasi: str
    kebutuhan: str
    alasan: str
    layanan: str
    pengguna: str
    wanted_date: date | None
    nomor_surat: str
    perihal: str
    penanda_tangan: str
    tanggal_surat: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`sebab`: why it was wrong."""

    changes: Changes
    sebab: str

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.unless(self.changes, "sebab", "Ubah paling sedikit satu isian yang keliru.")
        for name, value in self.changes.items():
            CORRECTABLE[name](problems, value, facts, now)
        problems.long_text("sebab", self.sebab, "sebab perbaikan")
        return problems


@act("koreksi_data", Data, allowed=may_correct, roles=FRONT)
def correct(work: Work, data: Data) -> Happened:
    _refuse_what_is_settled(work, data)
    surat = Surat.objects.get(permintaan=work.permintaan, is_current=True)
    _not_after_its_receipt(surat, data.changes.get("tanggal_surat"))
    need = keep_changes(work, work.permintaan, _of(data, NEED), why=data.sebab)
    letter = keep_changes(work, surat, _of(data, LETTER), why=data.sebab)
    return Happened(kind=CORRECTED, particulars={name: need[name] + letter[name] for name in need})


def _refuse_what_is_settled(work: Work, data: Data) -> None:
    problems = Problems()
    for name in data.changes:
        problems.add(name, may_not_correct(name, work.actor, work.facts))
    if problems:
        raise Invalid(problems)


def _of(data: Data, names: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.changes.items() if name in names}


def _not_after_its_receipt(surat: Surat, dated: date | None) -> None:
    received = surat.asli_received_at and local_date(surat.asli_received_at)
    if dated and received and dated > received:
        sentence = f"Surat asli sudah diterima {spelt(received)}. Tanggal surat tidak mungkin sesudahnya."
        raise Invalid(Problems({"tanggal_surat": [sentence]}))
