"""An office that has been at work: a permintaan at every bagian, one finished, and notices about all of them."""

from dataclasses import dataclass, field
from datetime import datetime

from procrastinate.contrib.django.models import ProcrastinateJob

from loket.application import outbox
from loket.application.act import act
from loket.application.acts.diskusi import Data as Comment
from loket.application.naskah.making import make_from
from loket.application.naskah.printing import print_naskah
from loket.application.notices import tell
from loket.application.office.tokens import TokenData, create_token
from loket.application.steps import PARTS
from loket.models.dokumen import DokumenVersi
from loket.models.entry import Entry
from loket.models.kantor import HariLibur
from loket.models.naskah import Naskah
from loket.models.opd import Opd
from loket.models.permintaan import Permintaan
from loket.models.user import User
from tests.application.revising import begin, save
from tests.browser.apart import come_apart
from tests.browser.gitlab import talk_in_gitlab
from tests.browser.papers import PaperRoad
from tests.cast import NOW
from tests.doings import do

PLACES = [place for place in PARTS if place != ("status_gitlab", "terkonfirmasi")]
"""Every bagian at which a permintaan can stand; GitLab's own confirmation is waited for only where there is GitLab."""
RETURNED = {"desain_susun": ("desain", "reviu"), "serah_terima_siapkan": ("serah_terima", "ttd_dinas")}
"""Where the permintaan of a place came back to it, so that its page also shows why."""
BESIDE: dict[str, tuple[str, ...]] = {
    "dijeda": ("jeda",),
    "berubah": ("ganti_pic", "koreksi_data", "ganti_tim", "perubahan_ruang_lingkup"),
    "disetujui": ("perubahan_ruang_lingkup", "putuskan_perubahan"),
    "digabung": ("gabungkan",),
}
"""What else somebody did with a permintaan at the design."""


@dataclass
class Settled:
    """By place ("analisis_susun"): the nomor of the permintaan that stands there, and whose turn it is."""

    address: str = ""
    places: dict[str, str] = field(default_factory=dict)
    performers: dict[str, str] = field(default_factory=dict)
    others: dict[str, object] = field(default_factory=dict)
    """Its tracking code and a document of the finished one, and an id of everything that an admin keeps."""
    now: datetime = NOW


def settle() -> Settled:
    """Let the people of the office work until there is something to see everywhere."""
    people = {user.username: user for user in User.objects.all()}
    settled = Settled()
    for step, bagian in [*PLACES, ("selesai", "")]:
        road = PaperRoad(people)
        road.submit(nama_aplikasi=f"Antrean {len(settled.places) + 1}")
        place = f"{step}_{bagian}"
        if place == "surat_surat":
            road.step("dikembalikan")
        road.walk_to(*RETURNED.get(place, (step, bagian)))
        if place in RETURNED:
            road.step("dikembalikan")
        _discuss(road)
        settled.places[place] = road.nomor
        if bagian:
            settled.performers[place] = road.performer()
        settled.now = max(settled.now, road.now)
    settled.others = {**_others(road.permintaan), "token": _token(road)}
    road = PaperRoad(people)
    road.submit(nama_aplikasi="Antrean di GitLab")
    road.walk_to("implementasi")
    talk_in_gitlab(road)
    settled.places["gitlab"], settled.performers["gitlab"] = road.nomor, road.performer()
    settled.now = max(settled.now, road.now)
    for place, doings in BESIDE.items():
        road = PaperRoad(people)
        road.submit(nama_aplikasi=f"Antrean {place}")
        road.walk_to("desain")
        for key in doings:
            do(road, key)
        settled.places[place] = road.nomor
    begin(road)
    save(road, "analisis", nilai=20, keterangan="Lihat SOP Analisis Aplikasi Baru dan daftar risikonya")
    come_apart(settled.now)
    for job in ProcrastinateJob.objects.filter(task_name=outbox.TASK):
        tell(**job.args, now=settled.now)
    return settled


def _others(finished: Permintaan) -> dict[str, object]:
    return {
        "kode": finished.kode_lacak,
        "kode_naskah": _notulen(finished).kode,
        "versi": DokumenVersi.objects.filter(dokumen__permintaan=finished).latest("pk").pk,
        "pengguna": User.objects.get(username="analis").pk,
        "opd": Opd.objects.get(kode="DINKES").pk,
        "libur": HariLibur.objects.latest("day").pk,
    }


def _token(road: PaperRoad) -> int:
    """One of the analyst, that a program may use."""
    data = TokenData(nama="Sistem perencanaan kabupaten", scope="baca", days=300)
    made, _ = create_token(road.people["analis"], data, actor=road.actor("analis"), now=road.now)
    return made.pk


def _notulen(permintaan: Permintaan) -> Naskah:
    """A naskah as the jobs make and print it."""
    entry = Entry.objects.filter(permintaan=permintaan, kind="rapat.concluded").latest("pk")
    make_from(entry.pk, entry.happened_at)
    naskah = Naskah.objects.get(permintaan=permintaan, jenis="notulen")
    print_naskah(naskah.pk)
    return naskah


def _discuss(road: PaperRoad) -> None:
    for key, username, text in (
        ("diskusi", "opd", "Apakah data lama dapat dipindahkan?"),
        ("catatan_internal", "kasi", "Periksa beban server sebelum menjawab."),
    ):
        data = Comment(text=text)
        act(nomor=road.nomor, act_key=key, actor=road.actor(username), data=data, now=road.now)
