"""Files as tests send and fetch them."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from loket.application.uploads import receive
from loket.models.dokumen import DokumenVersi
from tests.cast import NOW, Road
from tests.files import samples


def signed_in(road: Road, username: str) -> Client:
    client = Client()
    client.force_login(road.people[username])
    return client


def get(client: Client, url: str, **headers: str) -> Any:
    """The answer with its content read, which also closes the file."""
    answer: Any = client.get(url, headers=headers)
    if answer.streaming:
        answer.file = b"".join(answer.streaming_content)
    return answer


def send(client: Client, content: bytes, name: str = "surat.pdf") -> Any:
    return client.post("/unggah", {"berkas": SimpleUploadedFile(name, content)})


def letter(road: Road, content: bytes | None = None, name: str = "surat.pdf") -> DokumenVersi:
    """Submit a request whose letter really is in the store."""
    upload = receive(BytesIO(content or samples.pdf(2)), name, actor=road.actor("opd"), now=NOW)
    road.submit(upload_id=upload.pk)
    return DokumenVersi.objects.get(dokumen__permintaan__nomor=road.nomor)
