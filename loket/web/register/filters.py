"""Filters of the books: read from the address, where only what is offered counts, and written back to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlencode

from django import forms
from django.urls import reverse

from loket.core.naskah import JENIS
from loket.models.naskah import Naskah
from loket.queries.register import Wanted
from loket.queries.words import words_of
from loket.web.components.navigation import Chip
from loket.web.formats import MONTHS
from loket.web.work.list_filters import ALL, Active


class Book(StrEnum):
    KELUAR = "keluar"
    MASUK = "masuk"


LABELS = {Book.KELUAR: "Surat keluar", Book.MASUK: "Surat masuk"}
KINDS = {key: jenis.label for key, jenis in JENIS.items() if jenis.is_numbered}
STATES = {state.value: str(state.label) for state in Naskah.State if state != Naskah.State.KONSEP}
_MONTHS = dict(enumerate(MONTHS, start=1))


@dataclass(frozen=True, slots=True)
class Look:
    """A book and what is looked for in it. `years`: those that can be chosen, the newest first."""

    book: Book
    wanted: Wanted
    years: Sequence[int]

    def without(self, *names: str) -> "Look":
        empty = Wanted()
        return replace(self, wanted=replace(self.wanted, **{name: getattr(empty, name) for name in names}))


class FilterForm(forms.Form):
    """Only drawn, never bound: `read` decides what an address means."""

    use_required_attribute = False

    buku = forms.CharField(widget=forms.HiddenInput)
    q = forms.CharField(label="Nomor, hal, atau OPD", max_length=100)
    jenis = forms.ChoiceField(label="Jenis naskah", choices=[ALL, *KINDS.items()])
    keadaan = forms.ChoiceField(choices=[ALL, *STATES.items()])
    tahun = forms.ChoiceField()
    bulan = forms.ChoiceField(choices=[ALL, *_MONTHS.items()])

    def __init__(self, look: Look) -> None:
        super().__init__(initial=parameters(look))
        self.fields["tahun"] = forms.ChoiceField(choices=[ALL, *((year, str(year)) for year in look.years)])
        if look.book is Book.MASUK:
            del self.fields["jenis"], self.fields["keadaan"]


def read(address: Mapping[str, str], years: Sequence[int]) -> Look:
    """Whatever is not offered is no filter; a month without a year is one of the newest year."""
    book = Book.MASUK if address.get("buku") == Book.MASUK else Book.KELUAR
    is_out = book is Book.KELUAR
    jenis, keadaan = address.get("jenis", ""), address.get("keadaan", "")
    bulan = _offered(address.get("bulan", ""), _MONTHS)
    tahun = _offered(address.get("tahun", ""), years) or (years[0] if bulan else None)
    wanted = Wanted(
        q=" ".join(words_of(address.get("q", ""))),
        jenis=jenis if is_out and jenis in KINDS else "",
        keadaan=keadaan if is_out and keadaan in STATES else "",
        tahun=tahun,
        bulan=bulan,
    )
    return Look(book, wanted, years)


def _offered(text: str, offer: Sequence[int] | Mapping[int, str]) -> int | None:
    return next((number for number in offer if text == str(number)), None)


def parameters(look: Look) -> dict[str, str]:
    """What the address says; the book of letters out says nothing."""
    wanted = look.wanted
    return {
        "buku": look.book.value if look.book is Book.MASUK else "",
        "q": wanted.q,
        "jenis": wanted.jenis,
        "keadaan": wanted.keadaan,
        "tahun": str(wanted.tahun or ""),
        "bulan": str(wanted.bulan or ""),
    }


def url_of(look: Look, page: str = "", **more: str) -> str:
    """The address of the list, or of what is made from it."""
    page = page or reverse("register")
    given = {name: value for name, value in (parameters(look) | more).items() if value}
    return f"{page}?{urlencode(given)}" if given else page


def active(look: Look) -> tuple[Active, ...]:
    """The filters that are on, each with the address without it."""
    wanted = look.wanted
    shown = (
        ("Kata", wanted.q, look.without("q")),
        ("Jenis", KINDS.get(wanted.jenis, ""), look.without("jenis")),
        ("Keadaan", STATES.get(wanted.keadaan, ""), look.without("keadaan")),
        ("Tahun", str(wanted.tahun or ""), look.without("tahun", "bulan")),
        ("Bulan", _MONTHS.get(wanted.bulan or 0, ""), look.without("bulan")),
    )
    return tuple(Active(name, value, url_of(without)) for name, value, without in shown if value)


def tabs(look: Look) -> tuple[Chip, ...]:
    """The two books; what was searched for and the period stay, what only one book knows goes."""
    common = look.without("jenis", "keadaan")
    return tuple(
        Chip(label, url_of(replace(common, book=book)), active=look.book is book)
        for book, label in LABELS.items()
    )


def book_title(look: Look) -> str:
    """Buku Agenda Surat Keluar Tahun 2026."""
    year = f" Tahun {look.wanted.tahun}" if look.wanted.tahun else ""
    return f"Buku Agenda {LABELS[look.book].title()}{year}"
