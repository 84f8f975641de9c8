"""The forms of the twelve steps, one module each; importing them registers them."""

from loket.web.steps import (
    s01_surat,
    s02_disposisi,
    s03_penunjukan,
    s04_prioritas,
)
from loket.web.steps.registry import FORMS

__all__ = [
    "FORMS",
    "s01_surat",
    "s02_disposisi",
    "s03_penunjukan",
    "s04_prioritas",
]
