"""The road as tests walk it: the demo's people, a fixed moment, and one permintaan in hand."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Any

from django.db import connection

from loket.application.act import act
from loket.application.acts.jeda import Data as Pause
from loket.application.acts.kembalikan import Data as Return
from loket.application.acts.lanjutkan import Data as GoOn
from loket.application.acts.perpanjang import Data as Extension
from loket.application.acts.tarik import Data as Withdrawal
from loket.application.data import StepData
from loket.application.perform import perform
from loket.application.steps import PARTS
from loket.application.steps.s01_surat import Data as SuratData
from loket.application.submit import submit
from loket.cli.demo import walk
from loket.cli.demo.plausible import PLAUSIBLE, Scene
from loket.core.actor import Actor
from loket.core.zone import ZONE
from loket.models.dokumen import Upload
from loket.models.entry import Entry
from loket.models.permintaan import Permintaan
from loket.models.user import User

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
"""A Monday morning in working time, in Ramadan hours of no concern before March."""

LETTER = {
    "nama_aplikasi": "Antrean Daring",
    "kebutuhan": "Nomor antrean dapat diambil dari rumah.",
    "alasan": "Waktu tunggu pendaftaran rata-rata 74 menit.",
    "layanan": "Administrasi kependudukan",
    "pengguna": "Masyarakat dan 25 petugas",
    "wanted_date": date(2026, 9, 1),
    "pic_nama": "Nur Hidayati",
    "pic_phone": "0812-3456-7890",
    "pic_email": "nur@magetan.example",
    "nomor_surat": "B/500.12/118/403.112/2026",
    "tanggal_surat": date(2026, 2, 27),
    "perihal": "Permintaan pengadaan aplikasi",
    "penanda_tangan": "Kepala Dinas Kependudukan",
    "bentuk": "fisik",
    "kanal": "langsung",
}
_ODD = "SELECT setval('loket_permintaan_id_seq', last_value / 2 * 2 + 3, false) FROM loket_permintaan_id_seq"


def first_bagian(step: str) -> str:
    """Where a step begins; the end of the road has no bagian."""
    return next((bagian for place, bagian in PARTS if place == step), "")


class Road:
    """One permintaan and the people around it; `now` moves on as they work."""

    def __init__(self, people: Mapping[str, User], now: datetime = NOW) -> None:
        self.people, self.now, self.nomor = people, now, ""

    def actor(self, username: str) -> Actor:
        return self.people[username].actor(self.now.astimezone(ZONE).date())

    @property
    def permintaan(self) -> Permintaan:
        return Permintaan.objects.get(nomor=self.nomor)

    def upload(self, username: str, label: str = "PDF", name: str = "berkas.pdf") -> int:
        """A row for a file that was received; its content is not stored (see tests of files for that)."""
        upload = Upload.objects.create(
            sha256=sha256(name.encode()).hexdigest(),
            size=1000,
            mime="application/pdf",
            label=label,
            name=name,
            pages=1,
            uploaded_by=self.people[username],
            uploaded_at=self.now,
        )
        return upload.pk

    def letter(self, username: str = "opd", **changed: Any) -> SuratData:
        return SuratData(**{**LETTER, "upload_id": self.upload(username), **changed})

    def submit(self, username: str = "opd", **changed: object) -> Permintaan:
        """A new letter; `analis` and `programmer` will be appointed for it, whom the demo takes for odd ids."""
        with connection.cursor() as cursor:
            cursor.execute(_ODD)
        actor = self.actor(username)
        permintaan = submit(
            actor=actor, opd_id=self.people["opd"].opd_id, data=self.letter(username, **changed), now=self.now
        )
        self.nomor = permintaan.nomor
        return permintaan

    def step(self, outcome: str = "", took: int = 5) -> Entry:
        """The lawful person performs the bagian in hand."""
        self.now = walk.office_calendar().add_minutes(self.now, 1)
        entry = walk.step(
            self.nomor,
            now=self.now,
            keep=self._keep,
            people=self.people,
            outcome=outcome,
            took=took,
            source="test",
        )
        self.now = max(self.now, entry.happened_at)
        return entry

    def resend(self, **changed: Any) -> Entry:
        """The OPD completes its letter after a return."""
        self.later(minutes=10)
        return perform(
            nomor=self.nomor,
            step_key="surat",
            bagian="surat",
            actor=self.actor("opd"),
            data=self.letter(**changed),
            seen=self.permintaan.revision,
            now=self.now,
        )

    def withdraw(self, username: str = "opd", alasan: str = "Kebutuhan sudah terpenuhi.") -> Entry:
        return act(
            nomor=self.nomor,
            act_key="tarik",
            actor=self.actor(username),
            data=Withdrawal(alasan=alasan),
            seen=self.permintaan.revision,
            now=self.now,
        )

    def pause(self, username: str = "kasi", alasan: str = "opd") -> Entry:
        return act(
            nomor=self.nomor,
            act_key="jeda",
            actor=self.actor(username),
            data=Pause(alasan=alasan, catatan="Menunggu daftar layanan dari OPD."),
            seen=self.permintaan.revision,
            now=self.now,
        )

    def resume(self, username: str = "kasi") -> Entry:
        return act(
            nomor=self.nomor,
            act_key="lanjutkan",
            actor=self.actor(username),
            data=GoOn(catatan="Daftar layanan sudah diterima."),
            seen=self.permintaan.revision,
            now=self.now,
        )

    def extend(self, username: str = "kasi", **changed: Any) -> Entry:
        agreed = {"sampai": date(2026, 9, 30), "nomor": "B/9/2026", "alasan": "Lingkup bertambah."}
        return act(
            nomor=self.nomor,
            act_key="perpanjang",
            actor=self.actor(username),
            data=Extension(**{**agreed, **changed}),
            seen=self.permintaan.revision,
            now=self.now,
        )

    def return_to(self, step: str, username: str = "kasi") -> Entry:
        return act(
            nomor=self.nomor,
            act_key="kembalikan",
            actor=self.actor(username),
            data=Return(langkah=step, alasan="Ada data yang keliru."),
            seen=self.permintaan.revision,
            now=self.now,
        )

    def walk_to(self, step: str, bagian: str = "") -> Permintaan:
        """Walk until the permintaan stands there."""
        bagian = bagian or first_bagian(step)
        for _ in range(40):
            permintaan = self.permintaan
            if (permintaan.at_step, permintaan.at_bagian) == (step, bagian):
                return permintaan
            self.step()
        raise AssertionError(f"never came to {step} {bagian}")

    def performer(self) -> str:
        """The username of the person who may perform the bagian in hand."""
        return walk.performer(self.permintaan).username

    def plausible_data(self, outcome: str = "", username: str = "") -> StepData:
        walk.get_ready(self.nomor, now=self.now, people=self.people, source="test")
        permintaan = self.permintaan
        return PLAUSIBLE[permintaan.at_step, permintaan.at_bagian](self.scene(outcome, username))

    def wait_until_possible(self) -> None:
        """Let the meeting or launch be over, and the original letter be at the counter, where the road needs it."""
        permintaan = self.permintaan
        self.now = walk.end_of_work(permintaan, walk.office_calendar(), self.now, 1)
        if permintaan.at_step == walk.GATE and "surat_asli_diterima" not in permintaan.reached:
            walk.receive_letter(self.nomor, now=self.now, people=self.people, source="test")

    def perform_as(
        self, username: str, *, seen: int | None = None, outcome: str = "", data: StepData | None = None
    ) -> Entry:
        """Let somebody try the bagian in hand with data that would be good."""
        permintaan = self.permintaan
        return perform(
            nomor=self.nomor,
            step_key=permintaan.at_step,
            bagian=permintaan.at_bagian,
            actor=self.actor(username),
            data=data or self.plausible_data(outcome, username),
            seen=permintaan.revision if seen is None else seen,
            now=self.now,
        )

    def scene(self, outcome: str = "", username: str = "") -> Scene:
        """With files of this person, else of the one whose turn it is."""
        return Scene(
            permintaan=self.permintaan,
            now=self.now,
            calendar=walk.office_calendar(),
            people=self.people,
            keep=partial(self._keep, username=username),
            outcome=outcome,
        )

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def _keep(self, jenis: str, username: str = "") -> int:
        return self.upload(username or walk.performer(self.permintaan).username, name=f"{jenis}.pdf")
