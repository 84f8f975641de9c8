"""What a step left behind, with the address where it can be read."""

from collections.abc import Callable, Mapping

from loket.core.sop import Step
from loket.models.dokumen import Dokumen, DokumenVersi
from loket.models.tiket import Tiket
from loket.queries.one_permintaan import Whole
from loket.web import formats
from loket.web.components.swimlane import Cell
from loket.web.step_links import document_url, step_url

Proof = tuple[str, str]
"""Words and address; the address is empty where the page of the step shows it."""
NONE: Proof = ("", "")


def cell_of(whole: Whole, step: Step, label: str, *, is_current: bool) -> Cell:
    text, url = PROOFS[step.key](whole) if step.key in PROOFS else NONE
    if text:
        own = "" if whole.is_followed else step_url(whole.permintaan.nomor, step.key)
        return Cell(text, label, tone="", url=url or own, icon="file-text")
    if not is_current:
        return Cell("", label)
    guards = whole.standing.guards_of(step.key, whole.permintaan.at_bagian)
    met = sum(guards.values())
    return Cell(f"{met} dari {len(guards)} syarat terpenuhi" if guards else "Belum ada", label)


def _version(whole: Whole, jenis: str) -> DokumenVersi | None:
    """The newest version of a kind of document; versions come newest first."""
    return next((one for one in whole.outputs.versions if one.dokumen.jenis == jenis), None)


def _document(jenis: str, name: str) -> Callable[[Whole], Proof]:
    def find(whole: Whole) -> Proof:
        version = _version(whole, jenis)
        if version is None:
            return NONE
        return f"{name}, {version.versi or f'versi {version.number}'}", document_url(version.pk)

    return find


def _letter(whole: Whole) -> Proof:
    surat = whole.outputs.surat
    return (f"Surat {surat.nomor_surat}", document_url(surat.version_id)) if surat else NONE


def _disposition(whole: Whole) -> Proof:
    given = whole.outputs.disposisi
    return (f"Disposisi, agenda {given[-1].nomor_agenda}", "") if given else NONE


def _team(whole: Whole) -> Proof:
    return (f"Tim, {len({member.user_id for member in whole.team})} orang", "") if whole.team else NONE


def _priority(whole: Whole) -> Proof:
    sheet = whole.outputs.prioritas
    return (f"Skor prioritas {formats.number(sheet.total)}", "") if sheet else NONE


def _invitation(whole: Whole) -> Proof:
    rapat = whole.outputs.rapat
    return (f"Undangan sesi {rapat[-1].sesi}", "") if rapat else NONE


def _minutes(whole: Whole) -> Proof:
    held = [one for one in whole.outputs.rapat if one.held_start]
    return (f"Notulen sesi {held[-1].sesi}", "") if held else NONE


def _handover(whole: Whole) -> Proof:
    return ("Berita acara serah terima", "") if whole.outputs.bast else NONE


def _ticket(whole: Whole) -> Proof:
    tiket = getattr(whole.permintaan, "tiket", None)
    return ("Tiket selesai dibuat", "") if tiket and tiket.state == Tiket.State.SELESAI else NONE


def _report(whole: Whole) -> Proof:
    laporan = whole.outputs.laporan
    return ("Laporan pendampingan", document_url(laporan.version_id)) if laporan else NONE


PROOFS: Mapping[str, Callable[[Whole], Proof]] = {
    "surat": _letter,
    "disposisi": _disposition,
    "penunjukan": _team,
    "prioritas": _priority,
    "undangan": _invitation,
    "rapat_teknis": _minutes,
    "analisis": _document(Dokumen.Jenis.SPESIFIKASI, "Spesifikasi"),
    "desain": _document(Dokumen.Jenis.DESAIN, "Desain"),
    "implementasi": _document(Dokumen.Jenis.BUKTI_UJI, "Bukti pengujian"),
    "serah_terima": _handover,
    "status_gitlab": _ticket,
    "pendampingan": _report,
}
