"""A ticket, and the taxonomy of a small office."""

from datetime import date
from uuid import UUID

from loket.core.priority import Level
from loket.integrations.gitlab.taxonomy import Taxonomy
from loket.integrations.gitlab.ticket import Ticket

KNOWN = Taxonomy(
    steps=("surat", "disposisi", "penunjukan", "prioritas", "undangan"),
    opd=("dinkes", "disdik"),
    analis=("rina",),
    programmers=("budi", "citra"),
)
TICKET = Ticket(
    ref=UUID("5f0c1c6e-3c58-4f39-8d0a-0f5f3d8f7a11"),
    nomor="APL-2026-0001",
    nama_aplikasi="Antrean puskesmas",
    kebutuhan="Warga mengambil nomor dari rumah.",
    opd_nama="Dinas Kesehatan",
    opd_kode="dinkes",
    link="https://loket.test/permintaan/APL-2026-0001",
    priority=Level.TINGGI,
    step="undangan",
    analis=("rina",),
    programmers=("budi", "citra"),
    due_on=date(2026, 12, 31),
)
