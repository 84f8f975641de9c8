"""What the address of the board asks for, and addresses of the board."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django import forms

from loket.core.board import Grouping
from loket.core.priority import Level
from loket.core.sop import Sop
from loket.queries.board import Wanted
from loket.web.components.navigation import Chip

PAGE = "/papan"
ALL = ("", "Semua")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """`kolom` is the column that a phone shows."""

    wanted: Wanted
    kolom: str = ""

    @property
    def url(self) -> str:
        wanted = self.wanted
        given = {
            "kelompok": "" if wanted.kelompok is Grouping.LANGKAH else wanted.kelompok.value,
            "prioritas": wanted.prioritas,
            "orang": str(wanted.orang or ""),
            "langkah": wanted.langkah,
            "kolom": self.kolom,
        }
        said = {name: value for name, value in given.items() if value}
        return f"{PAGE}?{urlencode(said)}" if said else PAGE

    def grouped(self, grouping: Grouping) -> "Address":
        return Address(wanted=replace(self.wanted, kelompok=grouping))


class FilterForm(forms.Form):
    """Only drawn, never bound: `read` decides what an address means."""

    use_required_attribute = False

    kelompok = forms.CharField(widget=forms.HiddenInput)
    prioritas = forms.ChoiceField(choices=[ALL, *((level.value, level.label) for level in Level)])
    orang = forms.ChoiceField(label="Anggota tim")
    langkah = forms.ChoiceField()

    def __init__(self, wanted: Wanted, sop: Sop, people: Mapping[int, str]) -> None:
        shown = {name: getattr(wanted, name) for name in ("kelompok", "prioritas", "orang", "langkah")}
        super().__init__(initial=shown)
        self.fields["orang"] = forms.ChoiceField(label="Anggota tim", choices=[ALL, *people.items()])
        steps = ((step.key, f"{step.ke}. {step.nama}") for step in sop.steps.values())
        self.fields["langkah"] = forms.ChoiceField(choices=[ALL, *steps])


def read(address: Mapping[str, str], sop: Sop) -> Address:
    """Whatever the board does not know is no filter."""
    given = {name: address.get(name, "") for name in ("kelompok", "prioritas", "orang", "langkah")}
    orang = given["orang"]
    wanted = Wanted(
        kelompok=Grouping(given["kelompok"]) if given["kelompok"] in set(Grouping) else Grouping.LANGKAH,
        prioritas=given["prioritas"] if given["prioritas"] in set(Level) else "",
        orang=int(orang) if orang.isascii() and orang.isdecimal() and len(orang) < len(str(2**63)) else None,
        langkah=given["langkah"] if given["langkah"] in sop.steps else "",
    )
    return Address(wanted=wanted, kolom=address.get("kolom", ""))


def groupings(address: Address) -> tuple[Chip, ...]:
    return tuple(
        Chip(one.label, address.grouped(one).url, active=one is address.wanted.kelompok) for one in Grouping
    )
