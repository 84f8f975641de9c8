"""What whoever holds a paper may know of it, and whether a file is the one that was issued."""

from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from ninja import Field, P, PathEx, Query, Router, Schema

from loket.api.calls.lacak import CODE
from loket.api.documented import LISTED_OF_ONE, READ_ONE, SENT
from loket.api.door import MULTIPART
from loket.api.files import ONE_FILE, sent_file
from loket.api.keeping import Keeping
from loket.api.reading import only
from loket.api.request import Call
from loket.application.errors import NotVisible
from loket.application.naskah.comparing import Compared, Match, compare
from loket.application.throttle import Limit, guess, take
from loket.core.letter_number import LONGEST
from loket.models.naskah import TandaTangan
from loket.queries.public_naskah import PublicNaskah, naskah_of_code, naskah_of_number

router = Router(tags=["Verifikasi"])
GUESSES = Limit("verifikasi-api", tries=10, seconds=5 * 60)
FILES = Limit("cocokkan-api", tries=10, seconds=5 * 60)
Kode = PathEx[str, P(examples=[CODE])]


class Nomor(Schema):
    nomor: str = Field(max_length=LONGEST, description="Seperti yang tercetak pada naskah.")


class Ringkas(Schema):
    """A number follows from the one before, so it is not told what the naskah is about."""

    jenis: str
    nomor: str
    tanggal: date | None
    state: str
    ended_at: datetime | None


class Pihak(Schema):
    """`sertifikat` is empty where it was signed on paper."""

    nama: str
    jabatan: list[str]
    signed_at: datetime | None
    sertifikat: str


class BerkasNaskah(Schema):
    kind: str
    sha256: str


class Verifikasi(Ringkas):
    """`hal` and `tujuan` are empty where they are nobody's business."""

    kode: str
    cara: str
    hal: str
    tujuan: str
    pengganti: str = Field(description="Kode naskah penggantinya, bila ada.")
    pihak: list[Pihak]
    berkas: list[BerkasNaskah]


class TandaTanganBerkas(Schema):
    oleh: str
    at: datetime | None
    waktu_terbukti: bool
    sah: bool
    kalimat: str


class Cocok(Schema):
    """How a file stands to those of the naskah."""

    hasil: Match
    sha256: str
    state: str
    tanda_tangan: list[TandaTanganBerkas]


@router.get(
    "/verifikasi",
    response={200: Ringkas, **LISTED_OF_ONE},
    operation_id="verifikasi_nomor",
    summary="Keadaan naskah menurut nomornya",
)
def verifikasi_nomor(request: Call, ditanya: Query[Nomor]) -> dict[str, Any]:
    only(request, Nomor.model_fields)
    take(GUESSES, str(request.actor.id), request.now)
    found = naskah_of_number(ditanya.nomor)
    if found is None:
        raise NotVisible(ditanya.nomor)
    return _brief(found)


@router.get(
    "/verifikasi/{kode}",
    response={200: Verifikasi, **READ_ONE},
    operation_id="verifikasi",
    summary="Keadaan naskah menurut kode di bawah QR-nya",
    description="Juga untuk naskah yang tidak terlihat dengan token ini. Kode yang salah dihitung.",
)
def verifikasi(request: Call, kode: Kode) -> dict[str, Any]:
    found = _of_code(request, kode)
    naskah = found.naskah
    replacing = getattr(naskah, "pengganti", None)
    return {
        **_brief(found),
        "kode": naskah.kode,
        "cara": naskah.cara,
        "hal": found.hal,
        "tujuan": found.tujuan,
        "pengganti": replacing.kode if replacing else "",
        "pihak": [_party(party) for party in found.parties],
        "berkas": [{"kind": file.kind, "sha256": file.sha256} for file in found.files],
    }


@router.post(
    "/verifikasi/{kode}",
    response={200: Cocok, **SENT},
    operation_id="verifikasi_berkas",
    summary="Cocokkan berkas dengan yang diterbitkan; berkasnya tidak disimpan",
    openapi_extra={"requestBody": {"required": True, "content": {MULTIPART: {"schema": ONE_FILE}}}},
)
def verifikasi_berkas(request: Call, kode: Kode) -> HttpResponse:
    found = _of_code(request, kode)
    arrived = sent_file(request)
    take(FILES, str(request.actor.id), request.now)
    keeping = Keeping(request, 200, lambda compared: _compared(compared, found))
    keeping(compare(arrived.read(), found.files, now=request.now))
    return keeping.answer()


def _of_code(call: Call, kode: str) -> PublicNaskah:
    found = guess(GUESSES, str(call.actor.id), call.now, lambda: naskah_of_code(kode))
    if found is None:
        raise NotVisible(kode)
    return found


def _brief(found: PublicNaskah) -> dict[str, Any]:
    own = ("jenis", "nomor", "tanggal", "state", "ended_at")
    return {name: getattr(found.naskah, name) for name in own}


def _party(party: TandaTangan) -> dict[str, Any]:
    return {
        **{name: getattr(party, name) for name in ("nama", "jabatan", "signed_at")},
        "sertifikat": party.file.certificate if party.file else "",
    }


def _compared(compared: Compared, found: PublicNaskah) -> dict[str, Any]:
    return {
        "hasil": compared.match,
        "sha256": compared.sha256,
        "state": found.naskah.state,
        "tanda_tangan": [
            {
                "oleh": report.signer,
                "at": report.at.isoformat() if report.at and report.at.tzinfo else None,
                "waktu_terbukti": report.is_time_proven,
                "sah": report.valid,
                "kalimat": report.sentence,
            }
            for report in compared.reports
        ],
    }
