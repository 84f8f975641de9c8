"""Acts outside the steps as tests do them: data that would be good, and the person whose act it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from loket.application.act import act
from loket.application.acts import (
    alihkan,
    batalkan,
    gabungkan,
    ganti_pic,
    ganti_tim,
    jadwal_ulang,
    jeda,
    koreksi_data,
    perubahan_ruang_lingkup,
    putuskan_perubahan,
    tangguhkan,
    terapkan_perubahan,
    tolak,
)
from loket.application.data import StepData
from loket.models.dokumen import Upload
from loket.models.entry import Entry
from tests.cast import Road

SPECIFICATION = "spesifikasi-1.1.pdf"
Doing = tuple[str, Callable[[Road], StepData]]


def specification(road: Road) -> int:
    """The file of the new version, uploaded once."""
    found = Upload.objects.filter(name=SPECIFICATION).first()
    return found.pk if found else road.upload("analis", name=SPECIFICATION)


DOINGS: dict[str, Doing] = {
    "tolak": ("kasi", lambda _: tolak.Data(alasan="Di luar kewenangan.", saran="Ajukan tahun depan.")),
    "alihkan": (
        "kasi",
        lambda _: alihkan.Data(tujuan="SRIKANDI", kontak="Bagian Organisasi", alasan="Sudah ada."),
    ),
    "batalkan": (
        "opd",
        lambda _: batalkan.Data(
            alasan="Anggaran dialihkan.", surat_nomor="B/9/2026", surat_tanggal=date(2026, 3, 2)
        ),
    ),
    "jeda": ("kasi", lambda _: jeda.Data(alasan="opd", catatan="Menunggu daftar layanan dari OPD.")),
    "tangguhkan": (
        "kasi",
        lambda _: tangguhkan.Data(sebab="tidak_hadir", keterangan="OPD belum menyanggupi jadwal."),
    ),
    "gabungkan": (
        "kasi",
        lambda _: gabungkan.Data(induk="APL-2026-0001", alasan="Kebutuhannya sama."),
    ),
    "jadwal_ulang": (
        "analis",
        lambda _: jadwal_ulang.Data(
            catatan="Ditunggu sampai pukul 09.45, telepon tidak diangkat.", surat_teguran="B/31/2026"
        ),
    ),
    "ganti_tim": (
        "kasi",
        lambda road: ganti_tim.Data(
            dari_id=road.people["programmer"].pk,
            role="programmer",
            kepada_id=road.people["programmer2"].pk,
            surat_tugas="800.1.11.1/12/2026",
            alasan="Cuti melahirkan.",
            dokumen="Kode sumber dan catatan rilis.",
            akses="Repositori dan server uji.",
            keadaan="Modul antrean selesai, laporan belum.",
        ),
    ),
    "ganti_pic": (
        "opd",
        lambda _: ganti_pic.Data(
            pic_nama="Siti Rahmawati",
            pic_phone="0812-9999-8888",
            pic_email="siti@magetan.example",
            dasar="Surat B/44/2026",
        ),
    ),
    "koreksi_data": (
        "tu",
        lambda _: koreksi_data.Data(
            changes={"nama_aplikasi": "Antrean Daring Adminduk", "tanggal_surat": date(2026, 2, 26)},
            sebab="Salah ketik saat mendaftar.",
        ),
    ),
    "perubahan_ruang_lingkup": (
        "analis",
        lambda _: perubahan_ruang_lingkup.Data(
            uraian="Tambah antrean untuk loket keliling.",
            alasan="Layanan keliling dimulai lagi.",
            usaha=8,
            hari=0,
            perlu_anggaran=False,
            risiko="Pengujian lebih panjang.",
            keamanan="Tidak ada data baru.",
        ),
    ),
    "putuskan_perubahan": (
        "kasi",
        lambda _: putuskan_perubahan.Data(keputusan="disetujui", catatan="Dampaknya kecil."),
    ),
    "terapkan_perubahan": (
        "analis",
        lambda road: terapkan_perubahan.Data(upload_id=specification(road), versi="1.1"),
    ),
}


def do(road: Road, key: str, username: str = "", **changed: Any) -> Entry:
    """Do it as the person whose act it is, or as somebody else, with something changed."""
    lawful, good = DOINGS[key]
    data: Any = replace(good(road), **changed)  # type: ignore[type-var]  # data are dataclasses
    return act(
        nomor=road.nomor,
        act_key=key,
        actor=road.actor(username or lawful),
        data=data,
        now=road.now,
        seen=road.permintaan.revision,
    )
