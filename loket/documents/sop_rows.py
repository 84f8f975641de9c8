"""The rows of an SOP's table, and which row leads to which."""

from loket.core.lanes import lanes_of
from loket.core.role import Role
from loket.core.sop import Sop, Step
from loket.documents.sop_document import Alur, Baris, Kolom, Naskah, Sel, Simbol
from loket.documents.sop_gates import rows_with_gates

KOLOM_ASLI = Kolom(kegiatan="Aktivitas", keterangan="Ket")
KOLOM_LENGKAP = Kolom(kegiatan="Kegiatan", keterangan="Keterangan")


def columns(sop: Sop, naskah: Naskah) -> tuple[str, ...]:
    """The performers' headings; the corrected print calls them by their titles."""
    if naskah is Naskah.ASLI:
        return tuple(lajur.nama for lajur in sop.lajur)
    return tuple(" dan ".join(Role(role).label for role in lajur.roles) for lajur in sop.lajur)


def table(sop: Sop, naskah: Naskah) -> tuple[tuple[Baris, ...], tuple[Alur, ...]]:
    literal = naskah is Naskah.ASLI
    if not literal:
        return rows_with_gates(sop, [corrected(sop, step) for step in sop.steps.values()])
    rows = [_original(sop, step) for step in sop.steps.values()]
    last = len(rows) - 1
    return tuple(rows), tuple(Alur(at, at + 1) for at in range(last))


def corrected(sop: Sop, step: Step) -> Baris:
    letters = (f"{chr(ord('a') + at % 26)}. {item}" for at, item in enumerate(step.agenda))
    needed = ", ".join(step.kelengkapan)
    sel = Sel(
        kegiatan="\n".join([step.kegiatan, *letters]),
        kelengkapan=f"{needed} (disimpulkan)" if needed and step.kelengkapan_disimpulkan else needed,
        waktu=step.standard.text,
        output=", ".join(step.output),
        keterangan=step.keterangan,
    )
    return Baris(no=str(step.ke), sel=sel, lajur=_lanes(sop, step))


def _original(sop: Sop, step: Step) -> Baris:
    """A row in the office's words, with the capsules that begin and end the flow."""
    sel = Sel(
        kegiatan="\n".join([step.kegiatan_asli, *(f"> {item}" for item in step.agenda_asli)]),
        kelengkapan=", ".join(step.kelengkapan_asli),
        waktu=step.standard.text_asli,
        output=", ".join(step.output_asli),
        keterangan=step.keterangan_asli,
    )
    simbol = Simbol.KAPSUL if step.ke in (1, len(sop.steps)) else Simbol.KOTAK
    return Baris(no=str(step.ke), sel=sel, lajur=_lanes(sop, step), simbol=simbol)


def _lanes(sop: Sop, step: Step) -> tuple[int, ...]:
    keys = [lajur.key for lajur in sop.lajur]
    return tuple(keys.index(lane) for lane in lanes_of(sop, step)) or (0,)
