"""What every naskah dinas carries: the letterhead above, the signature below, and how it can be checked."""

from dataclasses import dataclass, field
from typing import Literal

CAPITALS = {"capitals": True}
"""Marks a field that is printed in capitals; the capital of a drawable letter is not always drawable."""

Cara = Literal["konsep", "aplikasi", "internal", "bsre", "basah"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Kop naskah dinas: the region, the agency, where it is and how to reach it; `kertas` is a4 or f4."""

    pemerintah: str = field(metadata=CAPITALS)
    instansi: str = field(metadata=CAPITALS)
    alamat: str
    kontak: str = ""
    kertas: str = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Penandatangan:
    """Who signs, and under which titles: a line each, such as a.n. somebody and one's own.

    `peran` is printed above it, such as "Pihak Kesatu"; `disetujui` says when it was approved in Loket.
    """

    jabatan: tuple[str, ...]
    nama: str
    pangkat: str = ""
    nip: str = ""
    peran: str = ""
    disetujui: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengesahan:
    """By what a naskah is valid. `kode` and `alamat`, the address that its QR code leads to, only once issued."""

    cara: Cara
    kode: str = ""
    alamat: str = ""


KONSEP = Pengesahan(cara="konsep")
