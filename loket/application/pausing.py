"""What every pause leaves behind: its row, and what the clocks need to know of it."""

from datetime import date, datetime
from typing import Any

from loket.application.data import Problems, present
from loket.application.registry import Happened, Work
from loket.core.facts import Facts
from loket.core.lapse import step_to_plan_again
from loket.models.jeda import Jeda


def check_expected(problems: Problems, perkiraan: date | None, facts: Facts, now: datetime) -> None:
    """The day on which the work is expected to go on, where somebody has said one."""
    if perkiraan is not None:
        problems.not_before("perkiraan", perkiraan, now, "Perkiraan tidak dapat sebelum hari ini")
        problems.known_date("perkiraan", perkiraan, facts)


def let_rest(
    work: Work,
    kind: str,
    *,
    alasan: str,
    catatan: str,
    perkiraan: date | None = None,
    sebab: str = "",
    since: datetime | None = None,
    **more: Any,
) -> Happened:
    """`sebab` is that of a suspension; `more` are further particulars. `since` where it began before it is recorded."""
    jeda = Jeda.objects.create(
        permintaan=work.permintaan,
        alasan=alasan,
        sebab=sebab,
        catatan=catatan,
        perkiraan=perkiraan,
        paused_at=since or work.now,
        paused_by_id=work.actor.id,
    )
    said = {"sebab": sebab, "perkiraan": perkiraan, "since": since, **more}
    given = {name: value for name, value in said.items() if value}
    return Happened(kind=kind, particulars={"jeda_id": jeda.pk, "alasan": alasan, **given})


def go_on(work: Work, kind: str, hasil: str, **more: Any) -> Happened:
    """`hasil`: what has come, or what has been settled. What was planned for the time of the pause is planned anew."""
    jeda = Jeda.objects.get(permintaan=work.permintaan, resumed_at=None)
    jeda.resumed_at, jeda.resumed_by_id, jeda.hasil = work.now, work.actor.id, hasil
    jeda.save(update_fields=["resumed_at", "resumed_by", "hasil"])
    langkah = step_to_plan_again(present(work.pengerjaan).run(), work.now)
    again = {"langkah": langkah} if langkah else {}
    return Happened(kind=kind, particulars={"jeda_id": jeda.pk, **again, **more})
