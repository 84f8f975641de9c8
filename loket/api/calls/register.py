"""The books of letters, out and in."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ninja import Field, Query, Router, Schema

from loket.api.documented import LISTED
from loket.api.paging import Halaman, place_of
from loket.api.reading import only
from loket.api.request import Call
from loket.application.data import Problems
from loket.core.naskah import JENIS
from loket.models.naskah import DINAS, Naskah
from loket.models.surat import Surat
from loket.queries.keyset import page_behind
from loket.queries.register import BY_ISSUE, Wanted, as_it_is_now, disposisi_of, letters_in, letters_out
from loket.queries.requests import agencies

router = Router(tags=["Register"])
_NUMBERED = tuple(key for key, jenis in JENIS.items() if jenis.is_numbered)
_LAST_YEAR = 2999


class Keadaan(StrEnum):
    """Of a naskah that has a number."""

    MENUNGGU = "menunggu"
    BERLAKU = "berlaku"
    DIBATALKAN = "dibatalkan"
    DIGANTIKAN = "digantikan"


class SaringMasuk(Halaman):
    q: str = Field(default="", max_length=100, description="Kata dalam nomor, hal, atau nama OPD.")
    tahun: int | None = Field(default=None, ge=2000, le=_LAST_YEAR)
    bulan: int | None = Field(default=None, ge=1, le=12, description="Bulan dari `tahun`.")


class SaringKeluar(SaringMasuk):
    jenis: str = Field(default="", json_schema_extra={"enum": list(_NUMBERED)})
    keadaan: Keadaan | None = Field(default=None)


class SuratKeluar(Schema):
    """A naskah in the book of letters out. `penanda_tangan` is empty where it was approved in Loket."""

    id: int = Field(description="Untuk GET /naskah/{id}.")
    permintaan: str = Field(examples=["APL-2026-0001"])
    urut: int
    nomor: str
    jenis: str
    tanggal: date
    hal: str
    tujuan: str
    penanda_tangan: str
    state: str
    issued_at: datetime


class SuratMasuk(Schema):
    """A letter in the book of letters in, as it was last completed; null where nobody has given a disposisi."""

    permintaan: str = Field(examples=["APL-2026-0001"])
    nomor_agenda: str
    received_at: datetime
    asal: str
    nomor_surat: str
    tanggal_surat: date
    perihal: str
    sifat: str | None
    kepada: str | None
    outcome: str | None


class DaftarSuratKeluar(Schema):
    items: list[SuratKeluar]
    next: str | None


class DaftarSuratMasuk(Schema):
    items: list[SuratMasuk]
    next: str | None


@router.get(
    "/register/keluar",
    response={200: DaftarSuratKeluar, **LISTED},
    operation_id="register_keluar",
    summary="Buku agenda surat keluar, yang terakhir terbit lebih dahulu",
)
def register_keluar(request: Call, saring: Query[SaringKeluar]) -> dict[str, Any]:
    only(request, SaringKeluar.model_fields)
    problems = _problems(saring)
    problems.unless(not saring.jenis or saring.jenis in _NUMBERED, "jenis", "Jenis naskah ini tidak ada.")
    after = place_of(saring, problems)
    found = letters_out(
        request.actor, _wanted(saring, jenis=saring.jenis, keadaan=saring.keadaan or ""), _named(saring)
    )
    rows, following = page_behind(found.select_related("permintaan"), after, saring.limit, BY_ISSUE)
    return {"items": [_out(row) for row in rows], "next": following or None}


@router.get(
    "/register/masuk",
    response={200: DaftarSuratMasuk, **LISTED},
    operation_id="register_masuk",
    summary="Buku agenda surat masuk, yang terakhir diterima lebih dahulu",
)
def register_masuk(request: Call, saring: Query[SaringMasuk]) -> dict[str, Any]:
    only(request, SaringMasuk.model_fields)
    after = place_of(saring, _problems(saring))
    found = letters_in(request.actor, _wanted(saring), _named(saring))
    rows, following = page_behind(found, after, saring.limit)
    return {"items": [_in(row) for row in rows], "next": following or None}


def _problems(saring: SaringMasuk) -> Problems:
    problems = Problems()
    problems.unless(saring.bulan is None or saring.tahun is not None, "tahun", "Isi tahun dari bulan ini.")
    return problems


def _wanted(saring: SaringMasuk, **more: str) -> Wanted:
    return Wanted(q=saring.q, tahun=saring.tahun, bulan=saring.bulan, **more)


def _named(saring: SaringMasuk) -> list[Any]:
    return agencies() if saring.q else []


def _out(naskah: Naskah) -> dict[str, Any]:
    signer = next((party for party in naskah.tandatangan_set.all() if party.pihak == DINAS), None)
    own = ("id", "urut", "nomor", "jenis", "tanggal", "hal", "tujuan", "state", "issued_at")
    return {
        **{name: getattr(naskah, name) for name in own},
        "permintaan": naskah.permintaan.nomor,
        "penanda_tangan": signer.nama if signer else "",
    }


def _in(first: Surat) -> dict[str, Any]:
    surat, given = as_it_is_now(first), disposisi_of(first)
    last = given[-1] if given else None
    return {
        **{name: getattr(surat, name) for name in ("nomor_surat", "tanggal_surat", "perihal")},
        "permintaan": first.permintaan.nomor,
        "nomor_agenda": first.nomor_agenda,
        "received_at": first.received_at,
        "asal": first.permintaan.opd.nama,
        "sifat": last.sifat if last else None,
        "kepada": last.kepada.nama if last and last.kepada else None,
        "outcome": last.outcome if last else None,
    }
