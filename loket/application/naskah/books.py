"""Print a part of the books of letters: a list, not a letter, so it has no number and nobody signs it."""

from datetime import datetime
from typing import Any

from loket.application.naskah.letterhead import kop_of
from loket.documents import TERCATAT, BarisNaskah, BarisSurat, DaftarNaskah, DaftarSurat, render
from loket.models.kantor import Kantor


def book_out(baris: tuple[BarisNaskah, ...], *, judul: str, saringan: str, now: datetime) -> bytes:
    book = DaftarNaskah(judul=judul, per=now, saringan=saringan, baris=baris, **_common())
    return render(book, made_at=now)


def book_in(baris: tuple[BarisSurat, ...], *, judul: str, saringan: str, now: datetime) -> bytes:
    book = DaftarSurat(judul=judul, per=now, saringan=saringan, baris=baris, **_common())
    return render(book, made_at=now)


def _common() -> dict[str, Any]:
    return {"kop": kop_of(Kantor.objects.get()), "sah": TERCATAT}
