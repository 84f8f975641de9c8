"""An agreed date is put off by addendum only, and the date that it replaces is kept."""

from datetime import date, datetime, time
from typing import Any

from loket.application.data import Problems, local_date, present
from loket.application.registry import Work
from loket.core.acts import agreed_now
from loket.core.clock import closing_of
from loket.core.facts import Facts
from loket.models.addendum import Addendum
from loket.models.rapat import Kesepakatan


def check_addendum(
    problems: Problems,
    facts: Facts,
    now: datetime,
    *,
    sampai: date | None,
    nomor: str,
    is_numbered: bool = True,
) -> None:
    """`is_numbered`: the paper exists already; without a number Loket drafts it."""
    problems.working_date("sampai", sampai, facts, "tanggal yang baru")
    _, agreed = agreed_now(facts)
    if agreed is None:
        problems.add("sampai", "Belum ada tanggal yang disepakati untuk langkah ini.")
    elif sampai:
        later = sampai > max(agreed, local_date(now))
        sentence = "Tanggal yang baru harus setelah hari ini dan setelah tanggal yang disepakati semula."
        problems.unless(later, "sampai", sentence)
    problems.text("nomor", nomor, "nomor addendum", limit=100, required=is_numbered)


def days_agreed(work: Work) -> int:
    """Working days of the time that both parties agreed in the meeting, as addenda have left it."""
    agreed = Kesepakatan.objects.filter(permintaan=work.permintaan).latest("rapat__sesi")
    midnight = datetime.combine(agreed.implementasi_from, time(), work.calendar.zone)
    until = closing_of(present(work.facts.implementasi_until), work.calendar)
    return work.calendar.closings_between(midnight, until)


def days_more(work: Work, sampai: date) -> int:
    """Working days by which a date puts off the agreed one."""
    before = closing_of(present(work.facts.implementasi_until), work.calendar)
    return work.calendar.closings_between(before, closing_of(sampai, work.calendar))


def put_off(work: Work, *, sampai: date | None, nomor: str, alasan: str) -> tuple[Addendum, dict[str, Any]]:
    """Keep the addendum; returns it with the particulars by which the record moves the date."""
    step, agreed = agreed_now(work.facts)
    addendum = Addendum.objects.create(
        permintaan=work.permintaan,
        tentang=step,
        nomor=nomor,
        semula=present(agreed),
        menjadi=present(sampai),
        alasan=alasan,
        by_id=work.by,
        at=work.now,
    )
    return addendum, {"addendum_id": addendum.pk, f"{step}_until": addendum.menjadi}
