"""An SOP as lines for a terminal."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from loket.core.sop import Sop, Step
from loket.sop.related import Butir, RelatedSop

WIDTH = 100
LABEL = 15


def sop_text(sop: Sop) -> str:
    """Identity, phases and the rows of the table."""
    return "\n".join(_sop(sop))


def related_text(sop: RelatedSop) -> str:
    """Identity and checklist."""
    return "\n".join(_related(sop))


def _sop(sop: Sop) -> Iterator[str]:
    instansi = " - ".join(sop.document.get("instansi", ()))
    yield from _head(sop.nomor, sop.nama)
    yield from _pair("Instansi", instansi)
    yield from _pair("Revisi", f"{sop.revisi} ({sop.status})")
    for name, label in (("tanggal_pembuatan", "Dibuat"), ("tanggal_berlaku", "Berlaku")):
        yield from _pair(label, str(sop.document.get(name, "")))
    of_phase = {key: nama for nama, keys in sop.fase.items() for key in keys}
    phase = ""
    for step in sop.steps.values():
        if of_phase.get(step.key, "") != phase:
            phase = of_phase[step.key]
            yield from ("", phase.upper())
        yield from _step(step)


def _step(step: Step) -> Iterator[str]:
    yield ""
    yield from wrap(f"{step.ke}. {step.kegiatan}", WIDTH, subsequent_indent="   ")
    yield from _pair("   Pelaksana", _joined(role.label for role in step.pelaksana))
    yield from _pair("   Kelengkapan", _joined(step.kelengkapan))
    yield from _pair("   Waktu", step.standard.text)
    yield from _pair("   Keluaran", _joined(step.output))
    yield from _pair("   Keterangan", step.keterangan)
    yield from _pair("   SOP terkait", step.sop_terkait)


def _related(sop: RelatedSop) -> Iterator[str]:
    yield from _head(sop.nomor, sop.nama)
    yield from _pair("Revisi", f"{sop.revisi} ({sop.status})")
    yield from _pair("Bagian dari", f"{sop.induk}, langkah {sop.langkah}")
    for butir in sop.butir:
        yield from _butir(butir)


def _butir(butir: Butir) -> Iterator[str]:
    yield ""
    yield from wrap(f"{butir.kode}. {butir.kegiatan}", WIDTH, subsequent_indent="   ")
    who = (*(role.label for role in butir.pelaksana), *butir.pihak_lain)
    yield from _pair("   Pelaksana", _joined(who))
    days = "" if butir.hari_kerja is None else f"{butir.hari_kerja:g} hari kerja".replace(".", ",")
    yield from _pair("   Waktu", days)
    yield from _pair("   Keluaran", _joined(butir.keluaran))
    yield from _pair("   Wajib", "ya" if butir.wajib else "")


def _head(nomor: str, nama: str) -> Iterator[str]:
    yield nomor
    yield from wrap(nama, WIDTH)
    yield ""


def _pair(label: str, value: str) -> Iterator[str]:
    """A label and its value, or nothing where there is no value."""
    yield from wrap(value, WIDTH, initial_indent=f"{label:<{LABEL}} ", subsequent_indent=" " * (LABEL + 1))


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)
