"""Tata usaha notes the arrival of the original letter, on paper or as a PDF whose TTE it has checked."""

from dataclasses import dataclass
from datetime import date, datetime

from loket.application.data import Plain, Problems, local_date, present
from loket.application.errors import Invalid
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
        problems.text("catatan", self.catatan, "catatan", required=False)
        return problems


@act("surat_asli_diterima", Data, allowed=may_receive_surat_asli, roles=(Role.TATA_USAHA,), moves=False)
def receive_surat_asli(work: Work, data: Data) -> Happened:
    surat = work.permintaan.surat_set.get(is_current=True)
    received_at = present(data.received_at)
    if problems := _problems_of(local_date(received_at), surat.tanggal_surat, work.facts):
        raise Invalid(problems)
    surat.asli_received_at, surat.asli_catatan = received_at, data.catatan
    surat.asli_received_by_id = work.by
    surat.save(update_fields=["asli_received_at", "asli_catatan", "asli_received_by"])
    return Happened(
        kind="surat_asli.received", particulars={"surat_id": surat.pk, "received_at": received_at}
    )


def _problems_of(received: date, dated: date, facts: Facts) -> Problems:
    problems = Problems()
    problems.not_before("received_at", received, dated, "Surat tidak mungkin diterima sebelum tanggal surat")
    problems.known_date("received_at", received, facts)
    return problems
