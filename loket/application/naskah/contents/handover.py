"""Papers that both parties sign: the BAST (SOP row 10) and the addendum of an agreed date (DOMAIN 12)."""

from loket.application.naskah.content import Isian, Made, Subject, content
from loket.application.naskah.contents.words import columns, head_of_opd, letter_of, of_office, of_opd
from loket.core.calendar_plan import spelt
from loket.documents import Addendum as AddendumPaper
from loket.documents import Bast as BastPaper
from loket.documents import Penandatangan, Perubahan, Pihak, Saksi, Serahan
from loket.models.addendum import Addendum
from loket.models.dokumen import DokumenVersi
from loket.models.entry import Entry
from loket.models.implementasi import Aplikasi
from loket.models.naskah import Naskah
from loket.models.permintaan import Permintaan
from loket.models.rapat import Kesepakatan

_OPEN = (Naskah.State.KONSEP, Naskah.State.MENUNGGU)
_SECOND = (
    Isian(name="pihak_kedua", label="Nama PIHAK KEDUA", limit=150),
    Isian(name="jabatan_pihak_kedua", label="Jabatan PIHAK KEDUA"),
    Isian(name="pangkat_pihak_kedua", label="Pangkat PIHAK KEDUA", required=False),
    Isian(name="nip_pihak_kedua", label="NIP PIHAK KEDUA", help="18 angka", required=False),
)


def _from_bast(permintaan: Permintaan, entry: Entry | None) -> dict[str, str]:
    bast = permintaan.bast_set.filter(is_current=True).first()
    named = bast.pihak_kedua if bast else ""
    return {"pihak_kedua": named, "jabatan_pihak_kedua": head_of_opd(permintaan)}


def _no_handover_in_hand(permintaan: Permintaan) -> str:
    """Its facts are prepared in step 10, and there is one paper for them."""
    if permintaan.at_step != "serah_terima" or permintaan.at_bagian == "siapkan":
        return "Berita acara serah terima disiapkan pada langkah 10."
    papers = permintaan.naskah_set.filter(jenis="bast", state__in=_OPEN)
    return "Berita acara serah terima sudah disiapkan." if papers.exists() else ""


@content(
    "bast",
    *_SECOND,
    Isian(name="nomor_kedua", label="Nomor dari OPD", help="Bila OPD memberi nomor sendiri", required=False),
    Isian(
        name="tanda_rilis",
        label="Tanda rilis kode sumber",
        help="Nama tag di repositori, contoh v1.0.0",
        required=False,
    ),
    Isian(name="ketentuan_lain", label="Ketentuan lain", help="Satu per baris.", lines=2, required=False),
    Isian(name="mengetahui", label="Mengetahui", help="Nama; jabatan", required=False),
    Isian(name="saksi", label="Saksi", help="Satu per baris: nama; jabatan.", lines=2, required=False),
    proposed=_from_bast,
    missing=_no_handover_in_hand,
)
def bast(subject: Subject) -> Made:
    permintaan = subject.permintaan
    facts = permintaan.bast_set.get(is_current=True)
    first, second = _parties(subject)
    built = Aplikasi.objects.filter(permintaan=permintaan).first()
    document = BastPaper(
        **{**subject.common, "tempat": facts.tempat},
        pihak_kesatu=first,
        pihak_kedua=second,
        nomor_kedua=subject.text("nomor_kedua"),
        aplikasi=permintaan.nama_aplikasi,
        versi=facts.versi_aplikasi,
        pemelihara=_keeper(permintaan),
        pendampingan_sampai=facts.pendampingan_until,
        tanda_rilis=subject.text("tanda_rilis"),
        rincian=tuple(_handed(line) for line in facts.rincian.splitlines() if line.strip()),
        alamat_aplikasi=built.address if built else "",
        lampiran=_papers(permintaan),
        ketentuan_lain=subject.lines("ketentuan_lain"),
        mengetahui=_acknowledges(subject.text("mengetahui")),
        saksi=tuple(map(_witness, subject.lines("saksi"))),
    )
    return Made(
        dokumen=document,
        hal=f"Serah terima aplikasi {permintaan.nama_aplikasi} versi {facts.versi_aplikasi}",
        tujuan=permintaan.opd.nama,
    )


def _handed(line: str) -> Serahan:
    """What is handed over, how much, and in which state."""
    uraian, jumlah, keterangan = columns(line, 3)
    return Serahan(uraian=uraian, jumlah=jumlah, keterangan=keterangan)


def _witness(line: str) -> Saksi:
    nama, jabatan = columns(line, 2)
    return Saksi(nama=nama, jabatan=jabatan)


def _acknowledges(line: str) -> Penandatangan | None:
    nama, jabatan = columns(line, 2)
    return Penandatangan(jabatan=(jabatan,), nama=nama) if nama else None


def _keeper(permintaan: Permintaan) -> str:
    """Who maintains it, as was agreed last."""
    agreed = Kesepakatan.objects.filter(permintaan=permintaan).order_by("rapat__sesi").last()
    return f"{agreed.pemelihara_nama} ({agreed.get_pemelihara_display()})" if agreed else "PIHAK KESATU"


def _papers(permintaan: Permintaan) -> tuple[str, ...]:
    """The newest version of each document, with its hash."""
    newest = DokumenVersi.objects.filter(dokumen__permintaan=permintaan).select_related("dokumen", "upload")
    rows = newest.order_by("dokumen_id", "-number").distinct("dokumen_id")
    letter = letter_of(permintaan)
    return tuple(
        f"{row.dokumen} Nomor {letter.nomor_surat}, SHA-256 {row.upload.sha256}"
        if row.pk == letter.version_id
        else f"{row.dokumen} versi {row.versi or row.number}, SHA-256 {row.upload.sha256}"
        for row in rows
    )


def _extended(permintaan: Permintaan, entry: Entry | None) -> dict[str, str]:
    facts = permintaan.surat_set.filter(is_current=True).first()
    return {
        "pihak_kedua": facts.penanda_tangan if facts else "",
        "jabatan_pihak_kedua": head_of_opd(permintaan),
    }


def _has_no_paper_yet(entry: Entry) -> bool:
    return not Addendum.objects.get(pk=entry.particulars["addendum_id"]).nomor


def _no_extension(permintaan: Permintaan) -> str:
    waiting = permintaan.addendum_set.filter(nomor="")
    return "" if waiting.exists() else "Tidak ada perpanjangan waktu yang belum memiliki addendum."


def _note_number(permintaan: Permintaan, entry: Entry | None, nomor: str) -> None:
    row = _row(permintaan, entry)
    row.nomor = nomor
    row.save(update_fields=["nomor"])


def _row(permintaan: Permintaan, entry: Entry | None) -> Addendum:
    rows = permintaan.addendum_set
    return (
        rows.get(pk=entry.particulars["addendum_id"])
        if entry
        else (rows.filter(nomor="") or rows).latest("at", "pk")
    )


@content(
    "addendum",
    *_SECOND,
    proposed=_extended,
    needed=_has_no_paper_yet,
    numbered=_note_number,
    missing=_no_extension,
)
def addendum(subject: Subject) -> Made:
    permintaan = subject.permintaan
    agreed = _row(permintaan, subject.entry)
    first, second = _parties(subject)
    about, dates = agreed.get_tentang_display(), (spelt(agreed.semula), spelt(agreed.menjadi))
    document = AddendumPaper(
        **subject.common,
        pihak_kesatu=first,
        pihak_kedua=second,
        permintaan=subject.perihal,
        atas=f"kesepakatan technical meeting permintaan {permintaan.nomor}",
        perubahan=(Perubahan(pokok=about, semula=dates[0], menjadi=dates[1]),),
        alasan=agreed.alasan,
    )
    hal = f"Addendum {about.lower()} {permintaan.nama_aplikasi}: {dates[0]} menjadi {dates[1]}"
    return Made(dokumen=document, hal=hal, tujuan=permintaan.opd.nama)


def _parties(subject: Subject) -> tuple[Pihak, Pihak]:
    second = Penandatangan(
        jabatan=(subject.text("jabatan_pihak_kedua"),),
        nama=subject.text("pihak_kedua"),
        pangkat=subject.text("pangkat_pihak_kedua"),
        nip="".join(subject.text("nip_pihak_kedua").split()),
    )
    return of_office(subject, subject.signer), of_opd(subject, second)
