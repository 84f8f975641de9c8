"""What every naskah dinas carries: the letterhead above, the signature below, and how it was made valid."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

CAPITALS = {"capitals": True}
"""Marks a field that is printed in capitals; the capital of a drawable letter is not always drawable."""
ALSO_CAPITALS = {"capitals": "too"}
"""Marks a field that is printed in capitals in one place and as typed in another."""
GROUPED = {"grouped": True}
"""Marks a NIP, which is printed in its four groups."""

Kertas: TypeAlias = Literal["a4", "f4"]
Cara: TypeAlias = Literal[
    "konsep", "menunggu", "sebagian", "aplikasi", "internal", "bsre", "basah", "tercatat"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Kop naskah dinas: the region, the agency, where it is and how to reach it; `kertas` is the office's paper."""

    pemerintah: str = field(metadata=ALSO_CAPITALS)
    instansi: str = field(metadata=CAPITALS)
    alamat: str
    kontak: str = ""
    kertas: Kertas = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Penandatangan:
    """Who signs. `jabatan` holds lines, as ("a.n. Kepala Dinas ...", "Kepala Bidang TIK"); `nip` 18 digits.

    `peran` is printed above, such as "PIHAK KESATU"; `disetujui` is the moment of the approval in Loket as text
    (Pengesahan "aplikasi").
    """

    jabatan: tuple[str, ...]
    nama: str
    pangkat: str = ""
    nip: str = field(default="", metadata=GROUPED)
    peran: str = ""
    disetujui: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengesahan:
    """How the document came into force.

    konsep: not at all, it is a draft. menunggu: not yet, it has its number and waits for certificates. sebagian: the
    first party's certificate is on it, and it waits for the second. aplikasi: approved in Loket, without a
    certificate. internal: signed with a certificate of the office's own. bsre: signed with a certificate of BSrE.
    basah: to be signed by hand. tercatat: printed from what the record holds, and nobody signs it.
    `kode` and `alamat` (the full URL, printed as QR) lead to the page on which anyone can check the document.
    """

    cara: Cara
    kode: str = ""
    alamat: str = ""


BASAH = Pengesahan(cara="basah")
TERCATAT = Pengesahan(cara="tercatat")
KONSEP = Pengesahan(cara="konsep")
