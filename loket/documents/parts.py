"""What every naskah dinas carries: the letterhead above and the signature below."""

from dataclasses import dataclass, field

CAPITALS = {"capitals": True}
"""Marks a field that is printed in capitals; the capital of a drawable letter is not always drawable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """Kop naskah dinas: the region, the agency, where it is and how to reach it."""

    pemerintah: str = field(metadata=CAPITALS)
    instansi: str = field(metadata=CAPITALS)
    alamat: str
    kontak: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Penandatangan:
    """Who signs, under which title; `peran` is printed above it, such as "Pihak Kesatu"."""

    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""
    peran: str = ""
