"""A related SOP in the same official format: its items are the rows, the main SOP's performers its columns."""

from loket.core.sop import Sop
from loket.documents.sop_document import Alur, Baris, Identitas, Isian, Naskah, Sel, Simbol, SopDocument
from loket.documents.sop_form import NOT_STATED, instansi, open_date
from loket.documents.sop_rows import KOLOM_LENGKAP, columns
from loket.sop.related import Butir, RelatedSop


def printed_related(sop: RelatedSop, main: Sop) -> SopDocument:
    """All words of the document; what the office has yet to settle is said to be missing."""
    last = len(sop.butir) - 1
    rows = tuple(_row(butir, main, is_end=at in (0, last)) for at, butir in enumerate(sop.butir))
    return SopDocument(
        nomor=sop.nomor,
        revisi=sop.revisi,
        nama=sop.nama,
        kepala=(),
        instansi=instansi(main, Naskah.LENGKAP),
        pembuka=(),
        identitas=_identity(sop, main),
        isian=_form(sop, main),
        kolom=KOLOM_LENGKAP,
        lajur=columns(main, Naskah.LENGKAP),
        baris=rows,
        alur=tuple(Alur(at, at + 1) for at in range(last)),
        legenda=False,
        lambang=True,
    )


def _identity(sop: RelatedSop, main: Sop) -> tuple[Identitas, ...]:
    dates = ("Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Efektif")
    return (
        Identitas(label="Nomor SOP", lines=(sop.nomor,)),
        *map(open_date, dates),
        Identitas(label="Disahkan oleh", lines=(main.document["disahkan"]["jabatan"],), is_signed=True),
        Identitas(label="Nama SOP", lines=(sop.nama,)),
    )


def _form(sop: RelatedSop, main: Sop) -> tuple[tuple[Isian, ...], ...]:
    step = main.steps.get(sop.langkah)
    place = f", langkah {step.ke} ({step.nama})" if step else ""
    noted = (
        "Butir wajib diminta sebagai bukti saat langkah ditutup.",
        "Butir yang tidak berlaku ditutup dengan alasan.",
    )
    return (
        (_missing("DASAR HUKUM"), _missing("KUALIFIKASI PELAKSANA")),
        (
            Isian(judul="KETERKAITAN", butir=(f"{sop.induk} {main.nama}{place}",)),
            _missing("PERALATAN/PERLENGKAPAN"),
        ),
        (_missing("PERINGATAN"), Isian(judul="PENCATATAN DAN PENDATAAN", butir=noted)),
    )


def _missing(judul: str) -> Isian:
    return Isian(judul=judul, teks=NOT_STATED)


def _row(butir: Butir, main: Sop, *, is_end: bool) -> Baris:
    """A row is one activity, so its symbol is repeated for each performer: at the ends the capsule too."""
    keys = [lajur.key for lajur in main.lajur]
    lanes = dict.fromkeys(keys.index(lane) for role in butir.pelaksana if (lane := main.lajur_of(role)))
    days = "" if butir.hari_kerja is None else f"{butir.hari_kerja:g} hari kerja".replace(".", ",")
    others = f"Bersama {', '.join(butir.pihak_lain)}" if butir.pihak_lain else ""
    sel = Sel(
        kegiatan=butir.kegiatan,
        waktu=days or "Sesuai kesepakatan",
        output=", ".join(butir.keluaran),
        keterangan=". ".join(filter(None, ("Wajib" if butir.wajib else "Bila perlu", others))),
    )
    simbol = Simbol.KAPSUL if is_end else Simbol.KOTAK
    return Baris(no=butir.kode, sel=sel, lajur=tuple(lanes) or (0,), simbol=simbol)
