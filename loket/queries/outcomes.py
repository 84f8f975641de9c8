"""All that the steps of a permintaan have left behind, for one person; a fixed number of queries."""

from collections.abc import Mapping
from typing import Any

from loket.core.actor import Actor
from loket.models.addendum import Addendum
from loket.models.jeda import Jeda
from loket.models.periksa import ButirPeriksa
from loket.queries import step_changes, step_recorded
from loket.queries.step_rows import application_of, visible_permintaan


def outcomes_of(actor: Actor, nomor: str) -> Mapping[str, Any] | None:
    """By what it is called; None where it is not this person's own business."""
    permintaan = visible_permintaan(nomor, actor, with_opd=True)
    if permintaan is None:
        return None
    return {
        "surat": step_recorded.letters(permintaan),
        "disposisi": step_recorded.disposisi(permintaan),
        "tim": step_recorded.team(permintaan),
        "prioritas": step_recorded.priorities(permintaan),
        "tiket": step_recorded.ticket(permintaan),
        "rapat": step_recorded.meetings(permintaan),
        "kesepakatan": step_recorded.agreements(permintaan),
        "daftar_periksa": ButirPeriksa.objects.filter(permintaan=permintaan),
        "kemajuan": step_recorded.progress(permintaan),
        "aplikasi": application_of(permintaan),
        "uji_penerimaan": step_recorded.tests(permintaan),
        "bast": step_recorded.handovers(permintaan),
        "pendampingan": step_recorded.activities(permintaan),
        "laporan": step_recorded.reports(permintaan),
        "serah_terima_tugas": step_changes.handovers(permintaan),
        "perubahan_data": step_changes.corrections(permintaan),
        "perubahan_lingkup": step_changes.scopes(permintaan),
        "jeda": Jeda.objects.filter(permintaan=permintaan),
        "addendum": Addendum.objects.filter(permintaan=permintaan),
    }
