"""Real files for what people hand in, set once."""

from dataclasses import replace
from functools import cache
from io import BytesIO

from loket.application.uploads import note, store
from loket.documents import render
from loket.files.intake import Accepted, accept
from tests.cast import Road
from tests.documents.samples import LAPORAN, MADE_AT, SURAT

TITLES = {
    "spesifikasi": "Dokumen spesifikasi kebutuhan aplikasi",
    "desain": "Dokumen desain aplikasi",
    "bukti_uji": "Bukti pengujian",
    "laporan": "Laporan pendampingan",
}
KINDS = ("surat", *TITLES)


@cache
def paper(kind: str) -> bytes:
    document = replace(LAPORAN, jenis=TITLES[kind]) if kind in TITLES else SURAT
    return render(document, made_at=MADE_AT)


class PaperRoad(Road):
    """A road on which every file can be opened and read."""

    def upload(self, username: str, label: str = "PDF", name: str = "surat.pdf") -> int:
        kind = name.removesuffix(".pdf")
        kept = _accepted(kind if kind in KINDS else "surat")
        return note(replace(kept, name=name), actor=self.actor(username), now=self.now).pk


@cache
def _accepted(kind: str) -> Accepted:
    return accept(store(), BytesIO(paper(kind)), name=f"{kind}.pdf")
