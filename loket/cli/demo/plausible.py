"""Plausible data for every bagian, as the lawful person would enter it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from loket.application.data import StepData, local_date
from loket.application.review import Decision, Submission
from loket.application.steps import (
    s02_disposisi,
    s03_penunjukan,
    s04_prioritas,
    s05_undangan,
    s06_rapat_teknis,
    s09_implementasi,
    s10_serah_terima,
    s11_status_gitlab,
    s12_pendampingan,
)
from loket.core.calendar import Calendar
from loket.core.zone import ZONE
from loket.models.permintaan import Permintaan
from loket.models.user import User

Keep = Callable[[str], int]
"""Makes and uploads a file of a kind ("spesifikasi", "desain", "bukti_uji", "laporan"); gives its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A permintaan at a moment, the people by username, and the outcome wanted ("" for the usual one)."""

    permintaan: Permintaan
    now: datetime
    calendar: Calendar
    people: Mapping[str, User]
    keep: Keep
    outcome: str = ""

    def id(self, username: str) -> int:
        return self.people[username].pk

    def after(self, days: int) -> date:
        """The date some working days from now."""
        return local_date(self.calendar.add_days(self.now, days))

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def _disposisi(scene: Scene) -> StepData:
    outcome = scene.outcome or (
        "diteruskan" if scene.permintaan.at_bagian == "kepala_dinas" else "sampai_di_seksi"
    )
    if outcome == "dikembalikan":
        return s02_disposisi.Data(
            outcome=outcome, kekurangan="Surat belum ditandatangani. Mohon kirim surat yang sah."
        )
    return s02_disposisi.Data(
        outcome=outcome,
        kepada_id=scene.id("kabid" if outcome == "diteruskan" else "kasi"),
        sifat="segera",
        instruksi=("tindak_lanjuti", "laporkan_hasil"),
        catatan="Periksa kemungkinan memakai ulang aplikasi yang sudah ada.",
    )


def _penunjukan(scene: Scene) -> StepData:
    even = scene.permintaan.pk % 2 == 0
    analyst = scene.id("analis2" if even else "analis")
    programmer = scene.id("programmer2" if even else "programmer")
    return s03_penunjukan.Data(analyst_ids=(analyst,), lead_id=analyst, programmer_ids=(programmer,))


def _prioritas(scene: Scene) -> StepData:
    scores = [2 + (scene.permintaan.pk * step) % 3 for step in (1, 2, 3, 5, 7, 11, 13)]
    return s04_prioritas.Data(scores={f"u{number}": score for number, score in enumerate(scores, 1)})


def _undangan(scene: Scene) -> StepData:
    day = scene.after(2)
    return s05_undangan.Data(
        start=scene.at(day, 9),
        end=scene.at(day, 11),
        tempat="Ruang Rapat Dinas Kominfo",
        kanal="whatsapp",
        bahan="Alur kerja yang berjalan dan contoh formulir",
        peserta_ids=tuple(scene.permintaan.penugasan_set.values_list("user_id", flat=True)),
    )


def _rapat_teknis(scene: Scene) -> StepData:
    rapat = scene.permintaan.rapat_set.latest("sesi")
    held = {
        "held_start": rapat.planned_start,
        "held_end": rapat.planned_start + timedelta(minutes=110),
        "attendees": _attendees(scene),
        "notulen": "Dibahas alur pelayanan yang berjalan, data yang tersedia, dan hasil yang diharapkan.",
    }
    if scene.outcome == "rapat_lagi":
        return s06_rapat_teknis.Data(
            **held, keputusan="rapat_lagi", alasan_lanjutan="Data pendukung belum lengkap."
        )
    return s06_rapat_teknis.Data(
        **held,
        keputusan="lanjut",
        kebutuhan=scene.permintaan.kebutuhan,
        items=(
            s06_rapat_teknis.Item(
                jenis="software", nama="Kerangka kerja web dan basis data", pihak="kominfo"
            ),
            s06_rapat_teknis.Item(jenis="hardware", nama="Server di pusat data daerah", pihak="kominfo"),
            s06_rapat_teknis.Item(jenis="hardware", nama="Komputer petugas", pihak="opd"),
        ),
        implementasi_from=scene.after(26),
        implementasi_until=scene.after(70),
        pemelihara="kominfo",
        pemelihara_nama="Seksi Pengembangan Aplikasi",
    )


def _attendees(scene: Scene) -> tuple[s06_rapat_teknis.Attendee, ...]:
    attendee = s06_rapat_teknis.Attendee
    team = User.objects.filter(penugasan__permintaan=scene.permintaan).distinct()
    return (
        attendee(nama=scene.permintaan.pic_nama, instansi=scene.permintaan.opd.singkatan, is_present=True),
        *(attendee(nama=user.nama, instansi="Diskominfo", is_present=True, user_id=user.pk) for user in team),
    )


def _document(scene: Scene) -> StepData:
    jenis = "spesifikasi" if scene.permintaan.at_step == "analisis" else "desain"
    return Submission(upload_id=scene.keep(jenis), versi="1.0", catatan="Sesuai hasil technical meeting.")


def _decision(scene: Scene) -> StepData:
    usual = "diterima" if scene.permintaan.at_bagian == "reviu" else "disetujui"
    outcome = scene.outcome or usual
    return Decision(
        outcome=outcome, catatan="Lengkapi bagian integrasi." if outcome == "dikembalikan" else ""
    )


def _bangun(scene: Scene) -> StepData:
    if scene.outcome == "kemajuan":
        return s09_implementasi.Building(
            outcome="kemajuan", percent=40, catatan="Basis data dan modul masuk selesai."
        )
    slug = scene.permintaan.nomor.lower()
    return s09_implementasi.Building(
        outcome="siap_uji",
        catatan="Seluruh modul selesai dan lulus uji fungsi.",
        repository=f"https://gitlab.magetan.example/aplikasi/{slug}",
        address=f"https://{slug}.magetan.example",
        upload_id=scene.keep("bukti_uji"),
    )


def _uat(scene: Scene) -> StepData:
    outcome = scene.outcome or "diterima"
    return s09_implementasi.UatDecision(
        outcome=outcome, catatan="" if outcome == "diterima" else "Urutan laporan."
    )


def _siapkan(scene: Scene) -> StepData:
    day = scene.after(1)
    return s10_serah_terima.Preparation(
        versi_aplikasi="1.0.0",
        launch_start=scene.at(day, 9),
        launch_end=scene.at(day, 11, 30),
        tempat="Ruang Rapat Dinas Kominfo",
        peserta=f"{scene.permintaan.pic_nama}\nHendra Prasetya Wibawa, S.Sos., M.Si.",
        rincian="Aplikasi, kode sumber, buku petunjuk, dan akun pengelola",
        pihak_kesatu="Hendra Prasetya Wibawa, S.Sos., M.Si.",
        pihak_kedua=f"Kepala {scene.permintaan.opd.nama}",
        pendampingan_until=scene.after(21),
    )


def _sign(scene: Scene) -> StepData:
    usual = "ditandatangani" if scene.permintaan.at_bagian == "ttd_dinas" else "diserahkan"
    outcome = scene.outcome or usual
    returned = outcome == "dikembalikan"
    return s10_serah_terima.Confirmation(
        outcome=outcome, is_agreed=not returned, catatan="Perbaiki nama penerima." if returned else ""
    )


def _status(scene: Scene) -> StepData:
    return s11_status_gitlab.Data(catatan="Aplikasi sudah diluncurkan dan diserahkan.")


def _laporan(scene: Scene) -> StepData:
    if scene.outcome == "kegiatan":
        return s12_pendampingan.Mentoring(
            outcome="kegiatan",
            held_on=local_date(scene.now),
            kegiatan="Mendampingi petugas memakai aplikasi pada jam pelayanan.",
            hasil="Petugas dapat bekerja mandiri.",
        )
    return s12_pendampingan.Mentoring(
        outcome="diajukan",
        ringkasan="Petugas sudah mandiri; tidak ada kendala yang tersisa.",
        upload_id=scene.keep("laporan"),
    )


def _close(scene: Scene) -> StepData:
    usual = "disetujui" if scene.permintaan.at_bagian == "setujui" else "selesai"
    outcome = scene.outcome or usual
    return s12_pendampingan.Decision(
        outcome=outcome, catatan="Tambahkan daftar hadir." if outcome == "dikembalikan" else ""
    )


PLAUSIBLE: Mapping[tuple[str, str], Callable[[Scene], StepData]] = {
    ("disposisi", "kepala_dinas"): _disposisi,
    ("disposisi", "kepala_bidang"): _disposisi,
    ("penunjukan", "penunjukan"): _penunjukan,
    ("prioritas", "prioritas"): _prioritas,
    ("undangan", "undangan"): _undangan,
    ("rapat_teknis", "rapat_teknis"): _rapat_teknis,
    ("analisis", "susun"): _document,
    ("analisis", "reviu"): _decision,
    ("analisis", "setujui"): _decision,
    ("desain", "susun"): _document,
    ("desain", "reviu"): _decision,
    ("desain", "setujui"): _decision,
    ("implementasi", "bangun"): _bangun,
    ("implementasi", "uat"): _uat,
    ("serah_terima", "siapkan"): _siapkan,
    ("serah_terima", "ttd_dinas"): _sign,
    ("serah_terima", "ttd_opd"): _sign,
    ("status_gitlab", "ubah"): _status,
    ("status_gitlab", "terkonfirmasi"): _status,
    ("pendampingan", "laporan"): _laporan,
    ("pendampingan", "setujui"): _close,
    ("pendampingan", "konfirmasi"): _close,
}
