"""Tata usaha notes the arrival of the original letter, on paper or as a PDF whose TTE it has checked."""

from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems, local_date
from loket.application.registry import Happened, Work, act
from loket.core.acts import may_receive_surat_asli
from loket.core.facts import Facts
from loket.core.role import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`received_at`: when the letter came, not after now."""

    received_at: datetime | None
    catatan: str = ""

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        if self.received_at is None or self.received_at > now:
            problems.add("received_at", "Isi waktu surat asli diterima, paling akhir saat ini.")
        else:
            problems.known_date("received_at", local_date(self.received_at), facts)
        problems.text("catatan", self.catatan, "catatan", required=False)
        return problems


@act("surat_asli_diterima", Data, allowed=may_receive_surat_asli, roles=(Role.TATA_USAHA,), moves=False)
def receive_surat_asli(work: Work, data: Data) -> Happened:
    surat = work.permintaan.surat_set.get(is_current=True)
    surat.asli_received_at, surat.asli_catatan = data.received_at, data.catatan
    surat.asli_received_by_id = work.by
    surat.save(update_fields=["asli_received_at", "asli_catatan", "asli_received_by"])
    return Happened(
        kind="surat_asli.received", particulars={"surat_id": surat.pk, "received_at": data.received_at}
    )
