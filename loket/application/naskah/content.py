"""What a kind of naskah says: the fields that are typed for it, and its document made from them and from the rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from loket.application.data import Problems
from loket.core.text import LONG, SHORT
from loket.core.zone import ZONE
from loket.documents import Dokumen, Kop, Penandatangan, Pengesahan, Perihal
from loket.models.entry import Entry
from loket.models.kantor import Kantor
from loket.models.permintaan import Permintaan


class Kind(StrEnum):
    TEXT = "text"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """A field that is typed for a draft: text on one line or on several, or a date or time, kept in ISO form.

    `limit`: how long a text may be, where its column holds less than such texts usually have.
    """

    name: str
    label: str
    help: str = ""
    lines: int = 1
    required: bool = True
    kind: Kind = Kind.TEXT
    limit: int | None = None

    def check(self, problems: Problems, value: str) -> None:
        if self.kind is not Kind.TEXT:
            problems.unless(_read(self.kind, value) is not None, self.name, f"Isi {self.label.lower()}.")
            return
        limit = self.limit or (SHORT if self.lines == 1 else LONG)
        problems.text(self.name, value, self.label.lower(), limit=limit, required=self.required)


def _read(kind: Kind, value: str) -> date | time | None:
    try:
        return date.fromisoformat(value) if kind is Kind.DATE else time.fromisoformat(value)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a naskah is made from. `entry` is what Loket makes it from by itself; `signers` sign in their order.

    `alamat` is the address of this Loket.
    """

    permintaan: Permintaan
    kantor: Kantor
    kop: Kop
    sah: Pengesahan
    isian: Mapping[str, str]
    alamat: str
    entry: Entry | None = None
    nomor: str = ""
    tanggal: date | None = None
    signers: tuple[Penandatangan, ...] = ()

    @property
    def common(self) -> dict[str, Any]:
        """What every naskah begins with."""
        return {
            "kop": self.kop,
            "sah": self.sah,
            "nomor": self.nomor,
            "tempat": self.kantor.tempat,
            "tanggal": self.tanggal,
        }

    @property
    def klasifikasi(self) -> str:
        """Who may read it, where that is not everybody."""
        is_open = self.kantor.keamanan == Kantor.Keamanan.BIASA
        return "" if is_open else self.kantor.get_keamanan_display()

    @property
    def perihal(self) -> Perihal:
        one = self.permintaan
        return Perihal(nomor=one.nomor, aplikasi=one.nama_aplikasi, opd=one.opd.nama)

    def text(self, name: str) -> str:
        return self.isian.get(name, "").strip()

    def moment(self, day: str, clock: str) -> datetime | None:
        """A date and a time that were typed; None as long as one of them is missing."""
        on, at = _read(Kind.DATE, self.text(day)), _read(Kind.TIME, self.text(clock))
        if not isinstance(on, date) or not isinstance(at, time):
            return None
        return datetime.combine(on, at, ZONE)

    @property
    def signer(self) -> Penandatangan:
        """The first of them; in a draft the room for one."""
        return self.signers[0] if self.signers else Penandatangan(jabatan=("Penandatangan",), nama="")

    def lines(self, name: str) -> tuple[str, ...]:
        """What was typed one below the other, without the empty lines."""
        return tuple(line.strip() for line in self.isian.get(name, "").splitlines() if line.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document with the words by which the register and the verification page name it."""

    dokumen: Dokumen
    hal: str
    tujuan: str = ""


Proposed = Callable[[Permintaan, Entry | None], dict[str, str]]
Needed = Callable[[Entry], bool]
Missing = Callable[[Permintaan], str]
Numbered = Callable[[Permintaan, Entry | None, str], None]


def _nothing(permintaan: Permintaan, entry: Entry | None) -> dict[str, str]:
    return {}


def _always(entry: Entry) -> bool:
    return True


def _nothing_missing(permintaan: Permintaan) -> str:
    return ""


def _nobody_else_notes(permintaan: Permintaan, entry: Entry | None, nomor: str) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """`proposed` fills in the fields of a new draft from what is known.

    `needed` says whether an entry still leads to it: a paper that exists elsewhere is not written again.
    `numbered` notes its number where it belongs. `missing` says what must be there before it can be written.
    """

    make: Callable[[Subject], Made]
    isian: tuple[Isian, ...] = ()
    proposed: Proposed = field(default=_nothing)
    needed: Needed = field(default=_always)
    numbered: Numbered = field(default=_nobody_else_notes)
    missing: Missing = field(default=_nothing_missing)

    def check(self, typed: Mapping[str, str]) -> Problems:
        problems = Problems()
        for isian in self.isian:
            isian.check(problems, typed.get(isian.name, ""))
        return problems


CONTENTS: dict[str, Content] = {}
"""By kind; filled by the modules in `contents/`."""


def content(
    jenis: str,
    *isian: Isian,
    proposed: Proposed = _nothing,
    needed: Needed = _always,
    numbered: Numbered = _nobody_else_notes,
    missing: Missing = _nothing_missing,
) -> Callable[[Callable[[Subject], Made]], Callable[[Subject], Made]]:
    """Register what makes a kind of naskah."""

    def register(make: Callable[[Subject], Made]) -> Callable[[Subject], Made]:
        CONTENTS[jenis] = Content(
            make=make,
            isian=isian,
            proposed=proposed,
            needed=needed,
            numbered=numbered,
            missing=missing,
        )
        return make

    return register
