"""The acceptance tests of the demo: what the OPD tries, and what it finds."""

from loket.application.checklist import Answer, Answers
from loket.cli.demo.scene import Scene
from loket.models.implementasi import Uat

Lulus = Uat.Lulus

OF_EVERY_APPLICATION = (
    "Pengguna masuk dengan akunnya sendiri, lalu keluar",
    "Pengguna tanpa wewenang tidak dapat membuka data",
    "Halaman terbaca dan dapat diisi dari telepon genggam",
    "Petugas mencetak laporan bulanan menurut tanggal",
)
"""Tried with whatever the application itself is for; the last one is what fails where something does."""
FAILED = "Urutan laporan belum menurut tanggal, dan cetakan terpotong."
MEND = "Perbaiki laporan bulanan: urutkan menurut tanggal, dan sesuaikan dengan ukuran kertas."
SLOW = "Agak lambat pada jaringan seluler."


def version(scene: Scene) -> str:
    """A candidate for each round."""
    return f"1.0.0-rc{scene.permintaan.uat_set.count() + 1}"


def scenarios(scene: Scene) -> tuple[str, ...]:
    return (*scene.wishes.scenarios, *OF_EVERY_APPLICATION)


def results(scene: Scene, outcome: str) -> Answers:
    """All passed where the application is accepted; else the last one failed, with what was seen."""
    found = list(scene.permintaan.uat_set.latest("round").scenarios())
    answers = {one.kode: Answer(Lulus.LULUS) for one in found}
    answers[found[-2].kode] = Answer(Lulus.LULUS, SLOW)
    if outcome != Uat.Hasil.DITERIMA:
        answers[found[-1].kode] = Answer(Lulus.GAGAL, FAILED)
    return answers


def remarks(outcome: str) -> str:
    """What is to be done about it."""
    return "" if outcome == Uat.Hasil.DITERIMA else MEND
