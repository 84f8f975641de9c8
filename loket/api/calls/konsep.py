"""What can be drafted for a permintaan: the kinds of naskah, the fields of each, and what Loket proposes for them."""

from typing import Any

from ninja import Field, Router, Schema

from loket.api.calls.permintaan import Nomor
from loket.api.documented import READ_ONE
from loket.api.request import Call
from loket.application.errors import NotVisible
from loket.application.naskah.content import CONTENTS, Isian, Kind
from loket.application.naskah.drafting import lacks
from loket.core.naskah import JENIS, JenisNaskah
from loket.models.permintaan import Permintaan
from loket.queries.step_rows import visible_permintaan

router = Router(tags=["Naskah"])


class IsianKonsep(Schema):
    """A field of `isian`; a date or time is written as ISO 8601."""

    nama: str
    label: str
    keterangan: str
    jenis: Kind
    wajib: bool


class Konsep(Schema):
    jenis: str
    nama: str
    halangan: str = Field(description="Mengapa konsep baru belum dapat dibuat; kosong bila dapat.")
    isian: list[IsianKonsep]
    usulan: dict[str, str] = Field(description="Isian yang diusulkan Loket.")


class DaftarKonsep(Schema):
    items: list[Konsep]


@router.get(
    "/permintaan/{nomor}/konsep",
    response={200: DaftarKonsep, **READ_ONE},
    operation_id="konsep",
    summary="Naskah yang dapat saya konsep, isiannya, dan usulan Loket",
    description="Untuk tindakan konsep_naskah. Naskah yang menggantikan naskah lain dimulai dari isian naskah itu.",
)
def konsep(request: Call, nomor: Nomor) -> dict[str, Any]:
    permintaan = visible_permintaan(nomor, request.actor, with_opd=True)
    if permintaan is None:
        raise NotVisible(nomor)
    mine = [jenis for jenis in JENIS.values() if any(request.actor.has(role) for role in jenis.drafters)]
    return {"items": [_row(permintaan, jenis) for jenis in mine]}


def _row(permintaan: Permintaan, jenis: JenisNaskah) -> dict[str, Any]:
    content, lacking = CONTENTS[jenis.key], lacks(permintaan, jenis)
    return {
        "jenis": jenis.key,
        "nama": jenis.label,
        "halangan": lacking,
        "isian": [_field(one) for one in content.isian],
        "usulan": {} if lacking else content.proposed(permintaan, None),
    }


def _field(one: Isian) -> dict[str, Any]:
    return {
        "nama": one.name,
        "label": one.label,
        "keterangan": one.help,
        "jenis": one.kind,
        "wajib": one.required,
    }
