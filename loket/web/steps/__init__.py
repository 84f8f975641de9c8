"""The forms of the twelve steps, one module each; importing them registers them."""

from loket.web.steps import (
    s01_surat,
    s02_disposisi,
    s03_penunjukan,
    s04_prioritas,
    s05_undangan,
    s06_rapat_teknis,
    s07_analisis,
    s08_desain,
    s09_implementasi,
    s10_serah_terima,
    s11_status_gitlab,
    s12_pendampingan,
    tanda_tangan,
    uji_penerimaan,
)
from loket.web.steps.registry import FORMS

__all__ = [
    "FORMS",
    "s01_surat",
    "s02_disposisi",
    "s03_penunjukan",
    "s04_prioritas",
    "s05_undangan",
    "s06_rapat_teknis",
    "s07_analisis",
    "s08_desain",
    "s09_implementasi",
    "s10_serah_terima",
    "s11_status_gitlab",
    "s12_pendampingan",
    "tanda_tangan",
    "uji_penerimaan",
]
