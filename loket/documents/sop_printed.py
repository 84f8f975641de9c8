"""From an SOP to what its print says."""

from loket.core.sop import Sop
from loket.documents.sop_document import Naskah, SopDocument
from loket.documents.sop_form import form, identity, instansi, opening
from loket.documents.sop_rows import KOLOM_ASLI, KOLOM_LENGKAP, columns, table


def printed(sop: Sop, naskah: Naskah, *, with_nip: bool) -> SopDocument:
    """All words of the document; without `with_nip` its signer's NIP is left out."""
    rows, ways = table(sop, naskah)
    literal = naskah is Naskah.ASLI
    return SopDocument(
        nomor=sop.nomor,
        revisi=sop.revisi,
        nama=sop.nama,
        kepala=instansi(sop, naskah) if literal else (),
        instansi=instansi(sop, naskah),
        pembuka=opening(sop, naskah),
        identitas=identity(sop, naskah, with_nip=with_nip),
        isian=form(sop, naskah),
        kolom=KOLOM_ASLI if literal else KOLOM_LENGKAP,
        lajur=columns(sop, naskah),
        baris=rows,
        alur=ways,
        legenda=not literal,
        lambang=not literal,
    )
