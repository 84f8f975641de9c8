"""What every pause leaves behind: its row, and what the clocks need to know of it."""

from datetime import date

from loket.application.registry import Happened, Work
from loket.models.jeda import Jeda


def let_rest(
    work: Work, kind: str, *, alasan: str, catatan: str, perkiraan: date | None, sebab: str = ""
) -> Happened:
    """`sebab` is that of a suspension."""
    jeda = Jeda.objects.create(
        permintaan=work.permintaan,
        alasan=alasan,
        sebab=sebab,
        catatan=catatan,
        perkiraan=perkiraan,
        paused_at=work.now,
        paused_by_id=work.by,
    )
    said = {"sebab": sebab, "perkiraan": perkiraan}
    given = {name: value for name, value in said.items() if value}
    return Happened(kind=kind, particulars={"jeda_id": jeda.pk, "alasan": alasan, **given})
