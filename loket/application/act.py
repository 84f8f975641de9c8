"""Acts outside the steps, on the same road."""

from datetime import datetime

from django.db import transaction

from loket.application import acts, outbox
from loket.application.data import StepData
from loket.application.errors import Invalid, NotVisible, Refused
from loket.application.locking import in_hand, locked_with, still_at
from loket.application.recording import record
from loket.application.registry import Also, nothing
from loket.core.actor import Actor
from loket.models.entry import Entry

_TALKED_OF = ("kabari_diskusi",)
_ENDED = ("kabari_pelaksana", "kabari_diskusi", "kabari_kantor")
EFFECTS: dict[str, tuple[str, ...]] = {
    "surat_asli_diterima": ("kabari_diskusi",),
    "tarik": ("kabari_kantor",),
    "tolak": _ENDED,
    "alihkan": _ENDED,
    "batalkan": _ENDED,
    "gabungkan": _ENDED,
    "tangguhkan": _ENDED,
    "terima_usulan": _ENDED,
    "tolak_usulan": _TALKED_OF,
    "jeda": ("kabari_pelaksana", "kabari_diskusi"),
    "lanjutkan": ("kabari_giliran", "kabari_opd"),
    "kembalikan": ("kabari_giliran", "kabari_pelaksana", "kabari_diskusi"),
    "jadwal_ulang": _TALKED_OF,
    "perpanjang": _TALKED_OF,
    "ganti_pic": _TALKED_OF,
    "ganti_tim": ("kabari_anggota_lama", "kabari_tim", "kabari_opd"),
    "koreksi_data": _TALKED_OF,
    "perubahan_ruang_lingkup": ("kabari_pemutus", "kabari_diskusi"),
    "putuskan_perubahan": _TALKED_OF,
    "terapkan_perubahan": _TALKED_OF,
    "konsep_naskah": ("kabari_penandatangan",),
    "terbitkan_naskah": ("kabari_penandatangan",),
    "tanda_tangani_naskah": ("kabari_penandatangan", "kabari_diskusi"),
    "batalkan_naskah": _TALKED_OF,
    "diskusi": _TALKED_OF,
    "catatan_internal": _TALKED_OF,
}
"""Whom an act is told to, besides standing in the record."""


def act(
    *,
    nomor: str,
    act_key: str,
    actor: Actor,
    data: StepData,
    now: datetime,
    seen: int | None = None,
    source: str = "web",
    also: Also = nothing,
) -> Entry:
    """Perform an act. Raises NotVisible, Overtaken, Refused or Invalid; then nothing is written, nor is `also`."""
    chosen = acts.ACTS.get(act_key)
    if chosen is None:
        raise NotVisible(act_key)
    with transaction.atomic(durable=True):
        permintaan, others = locked_with(data.requests(), nomor, actor)
        if chosen.moves:
            still_at(permintaan, -1 if seen is None else seen)
        work = in_hand(permintaan, actor=actor, data=data, now=now, source=source, others=others)
        verdict = chosen.allowed(actor, work.sop, work.facts)
        if chosen.moves:
            verdict &= work.in_filled_years()
        if not verdict:
            raise Refused(verdict)
        problems = data.check(work.facts, now)
        if problems:
            raise Invalid(problems)
        work.capacity = chosen.capacity_of(actor, work.sop, work.facts)
        place = {"step": permintaan.at_step, "bagian": permintaan.at_bagian} if chosen.moves else {}
        entry = record(work, chosen.carry_out(work, data), **place)
        outbox.enqueue(EFFECTS[act_key], entry)
        also(entry)
        return entry
