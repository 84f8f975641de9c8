"""The SOP as a document: identity, the parts around the table, and the table itself, corrected or as it was written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from loket.core.lanes import lanes_of
from loket.core.sop import Sop, Step
from loket.queries.sop_counts import OpenCounts, StepCount
from loket.queries.sop_in_force import Reading, Standing
from loket.web import formats
from loket.web.components.charts import LoadBar
from loket.web.components.facts import Fact
from loket.web.components.feedback import Banner
from loket.web.components.swimlane import Cell, Row, Swimlane, draw

NOT_SET = "Belum ditetapkan"
_COLUMNS = ("Kelengkapan", "Waktu", "Output", "Keterangan")
_NOW = "Saat ini"
_SINCE = {
    Standing.AKAN_BERLAKU: "akan berlaku mulai",
    Standing.BERLAKU: "berlaku sejak",
    Standing.DICABUT: "pernah berlaku sejak",
}
_SHORT = {"SOP", "OPD", "TIK"}
_SMALL = {"dari", "ke", "di", "dan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One field of the document: a paragraph, or a list."""

    title: str
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Which wording speaks: the corrected one, or with `original` the office's own."""

    original: bool

    def of(self, table: Mapping[str, Any], key: str) -> Any:
        corrected = table.get(key, "")
        return table.get(f"{key}_asli", corrected) if self.original else corrected

    def of_step(self, step: Step, name: str) -> Any:
        return getattr(step, f"{name}_asli" if self.original else name)


def identity(sop: Sop, voice: Voice, *, with_nip: bool) -> tuple[Fact, ...]:
    """A NIP tells a date of birth, so only people who are signed in see it."""
    document = sop.document
    head = document["disahkan"]
    nip = f"NIP {head['nip']}" if with_nip and "nip" in head else ""
    signer = [line for line in (head["nama"], head.get("pangkat", ""), nip) if line]
    return (
        Fact("Nomor SOP", sop.nomor),
        Fact("Revisi", str(sop.revisi)),
        Fact("Tanggal pembuatan", _day(document.get("tanggal_pembuatan"))),
        Fact("Tanggal revisi", _day(document.get("tanggal_revisi"))),
        Fact("Tanggal berlaku", _day(document.get("tanggal_berlaku"))),
        Fact("Disahkan oleh", voice.of(head, "jabatan"), lines=tuple(signer)),
        Fact("Nama SOP", sop.nama),
    )


def readable(nama: str) -> str:
    """SOP Pelayanan Permintaan dari OPD, where the document writes everything in capitals."""
    words = (word if word in _SHORT else word.capitalize() for word in nama.split())
    return " ".join(word.lower() if word.lower() in _SMALL else word for word in words)


def in_force(sop: Sop, standing: Standing) -> str:
    day = sop.document.get("tanggal_berlaku")
    if not day:
        return "tanggal berlaku belum ditetapkan"
    return f"{_SINCE[standing]} {formats.plain_date(day)}"


def standing_banner(found: Reading, path: str) -> Banner | None:
    """Said above a revision that is not the one in force."""
    if found.standing is Standing.AKAN_BERLAKU:
        text = "Revisi ini sudah ditetapkan dan belum berlaku."
    elif found.standing is Standing.DICABUT:
        text = "Ini revisi lama. Permintaan yang diterima pada masanya tetap memakainya."
    else:
        return None
    return Banner(text=text, link_text="Buka revisi yang berlaku", link_url=path)


def opening(sop: Sop, voice: Voice) -> tuple[Part, ...]:
    """What the document says before its form."""
    naskah = sop.document["naskah"]
    head, _, body = voice.of(naskah, "definisi").strip().partition("\n\n")
    return (
        Part(title="Ringkasan", text=voice.of(naskah, "pembuka")),
        Part(title=f"Definisi: {head}", text=body),
        Part(title="Tujuan utama", text=voice.of(naskah, "tujuan")),
    )


def fields(sop: Sop, voice: Voice) -> tuple[tuple[Part, ...], ...]:
    """The form below the identity, in its pairs; a legal basis takes the place that the regulation gives it."""
    naskah = sop.document["naskah"]

    def text(title: str, key: str) -> Part:
        return Part(title=title, text=voice.of(naskah, key))

    def listed(title: str, key: str) -> Part:
        return Part(title=title, items=tuple(voice.of(naskah, key)))

    first = (text("Deskripsi SOP", "deskripsi"), listed("Daftar pelaksana", "daftar_pelaksana"))
    qualified = listed("Kualifikasi pelaksana", "kualifikasi")
    related, equipped = (
        listed("Keterkaitan", "keterkaitan"),
        listed("Perlengkapan persyaratan", "perlengkapan"),
    )
    sources, warned = listed("Referensi", "referensi"), text("Peringatan", "peringatan")
    noted = listed("Pencatatan dan pendataan", "pencatatan")
    if not naskah.get("dasar_hukum"):
        return first, (related, qualified), (sources, equipped), (warned, noted)
    legal = listed("Dasar hukum", "dasar_hukum")
    return first, (legal, qualified), (related, equipped), (warned, noted), (sources,)


def table(sop: Sop, voice: Voice, counts: OpenCounts | None, *, with_links: bool) -> Swimlane:
    """The procedure; with `counts` also how many permintaan stand at each step now."""
    steps = list(sop.steps.values())
    fullest = max((counts.at(step.key).open for step in steps), default=0) if counts else 0
    rows = []
    for step in steps:
        cells = _standard_cells(step, voice)
        if counts:
            cells.append(_live_cell(step, counts.at(step.key), fullest, with_link=with_links))
        rows.append(
            Row(
                ke=step.ke,
                kegiatan=_activity(step, voice),
                lanes=lanes_of(sop, step),
                is_start=step is steps[0],
                is_end=step is steps[-1],
                cells=tuple(cells),
            )
        )
    columns = (*_COLUMNS, _NOW) if counts else _COLUMNS
    return draw(rows, columns=columns, live=False, group="Mutu baku", group_span=3)


def _day(day: date | None) -> str:
    return formats.plain_date(day) if day else NOT_SET


def _activity(step: Step, voice: Voice) -> str:
    agenda: Sequence[str] = voice.of_step(step, "agenda")
    return f"{voice.of_step(step, 'kegiatan')} {'; '.join(agenda)}".strip()


def _standard_cells(step: Step, voice: Voice) -> list[Cell]:
    time = step.standard.text_asli if voice.original else step.standard.text
    needed = ", ".join(voice.of_step(step, "kelengkapan"))
    return [
        Cell(
            _breakable(needed),
            "Kelengkapan",
            detail="Disimpulkan" if needed and step.kelengkapan_disimpulkan else "",
        ),
        Cell(time, "Waktu", tone=""),
        Cell(", ".join(voice.of_step(step, "output")), "Output", tone=""),
        Cell(voice.of_step(step, "keterangan"), "Keterangan"),
    ]


def _breakable(text: str) -> str:
    """Browsers do not break "komputer/laptop/handphone" by themselves."""
    return format_html_join(SafeString("/<wbr>"), "{}", ((part,) for part in text.split("/")))


def _live_cell(step: Step, count: StepCount, fullest: int, *, with_link: bool) -> Cell:
    if not count.open:
        return Cell("Kosong", _NOW, live=True)
    late = f"{formats.number(count.late)} lewat" if count.late else ""
    words = f"{formats.number(count.open)} berjalan"
    return Cell(
        words,
        _NOW,
        tone="",
        url=f"/permintaan?langkah={step.key}" if with_link else "",
        live=True,
        alert=late,
        bar=LoadBar(
            value=count.open, total=fullest, over=count.late, label=", ".join(filter(None, (words, late)))
        ),
    )
