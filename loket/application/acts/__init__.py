"""Acts outside the steps, one module each; importing them registers them."""

from loket.application.acts import (
    alihkan,
    batalkan,
    diskusi,
    jeda,
    kembalikan,
    lanjutkan,
    perpanjang,
    surat_asli_diterima,
    tangguhkan,
    tarik,
    tolak,
    usulan,
)
from loket.application.registry import ACTS

__all__ = [
    "ACTS",
    "alihkan",
    "batalkan",
    "diskusi",
    "jeda",
    "kembalikan",
    "lanjutkan",
    "perpanjang",
    "surat_asli_diterima",
    "tangguhkan",
    "tarik",
    "tolak",
    "usulan",
]
