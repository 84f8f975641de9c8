"""Acts outside the steps, one module each; importing them registers them."""

from loket.application.acts import diskusi, jeda, lanjutkan, surat_asli_diterima, tarik
from loket.application.registry import ACTS

__all__ = ["ACTS", "diskusi", "jeda", "lanjutkan", "surat_asli_diterima", "tarik"]
