"""Every kind of document, fully filled, and some of them in each state that a document can be in."""

from dataclasses import replace
from typing import Any

from loket.documents import KONSEP, Pengesahan
from tests.documents.agreements import AGREEMENTS
from tests.documents.letters import LETTERS
from tests.documents.people import ISSUED
from tests.documents.records import RECORDS
from tests.documents.samples import LAPORAN, SURAT

KINDS: dict[str, Any] = {**LETTERS, **AGREEMENTS, **RECORDS, "surat_permintaan": SURAT, "laporan": LAPORAN}
OF_THE_OFFICE: dict[str, Any] = {**LETTERS, **AGREEMENTS, **RECORDS}
STATES = {
    "konsep": KONSEP,
    "aplikasi": replace(ISSUED, cara="aplikasi"),
    "internal": ISSUED,
    "bsre": replace(ISSUED, cara="bsre"),
    "basah": replace(ISSUED, cara="basah"),
}


def in_state(name: str, sah: Pengesahan) -> Any:
    return replace(KINDS[name], sah=sah)


PICTURED: dict[str, Any] = {
    **KINDS,
    "surat_tugas_konsep": in_state("surat_tugas", KONSEP),
    "surat_undangan_bsre": in_state("surat_undangan", STATES["bsre"]),
    "nota_dinas_aplikasi": in_state("nota_dinas", STATES["aplikasi"]),
    "bast_basah": in_state("bast", STATES["basah"]),
    "daftar_hadir_f4": replace(
        KINDS["daftar_hadir"], kop=replace(KINDS["daftar_hadir"].kop, kertas="f4"), penandatangan=None
    ),
}
"""What has a golden image."""
