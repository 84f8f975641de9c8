"""A new request as tests fill it in."""

from html import unescape
from io import BytesIO
from typing import Any

from django.test import Client

from loket.application.draft_rows import NEW, read_draft
from loket.application.uploads import receive
from loket.models.diskusi import Draft
from tests.cast import NOW, Road
from tests.files import samples

START, CHECK = "/permintaan/baru", "/permintaan/baru/periksa"
NEED = {
    "nama_aplikasi": "Antrean Puskesmas Daring",
    "kebutuhan": "Nomor antrean dapat diambil dari rumah.",
    "alasan": "Waktu tunggu rata-rata 74 menit.",
    "layanan": "Pendaftaran pasien",
    "pengguna": "Masyarakat dan 25 petugas",
    "wanted_date": "1 September 2026",
}
LETTER = {
    "nomor_surat": "B/500.12/118/403.112/2026",
    "tanggal_surat": "27/02/2026",
    "perihal": "Permintaan pengadaan aplikasi",
    "penanda_tangan": "Kepala Dinas Kesehatan",
    "bentuk": "fisik",
}
CONTACT = {"pic_nama": "Nur Hidayati", "pic_phone": "0812-3456-7890", "pic_email": "nur@magetan.example"}


def signed_in(road: Road, username: str) -> Client:
    client = Client()
    client.force_login(road.people[username])
    return client


def page(name: str) -> str:
    return f"{START}/{name}"


def upload(road: Road, username: str = "opd") -> str:
    received = receive(BytesIO(samples.pdf(2)), "surat.pdf", actor=road.actor(username), now=NOW)
    return str(received.pk)


def fill(client: Client, road: Road, username: str = "opd", **changed: str) -> None:
    """Send the three pages of questions."""
    answers = {**NEED, **LETTER, **CONTACT, "berkas_id": upload(road, username), **changed}
    for name in ("kebutuhan", "surat", "narahubung"):
        client.post(page(name), answers)


def text_of(answer: Any) -> str:
    return unescape(answer.content.decode())


def errors_of(answer: Any) -> dict[str, list[str]]:
    return {name: [str(error) for error in errors] for name, errors in answer.context["form"].errors.items()}


def draft_of(road: Road, username: str = "opd") -> Draft | None:
    return read_draft(road.people[username].pk, NEW)
