"""The checklists of the demo: what analysts and programmers note beside each item."""

from collections.abc import Mapping

from loket.application.checklist import Answer
from loket.cli.demo.scene import Scene
from loket.models.periksa import ButirPeriksa
from loket.sop.related import checklist_of

Status = ButirPeriksa.Status

EVIDENCE = {
    "AN-01": "Notulen technical meeting dan surat permintaan sudah dipelajari.",
    "AN-02": "Wawancara petugas dan tiga contoh formulir, catatan di lampiran dokumen.",
    "AN-03": "Diagram alur berjalan dan alur usulan pada bab 2.",
    "AN-04": "Tidak ada aplikasi sejenis pada katalog aplikasi daerah.",
    "AN-05": "Matriks peran dan hak akses pada bab 3.",
    "AN-06": "Daftar kebutuhan berkode KF dan KNF pada bab 3.",
    "AN-07": "Kamus data awal pada lampiran.",
    "AN-08": "Telaahan kelayakan dan register risiko pada bab 5.",
    "AN-09": "Perkiraan waktu dan rencana rilis pada bab 6.",
    "AN-10": "Dokumen spesifikasi pada versi yang diajukan ini.",
    "DS-01": "Aplikasi web dengan satu basis data, dikerjakan bertahap.",
    "DS-02": "Diagram arsitektur pada bab 2.",
    "DS-03": "ERD dan kamus data pada bab 3.",
    "DS-04": "Diagram alur dan aturan bisnis pada bab 4.",
    "DS-05": "Purwarupa layar sudah dicoba bersama OPD.",
    "DS-06": "Spesifikasi API pada lampiran.",
    "DS-07": "Daftar periksa keamanan sudah diisi bersama Bidang Persandian.",
    "DS-08": "Formulir hosting dan subdomain sudah diajukan.",
    "DS-09": "Rencana uji awal pada bab 6.",
    "IM-01": "Repositori, pipeline, dan server uji sudah berjalan.",
    "IM-02": "Milestone dan isu ada pada papan kerja.",
    "IM-03": "Seluruh modul sudah digabung ke cabang utama.",
    "IM-04": "Reviu pada setiap merge request; uji unit lulus.",
    "IM-05": "Masuk dengan akun pegawai lulus uji integrasi.",
    "IM-06": "Laporan kemajuan tercatat pada langkah ini.",
    "IM-08": "Rencana uji dan kasus uji ada pada repositori.",
    "IM-09": "Laporan uji fungsi terunggah sebagai bukti pengujian.",
    "IM-10": "100 pengguna serentak, tanggapan di bawah dua detik.",
    "IM-11": "Temuan sedang sudah diperbaiki dan diuji ulang.",
    "IM-14": "Manual pengguna dan manual admin ada pada repositori.",
}
"""What shows that an item is done; what is not here comes after the test."""

NO_CHANGE = {"IM-07": "Tidak ada perubahan kebutuhan selama pengerjaan."}
NOT_ALONE = {
    "AN-07": "Aplikasi tidak mengolah data pribadi dan tidak bertukar data.",
    "DS-06": "Tidak ada data lama yang dipindahkan dan tidak ada integrasi.",
    "IM-05": "Aplikasi berdiri sendiri, tidak terhubung dengan sistem lain.",
}
"""Why these do not apply to an application that stands alone."""

LATER = "Dikerjakan setelah uji penerimaan."


def answers(scene: Scene) -> Mapping[str, Answer]:
    """Every item that is asked; of work in progress only the first half is done."""
    sop = checklist_of(scene.permintaan.at_step)
    asked = sop.asked if sop else ()
    done = len(asked) // 2 if scene.outcome == "kemajuan" else len(asked)
    alone = scene.permintaan.pk % 3 == 0
    return {
        butir.kode: _answer(butir.kode, alone=alone) if number < done else Answer(Status.BELUM)
        for number, butir in enumerate(asked)
    }


def _answer(kode: str, *, alone: bool) -> Answer:
    reasons = NO_CHANGE | (NOT_ALONE if alone else {})
    if kode in reasons:
        return Answer(Status.TIDAK_BERLAKU, reasons[kode])
    if kode in EVIDENCE:
        return Answer(Status.SELESAI, EVIDENCE[kode])
    return Answer(Status.BELUM, LATER)
