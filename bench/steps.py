"""The two ways of writing a disposisi that are compared."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.test import Client as TestClient
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django import app
from procrastinate.types import JSONValue

from loket.application.outbox import QUEUE, TASK
from loket.application.perform import perform
from loket.application.steps.s01_surat import Data as Letter
from loket.application.steps.s02_disposisi import Data
from loket.application.submit import submit
from loket.core.record import SCHEMA
from loket.models.dokumen import Upload
from loket.models.entry import Entry
from loket.models.kantor import Counter
from loket.models.pengerjaan import Pengerjaan
from loket.models.permintaan import Permintaan
from loket.models.surat import Disposisi
from loket.models.user import User
from tests.cast import LETTER


class Bench:
    """Permintaan waiting at the desk of the head of the office, taken one by one."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.people = {user.username: user for user in User.objects.all()}
        self.kadis = self.people["kadis"].actor(now.date())
        self.data = Data(
            outcome="diteruskan", kepada_id=self.people["kabid"].pk, instruksi=("tindak_lanjuti",)
        )
        self.waiting: list[str] = []

    def prepare(self, count: int) -> None:
        actor = self.people["opd"].actor(self.now.date())
        upload = Upload.objects.create(
            sha256="0" * 64,
            size=1,
            mime="application/pdf",
            label="PDF",
            name="a.pdf",
            uploaded_by=self.people["opd"],
            uploaded_at=self.now,
        )
        letter = Letter(**{**LETTER, "upload_id": upload.pk})  # type: ignore[arg-type]  # mixed values
        for number in range(count):
            data = replace(letter, nomor_surat=f"B/{number}/2026")
            self.waiting.append(submit(actor=actor, opd_id=actor.opd_id, data=data, now=self.now).nomor)

    def through_the_road(self) -> None:
        perform(
            nomor=self.waiting.pop(),
            step_key="disposisi",
            bagian="kepala_dinas",
            actor=self.kadis,
            data=self.data,
            seen=1,
            now=self.now + timedelta(minutes=5),
        )

    def by_plain_orm(self) -> None:
        self.write_plainly(self.waiting.pop(), self.now + timedelta(minutes=5))

    def write_plainly(self, nomor: str, now: datetime) -> None:
        """Lock the row, write what the road writes, and nothing else: no rules, no checks, no clocks, no hash."""
        with transaction.atomic():
            permintaan = Permintaan.objects.select_for_update().get(nomor=nomor)
            counter = Counter.objects.select_for_update().get(kind="agenda", year=2026)
            counter.last += 1
            counter.save(update_fields=["last"])
            disposisi = Disposisi.objects.create(
                permintaan=permintaan, at=now, **self._disposisi(counter.last)
            )
            run = Pengerjaan.objects.get(permintaan=permintaan, done_at=None)
            run.begun = run.since = run.started_at = now
            run.save()
            entry = Entry.objects.create(
                permintaan=permintaan, happened_at=now, **self._entry(permintaan, disposisi.pk)
            )
            permintaan.at_bagian, permintaan.turn = "kepala_bidang", ["kepala_bidang"]
            permintaan.revision, permintaan.due_at, permintaan.head_seq = 2, now, 2
            permintaan.save(
                update_fields=["at_bagian", "turn", "revision", "due_at", "head_seq", "head_hash"]
            )
            effects: tuple[dict[str, JSONValue], ...] = tuple(
                {"effect": effect, "entry_id": entry.pk} for effect in ("kabari_giliran", "kabari_opd")
            )
            app.configure_task(TASK, queue=QUEUE).batch_defer(*effects)

    def _disposisi(self, number: int) -> dict[str, Any]:
        return {
            "bagian": "kepala_dinas",
            "nomor_agenda": f"{number}/2026",
            "dari_id": self.kadis.id,
            "capacity": "kepala_dinas",
            "kepada_id": self.data.kepada_id,
            "outcome": "diteruskan",
            "sifat": "biasa",
            "instruksi": ["tindak_lanjuti"],
        }

    def _entry(self, permintaan: Permintaan, disposisi_id: int) -> dict[str, Any]:
        return {
            "subject": permintaan.nomor,
            "seq": 2,
            "kind": "disposisi.given",
            "step": "disposisi",
            "bagian": "kepala_dinas",
            "outcome": "diteruskan",
            "actor_id": self.kadis.id,
            "capacity": "kepala_dinas",
            "source": "web",
            "sop_revision_id": permintaan.sop_revision_id,
            "sop": "SOP-DISKOMINFO-001/0",
            "schema": SCHEMA,
            "particulars": {"disposisi_id": disposisi_id},
            "previous": "0" * 64,
            "hash": "0" * 64,
        }

    def statements(self) -> str:
        """How many statements each way sends."""
        self.prepare(2)
        with CaptureQueriesContext(connection) as road:
            self.through_the_road()
        with CaptureQueriesContext(connection) as plain:
            self.by_plain_orm()
        return f"{len(road)} by the road, {len(plain)} by plain ORM"

    def fields(self) -> dict[str, str]:
        """The disposisi as a browser sends it."""
        recipient = f"diteruskan:{self.data.kepada_id}"
        return {
            "seen": "1",
            "bagian": "kepala_dinas",
            "ke": recipient,
            "sifat": "biasa",
            "instruksi": "tindak_lanjuti",
            "outcome": "",
            "catatan": "",
            "kekurangan": "",
        }


def session_of(username: str, backend: str) -> str:
    """The key of a session in which somebody is signed in."""
    client = TestClient()
    client.force_login(User.objects.get(username=username), backend)
    return client.cookies["sessionid"].value
