"""What the lawful person changes in each form before sending it, and the button they press."""

from collections.abc import Callable, Mapping
from typing import Any

from loket.cli.demo import walk
from loket.models.naskah import Naskah
from loket.sop.related import checklist_of
from tests.web.step_desk import Office, a_pdf

WORDS = "Sudah dibahas dan disepakati bersama."
Answers = Callable[[Office], Mapping[str, Any]]


def _nothing(office: Office) -> Mapping[str, Any]:
    return {}


def _to_the_division(office: Office) -> Mapping[str, Any]:
    return {"ke": next(value for value in office.form().choices["ke"] if value.startswith("diteruskan"))}


def _decides(outcome: str, **more: str) -> Answers:
    def answer(office: Office) -> Mapping[str, Any]:
        return {"outcome": outcome, **more}

    return answer


def _signs(outcome: str) -> Answers:
    """The paper has its number, was printed and signed by hand; its scan comes with the form."""

    def answer(office: Office) -> Mapping[str, Any]:
        road = office.road
        walk.get_ready(road.nomor, now=road.now, people=road.people, source="test")
        paper = Naskah.objects.get(permintaan=office.permintaan, jenis="bast", state="menunggu")
        scan = {"berkas": a_pdf("bast.pdf"), "nomor": paper.nomor}
        return {"outcome": outcome, "is_agreed": "on", **scan}

    return answer


def all_done(office: Office) -> dict[str, str]:
    """Every item of the checklist in hand is done."""
    sop = checklist_of(office.permintaan.at_step)
    return {f"status_{butir.kode}": "selesai" for butir in sop.asked} if sop else {}


def _document(office: Office) -> Mapping[str, Any]:
    return {"berkas": a_pdf("dokumen.pdf"), "versi": "1.0", "catatan": WORDS, **all_done(office)}


def _scores(office: Office) -> Mapping[str, Any]:
    return {f"u{number}": "3" for number in range(1, 8)}


def _meeting(office: Office) -> Mapping[str, Any]:
    return {
        "jam_selesai": "10.45",
        "notulen": WORDS,
        "items-0-nama": "Basis data",
        "items-1-nama": "Server",
        "implementasi_from": "6/4/2026",
        "implementasi_until": "26-6-2026",
        "pemelihara": "kominfo",
        "pemelihara_nama": "Seksi Pengembangan Aplikasi",
        "keputusan": "lanjut",
    }


def _ready(office: Office) -> Mapping[str, Any]:
    return {
        "outcome": "siap_uji",
        "catatan": WORDS,
        "repository": "https://gitlab.magetan.example/antrean",
        "address": "https://antrean.magetan.example",
        "versi": "1.0.0",
        "skenario": "Pasien mengambil nomor antrean\nPetugas memanggil antrean",
        "berkas": a_pdf("uji.pdf"),
        **all_done(office),
    }


def _all_passed(office: Office) -> Mapping[str, Any]:
    marks = [name for name in office.form().choices if name.startswith("status_")]
    return {"outcome": "diterima", **dict.fromkeys(marks, "lulus")}


def _handover(office: Office) -> Mapping[str, Any]:
    return {
        "tanggal": "besok",
        "jam_mulai": "09.00",
        "jam_selesai": "11:30",
        "tempat": "Ruang Rapat Dinas Kominfo",
        "pendampingan_until": "30 jun 2026",
    }


def _report(office: Office) -> Mapping[str, Any]:
    return {"outcome": "diajukan", "ringkasan": WORDS, "berkas": a_pdf("laporan.pdf")}


ANSWERS: Mapping[tuple[str, str], Answers] = {
    ("surat", "surat"): _nothing,
    ("disposisi", "kepala_dinas"): _to_the_division,
    ("disposisi", "kepala_bidang"): _nothing,
    ("penunjukan", "penunjukan"): _nothing,
    ("prioritas", "prioritas"): _scores,
    ("undangan", "undangan"): _nothing,
    ("rapat_teknis", "rapat_teknis"): _meeting,
    ("analisis", "susun"): _document,
    ("analisis", "reviu"): _decides("diterima"),
    ("analisis", "setujui"): _decides("disetujui"),
    ("desain", "susun"): _document,
    ("desain", "reviu"): _decides("diterima"),
    ("desain", "setujui"): _decides("disetujui"),
    ("implementasi", "bangun"): _ready,
    ("implementasi", "uat"): _all_passed,
    ("serah_terima", "siapkan"): _handover,
    ("serah_terima", "ttd_dinas"): _signs("ditandatangani"),
    ("serah_terima", "ttd_opd"): _signs("diserahkan"),
    ("status_gitlab", "ubah"): _nothing,
    ("pendampingan", "laporan"): _report,
    ("pendampingan", "setujui"): _decides("disetujui"),
    ("pendampingan", "konfirmasi"): _decides("selesai"),
}
"""By step and bagian; the confirmation by hand of step 11 waits for GitLab and has a test of its own."""
