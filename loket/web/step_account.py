"""One sentence that says how a count came about, and whose time it was, in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from loket.core.account import Account, account_of
from loket.core.calendar import CalendarNotFilled, Holiday
from loket.core.clock import MINUTE
from loket.core.pause import Reason
from loket.core.role import Role
from loket.core.shares import Shares, shares_of
from loket.core.sop import Unit
from loket.core.zone import ZONE
from loket.models.pengerjaan import Pengerjaan
from loket.queries.step_rows import Standing
from loket.web import formats
from loket.web.components.facts import Fact

NAMED = 3
"""Holidays that are named; of more only the number is said."""


def counted(standing: Standing, row: Pengerjaan, now: datetime) -> str:
    """Hari kerja ke-7 dari 15: mulai ..., dijeda ..., libur ...; nothing where the calendar does not reach."""
    standard = standing.sop.step(row.step).standard
    if standard.by_event and not _is_held(row, now):
        return _before_event(row)
    try:
        account = account_of(row.run(), standard, standing.calendar, now)
    except CalendarNotFilled:
        return ""
    head = _head(row, account)
    return f"{head}: {', '.join(part for part in _parts(row, account, now) if part)}."


def counted_in_hand(standing: Standing, now: datetime) -> str:
    """The same of the step in hand, nothing where the permintaan has ended."""
    row = standing.open_run
    return counted(standing, row, now) if row else ""


def share_facts(standing: Standing, rows: Sequence[Pengerjaan], now: datetime) -> tuple[Fact, ...]:
    """How much of the time was the office's, the OPD's, and nobody's."""
    try:
        shares = sum((_shares(standing, row, now) for row in rows), Shares())
    except CalendarNotFilled:
        return ()
    facts = [
        Fact("Waktu di Dinas Kominfo", formats.working_time(shares.office // MINUTE)),
        Fact("Waktu di OPD", formats.working_time(shares.opd // MINUTE)),
    ]
    if shares.neither:
        facts.append(Fact("Di luar keduanya", formats.working_time(shares.neither // MINUTE)))
    return tuple(facts)


def _shares(standing: Standing, row: Pengerjaan, now: datetime) -> Shares:
    is_opds = row.done_at is None and Role.OPD in _in_hand(standing)
    return shares_of(row.run(), standing.calendar, now, in_hand_of_opd=is_opds)


def _in_hand(standing: Standing) -> tuple[Role, ...]:
    permintaan = standing.permintaan
    return standing.sop.bagian(permintaan.at_step, permintaan.at_bagian).pelaksana


def _is_held(row: Pengerjaan, now: datetime) -> bool:
    return row.event_end is not None and row.event_start is not None and row.event_start <= now


def _before_event(row: Pengerjaan) -> str:
    if row.event_start is None:
        return "Waktu langkah ini dihitung menurut acaranya, yang belum dijadwalkan."
    return f"Waktu langkah ini dihitung menurut acaranya, yang dijadwalkan {_moment(row.event_start)}."


def _head(row: Pengerjaan, account: Account) -> str:
    if not account.is_started:
        return "Belum dihitung"
    of = "" if account.allowed is None else f" dari {_number(account.allowed, account.unit)}"
    if account.unit is Unit.MENIT_KERJA:
        return f"{_number(account.counted, account.unit)}{of} menit kerja"
    until = f" sampai tanggal yang disepakati, {formats.full_date(row.agreed)}" if row.agreed else ""
    return formats.capital(f"{_state(row)}hari kerja ke-{_number(account.counted, account.unit)}{of}{until}")


def _state(row: Pengerjaan) -> str:
    if row.done_at:
        return "selesai pada " if row.colour else "ditinggalkan pada "
    return "berhenti pada " if row.run().is_paused else ""


def _parts(row: Pengerjaan, account: Account, now: datetime) -> tuple[str, ...]:
    in_minutes = account.unit is Unit.MENIT_KERJA
    since = _moment(account.since) if in_minutes else formats.full_date(account.since.astimezone(ZONE))
    begun = "tersedia sejak" if not account.is_started else "acara mulai" if row.event_end else "mulai"
    is_first_day = not in_minutes and not account.counted and not account.paused
    return (
        f"{begun} {since}",
        _waited(account),
        _paused(account),
        "" if in_minutes else _holidays(account.holidays),
        "hari mulai tidak dihitung" if is_first_day else "",
        _nights(account.since, row.event_end or row.done_at or now) if in_minutes else "",
    )


def _waited(account: Account) -> str:
    if account.waited < MINUTE:
        return ""
    length = formats.working_time(account.waited // MINUTE)
    return f"menunggu {length} di antara bagian" if account.is_started else f"menunggu {length} kerja"


def _paused(account: Account) -> str:
    if not account.paused:
        return ""
    said = f"dijeda {_by_reason(account.paused, account.unit)}"
    is_within = account.unit is Unit.KESEPAKATAN
    return f"di dalamnya {said}, yang tidak menggeser tanggal itu" if is_within else said


def _by_reason(paused: Mapping[Reason, int], unit: Unit) -> str:
    said = [f"{_length(long, unit)} ({reason.label})" for reason, long in paused.items()]
    return " dan ".join(said)


def _holidays(holidays: tuple[Holiday, ...]) -> str:
    if not holidays:
        return ""
    names = f" ({', '.join(one.name for one in holidays)})" if len(holidays) <= NAMED else ""
    return f"libur {len(holidays)} hari{names}"


def _nights(since: datetime, until: datetime) -> str:
    is_one_day = since.astimezone(ZONE).date() == until.astimezone(ZONE).date()
    return "" if is_one_day else "malam dan hari tutup tidak dihitung"


def _length(count: int, unit: Unit) -> str:
    return formats.working_time(count // MINUTE) if unit is Unit.MENIT_KERJA else formats.working_days(count)


def _number(count: int, unit: Unit) -> str:
    return formats.number(count // MINUTE if unit is Unit.MENIT_KERJA else count)


def _moment(moment: datetime) -> str:
    return formats.full_datetime(moment.astimezone(ZONE))
