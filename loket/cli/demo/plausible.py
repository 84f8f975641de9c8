"""Plausible data for every bagian, as the lawful person would enter it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from loket.application.data import StepData, local_date
from loket.application.naskah.recording import Proof
from loket.application.review import Decision, Submission
from loket.application.steps import (
    s01_surat,
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
from loket.cli.demo.checked import answers
from loket.cli.demo.scene import Scene
from loket.cli.demo.tested import remarks, results, scenarios, version
from loket.core.priority import CRITERIA
from loket.models.dokumen import Dokumen, DokumenVersi
from loket.models.naskah import Naskah
from loket.models.rapat import Rapat
from loket.models.user import User

__all__ = ["PLAUSIBLE", "Scene"]

MEETING = timedelta(hours=2)
HOURS = (9, 13)
"""When meetings begin; they fit into the hours of every season."""
_KEPT = (
    *("nama_aplikasi", "kebutuhan", "alasan", "layanan", "pengguna"),
    *("pic_nama", "pic_phone", "pic_email"),
)


def _surat(scene: Scene) -> StepData:
    """The same letter again, with what was missing."""
    permintaan, before = scene.permintaan, scene.permintaan.surat_set.get(is_current=True)
    kept = {name: getattr(permintaan, name) for name in _KEPT}
    wanted = permintaan.wanted_date
    return s01_surat.Data(
        **kept,
        wanted_date=wanted if wanted and wanted > local_date(scene.now) else None,
        nomor_surat=before.nomor_surat,
        tanggal_surat=before.tanggal_surat,
        perihal=before.perihal,
        penanda_tangan=before.penanda_tangan,
        bentuk=before.bentuk,
        kanal=before.kanal,
        upload_id=scene.keep("surat"),
    )


def _disposisi(scene: Scene) -> StepData:
    outcome = scene.outcome or (
        "diteruskan" if scene.permintaan.at_bagian == "kepala_dinas" else "sampai_di_seksi"
    )
    if outcome == "dikembalikan":
        return s02_disposisi.Data(outcome=outcome, kekurangan=scene.wishes.kekurangan)
    return s02_disposisi.Data(
        outcome=outcome,
        kepada_id=scene.id("kabid" if outcome == "diteruskan" else "kasi"),
        sifat="segera",
        instruksi=("tindak_lanjuti", "laporkan_hasil"),
        catatan="Periksa kemungkinan memakai ulang aplikasi yang sudah ada.",
    )


def _penunjukan(scene: Scene) -> StepData:
    even = scene.permintaan.pk % 2 == 0
    usual = ("analis2", "programmer2") if even else ("analis", "programmer")
    analyst, programmer = (scene.id(username) for username in scene.wishes.team or usual)
    return s03_penunjukan.Data(analyst_ids=(analyst,), lead_id=analyst, programmer_ids=(programmer,))


def _prioritas(scene: Scene) -> StepData:
    usual = tuple(2 + (scene.permintaan.pk * step) % 3 for step in (1, 2, 3, 5, 7, 11, 13))
    scores = zip(CRITERIA, scene.wishes.scores or usual, strict=True)
    return s04_prioritas.Data(scores={criterion.key: score for criterion, score in scores})


def _undangan(scene: Scene) -> StepData:
    peserta = tuple(scene.permintaan.penugasan_set.values_list("user_id", flat=True))
    hour = scene.wishes.hour
    start = scene.at(scene.after(2), hour) if hour is not None else _first_free(scene, peserta)
    return s05_undangan.Data(
        start=start,
        end=start + MEETING,
        tempat="Ruang Rapat Dinas Kominfo",
        kanal="whatsapp",
        bahan="Alur kerja yang berjalan dan contoh formulir",
        peserta_ids=peserta,
    )


def _first_free(scene: Scene, peserta: tuple[int, ...]) -> datetime:
    """The first slot, from the day after tomorrow, at which nobody of the team sits in another meeting."""
    days = 2
    while True:
        for start in (scene.at(scene.after(days), hour) for hour in HOURS):
            busy = Rapat.objects.filter(planned_start__lt=start + MEETING, planned_end__gt=start)
            if not busy.filter(peserta__in=peserta).exists():
                return start
        days += 1


def _rapat_teknis(scene: Scene) -> StepData:
    rapat = scene.permintaan.rapat_set.latest("sesi")
    again = s06_rapat_teknis.Data(
        held_start=rapat.planned_start,
        held_end=rapat.planned_start + timedelta(minutes=110),
        attendees=_attendees(scene),
        notulen="Dibahas alur pelayanan yang berjalan, data yang tersedia, dan hasil yang diharapkan.",
        keputusan="rapat_lagi",
        alasan_lanjutan="Data pendukung belum lengkap.",
    )
    if scene.outcome == "rapat_lagi":
        return again
    item = s06_rapat_teknis.Item
    return replace(
        again,
        keputusan="lanjut",
        alasan_lanjutan="",
        kebutuhan=scene.permintaan.kebutuhan,
        items=(
            item(jenis="software", nama="Kerangka kerja web dan basis data", pihak="kominfo"),
            item(jenis="hardware", nama="Server di pusat data daerah", pihak="kominfo"),
            item(jenis="hardware", nama="Komputer petugas", pihak="opd"),
        ),
        implementasi_from=scene.after(min(26, scene.wishes.build_days)),
        implementasi_until=scene.after(scene.wishes.build_days),
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
    jenis = Dokumen.Jenis.SPESIFIKASI if scene.permintaan.at_step == "analisis" else Dokumen.Jenis.DESAIN
    before = DokumenVersi.objects.filter(dokumen__permintaan=scene.permintaan, dokumen__jenis=jenis).count()
    catatan = "Sudah memuat catatan yang diberikan." if before else "Sesuai hasil technical meeting."
    return Submission(
        upload_id=scene.keep(jenis), versi=f"1.{before}", catatan=catatan, periksa=answers(scene)
    )


def _decision(scene: Scene) -> StepData:
    usual = "diterima" if scene.permintaan.at_bagian == "reviu" else "disetujui"
    outcome = scene.outcome or usual
    return Decision(
        outcome=outcome, catatan="Lengkapi bagian integrasi." if outcome == "dikembalikan" else ""
    )


def _bangun(scene: Scene) -> StepData:
    if scene.outcome == "kemajuan":
        told = scene.permintaan.progressnote_set.count()
        notes = scene.wishes.progress
        percent = min(95, 100 * (told + 1) // (len(notes) + 1))
        return s09_implementasi.Building(
            outcome="kemajuan",
            percent=percent,
            catatan=notes[told % len(notes)],
            periksa=answers(scene),
        )
    slug = scene.permintaan.nomor.lower()
    return s09_implementasi.Building(
        outcome="siap_uji",
        catatan="Seluruh modul selesai dan lulus uji fungsi.",
        repository=f"https://gitlab.magetan.example/aplikasi/{slug}",
        address=f"https://{slug}.magetan.example",
        versi=version(scene),
        skenario="\n".join(scenarios(scene)),
        upload_id=scene.keep("bukti_uji"),
        periksa=answers(scene),
    )


def _uat(scene: Scene) -> StepData:
    outcome = scene.outcome or "diterima"
    return s09_implementasi.UatDecision(
        outcome=outcome, catatan=remarks(outcome), hasil=results(scene, outcome)
    )


def _siapkan(scene: Scene) -> StepData:
    day = scene.after(scene.wishes.launch_days)
    return s10_serah_terima.Preparation(
        versi_aplikasi="1.0.0",
        launch_start=scene.at(day, 9),
        launch_end=scene.at(day, 11, 30),
        tempat="Ruang Rapat Dinas Kominfo",
        peserta=f"{scene.permintaan.pic_nama}\n{scene.people['kadis'].nama}",
        rincian="Aplikasi terpasang; 1; berfungsi\nKode sumber; 1; lengkap\nBuku petunjuk; 2 eksemplar; lengkap",
        pihak_kesatu=scene.people["kadis"].nama,
        pihak_kedua=scene.permintaan.surat_set.get(is_current=True).penanda_tangan,
        pendampingan_until=scene.after(scene.wishes.mentor_days),
    )


def _sign(scene: Scene) -> StepData:
    usual = "ditandatangani" if scene.permintaan.at_bagian == "ttd_dinas" else "diserahkan"
    outcome = scene.outcome or usual
    returned = outcome == "dikembalikan"
    if returned:
        return s10_serah_terima.Confirmation(outcome=outcome, catatan="Perbaiki nama penerima.")
    paper = Naskah.objects.filter(permintaan=scene.permintaan, jenis="bast", state="menunggu").last()
    proof = Proof(upload_id=scene.keep(Dokumen.Jenis.BAST), nomor=paper.nomor if paper else "")
    return s10_serah_terima.Confirmation(outcome=outcome, is_agreed=True, proof=proof)


def _status(scene: Scene) -> StepData:
    return s11_status_gitlab.Data(catatan="Aplikasi sudah diluncurkan dan diserahkan.")


def _laporan(scene: Scene) -> StepData:
    if scene.outcome == "kegiatan":
        activities = scene.wishes.activities
        return s12_pendampingan.Mentoring(
            outcome="kegiatan",
            held_on=local_date(scene.now),
            kegiatan=activities[scene.permintaan.pendampingannote_set.count() % len(activities)],
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
    ("surat", "surat"): _surat,
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
