"""Filters of the list: read from the address, where only what the list offers counts, and written back to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django import forms

from loket.core.facts import Status
from loket.core.priority import Level
from loket.core.sop import Sop
from loket.models.opd import Opd
from loket.queries.requests import View, Wanted
from loket.queries.words import words_of
from loket.web.components.navigation import Chip

PAGE = "/permintaan"
ALL = ("", "Semua")
VIEWS = {
    View.MILIK_SAYA: "Milik saya",
    View.BERJALAN: "Berjalan",
    View.LEWAT_BATAS: "Lewat batas",
    View.SELESAI: "Selesai",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be chosen: the steps of the SOP in force, and the agencies where there is more than one."""

    sop: Sop
    agencies: Sequence[Opd]

    def steps(self) -> dict[str, str]:
        return {step.key: f"{step.ke}. {step.nama}" for step in self.sop.steps.values()}

    def opd_named(self, kode: str) -> Opd | None:
        return next((one for one in self.agencies if one.kode == kode), None)

    def opd_of(self, pk: int | None) -> Opd | None:
        return next((one for one in self.agencies if one.pk == pk), None)


@dataclass(frozen=True, slots=True)
class Active:
    """A filter that is on: what it says, and the address without it."""

    name: str
    value: str
    url: str

    @property
    def text(self) -> str:
        return f"{self.name}: {self.value}"


class FilterForm(forms.Form):
    """Only drawn, never bound: `read` decides what an address means."""

    use_required_attribute = False

    tampilan = forms.CharField(widget=forms.HiddenInput)
    q = forms.CharField(label="Nomor, nama aplikasi, atau OPD", max_length=100)
    status = forms.ChoiceField(choices=[ALL, *((status.value, status.label) for status in Status)])
    langkah = forms.ChoiceField()
    prioritas = forms.ChoiceField(choices=[ALL, *((level.value, level.label) for level in Level)])
    opd = forms.ChoiceField(label="OPD")

    def __init__(self, wanted: Wanted, offer: Offer) -> None:
        super().__init__(initial=parameters(wanted, offer))
        self.fields["langkah"] = forms.ChoiceField(choices=[ALL, *offer.steps().items()])
        self.fields["opd"] = forms.ChoiceField(
            label="OPD", choices=[ALL, *((one.kode, one.nama) for one in offer.agencies)]
        )


def read(address: Mapping[str, str], offer: Offer) -> Wanted:
    """Whatever the list does not offer is no filter."""
    given = {
        name: address.get(name, "") for name in ("tampilan", "q", "status", "langkah", "prioritas", "opd")
    }
    opd = offer.opd_named(given["opd"])
    return Wanted(
        view=View(given["tampilan"]) if given["tampilan"] in set(View) else None,
        q=" ".join(words_of(given["q"])),
        status=given["status"] if given["status"] in set(Status) else "",
        langkah=given["langkah"] if given["langkah"] in offer.sop.steps else "",
        prioritas=given["prioritas"] if given["prioritas"] in set(Level) else "",
        opd_id=opd.pk if opd else None,
    )


def parameters(wanted: Wanted, offer: Offer) -> dict[str, str]:
    opd = offer.opd_of(wanted.opd_id)
    return {
        "tampilan": wanted.view.value if wanted.view else "",
        "q": wanted.q,
        "status": wanted.status,
        "langkah": wanted.langkah,
        "prioritas": wanted.prioritas,
        "opd": opd.kode if opd else "",
    }


def url_of(wanted: Wanted, offer: Offer, **more: str) -> str:
    given = {name: value for name, value in (parameters(wanted, offer) | more).items() if value}
    return f"{PAGE}?{urlencode(given)}" if given else PAGE


def active(wanted: Wanted, offer: Offer) -> tuple[Active, ...]:
    """The filters that are on, besides the view."""
    opd = offer.opd_of(wanted.opd_id)
    shown = (
        ("Kata", wanted.q, replace(wanted, q="")),
        ("OPD", opd.nama if opd else "", replace(wanted, opd_id=None)),
        ("Status", Status(wanted.status).label if wanted.status else "", replace(wanted, status="")),
        ("Langkah", offer.steps().get(wanted.langkah, ""), replace(wanted, langkah="")),
        (
            "Prioritas",
            Level(wanted.prioritas).label if wanted.prioritas else "",
            replace(wanted, prioritas=""),
        ),
    )
    return tuple(Active(name, value, url_of(without, offer)) for name, value, without in shown if value)


def views(wanted: Wanted, offer: Offer) -> tuple[Chip, ...]:
    """Saved views as links; the other filters stay as they are."""
    every = Chip("Semua", url_of(replace(wanted, view=None), offer), active=wanted.view is None)
    return (
        every,
        *(
            Chip(name, url_of(replace(wanted, view=view), offer), active=wanted.view is view)
            for view, name in VIEWS.items()
        ),
    )
