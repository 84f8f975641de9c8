"""Accounts as an admin sees them: filters, rows, facts, positions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import urlencode

from django import forms
from django.urls import reverse

from loket.core.zone import ZONE
from loket.models.user import Jabatan, User
from loket.queries.office import Change, View
from loket.queries.words import words_of
from loket.web import formats
from loket.web.components.badges import Badge
from loket.web.components.facts import Fact
from loket.web.components.feedback import Confirm
from loket.web.components.navigation import Chip, Crumb
from loket.web.components.tables import Cell, Column, Table, TableRow

LIST = "pengguna"
ONE = "satu_pengguna"
VIEWS = {View.KANTOR: "Dinas Kominfo", View.OPD: "OPD", View.NONAKTIF: "Nonaktif"}
INACTIVE = Badge(text="Nonaktif", icon="ban")
NO_POSITION = "Belum memegang jabatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    view: View | None
    q: str


class SearchForm(forms.Form):
    """Only drawn, never bound: `wanted` decides what an address means."""

    use_required_attribute = False

    tampilan = forms.CharField(widget=forms.HiddenInput)
    q = forms.CharField(label="Nama, nama pengguna, NIP, atau OPD", max_length=100)

    def __init__(self, looked_for: Wanted) -> None:
        super().__init__(initial={"tampilan": looked_for.view or "", "q": looked_for.q})


def wanted(address: Mapping[str, str]) -> Wanted:
    """What the address asks for; whatever the list does not offer is no filter."""
    view = address.get("tampilan", "")
    return Wanted(view=View(view) if view in set(View) else None, q=" ".join(words_of(address.get("q", ""))))


def url_of(looked_for: Wanted, **more: str) -> str:
    given = {"tampilan": looked_for.view.value if looked_for.view else "", "q": looked_for.q, **more}
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{reverse(LIST)}?{query}" if query else reverse(LIST)


def views(looked_for: Wanted) -> tuple[Chip, ...]:
    return tuple(
        Chip(name, url_of(replace(looked_for, view=view)), active=looked_for.view is view)
        for view, name in ((None, "Semua"), *VIEWS.items())
    )


def lead(change: Change | None, now: datetime) -> str:
    """Who changed this page's matter last."""
    if change is None:
        return ""
    when = formats.relative(change.at.astimezone(ZONE), now.astimezone(ZONE))
    return f"Terakhir diubah oleh {change.by}, {when[0].lower()}{when[1:]}."


def crumbs(*trail: str) -> tuple[Crumb, ...]:
    """The list, then pairs of text and address; the last has none."""
    steps = [Crumb("Pengguna", reverse(LIST))]
    for text, url in zip(trail[::2], (*trail[1::2], ""), strict=False):
        steps.append(Crumb(text, url))
    return tuple(steps)


def table_of(accounts: Sequence[User]) -> Table:
    """Accounts with the positions they hold, which `page_of_accounts` has read."""
    columns = (Column("Nama"), Column("Jabatan"), Column("OPD"), Column("Keadaan"))
    return Table(caption="Daftar pengguna", columns=columns, rows=tuple(_row(one) for one in accounts))


def _row(account: User) -> TableRow:
    held: Iterable[Jabatan] = account.held  # type: ignore[attr-defined]  # see `page_of_accounts`
    names = ", ".join(str(one) for one in held)
    return TableRow(
        (
            Cell(account.nama, url=reverse(ONE, args=[account.pk]), detail=account.username),
            Cell(names or NO_POSITION),
            Cell(account.opd.singkatan if account.opd else "Dinas Kominfo"),
            Cell("Aktif") if account.is_active else Cell(badge=INACTIVE),
        )
    )


def badges(account: User) -> tuple[Badge, ...]:
    found = [] if account.is_active else [INACTIVE]
    if account.is_demo:
        found.append(Badge(text="Akun demo", icon="flask-conical"))
    return tuple(found)


def facts(account: User) -> tuple[Fact, ...]:
    shown = (
        Fact("Nama pengguna", account.username),
        Fact("NIP", account.nip),
        Fact("Telepon", formats.phone(account.phone)),
        Fact("Email", account.email),
        Fact("OPD", account.opd.nama if account.opd else "Bukan OPD, pegawai Dinas Kominfo"),
        Fact("Terakhir masuk", _day(account.last_login) if account.last_login else "Belum pernah masuk"),
    )
    return tuple(fact for fact in shown if fact.value)


def positions_table(positions: Sequence[Jabatan], account: User, today: date) -> Table:
    columns = (Column("Jabatan"), Column("Masa"), Column("Surat perintah"), Column("Tindakan", narrow=True))
    return Table(
        caption=f"Jabatan {account.nama}",
        columns=columns,
        rows=tuple(TableRow(_position(one, account, today)) for one in positions),
    )


def _position(one: Jabatan, account: User, today: date) -> tuple[Cell, ...]:
    ended = one.until_date is not None and one.until_date < today
    url = "" if ended else reverse("akhiri_jabatan", args=[account.pk, one.pk])
    return (
        Cell(str(one), detail=one.title),
        Cell(term(one)),
        Cell(one.nomor_surat or "-"),
        Cell("Berakhir" if ended else "Akhiri", url=url),
    )


def term(one: Jabatan) -> str:
    until = f" sampai {formats.plain_date(one.until_date)}" if one.until_date else ""
    return f"Sejak {formats.plain_date(one.from_date)}{until}"


def ending(one: Jabatan, today: date, *, is_used: bool) -> Confirm:
    return Confirm(
        title=f"Akhiri jabatan {one}?",
        consequence=_what_ends(one, today, is_used=is_used),
        facts=(Fact("Pemegang", one.user.nama), Fact("Masa", term(one))),
        confirm_text="Akhiri jabatan",
        back_url=reverse(ONE, args=[one.user_id]),
        kind="bahaya",
    )


def _what_ends(one: Jabatan, today: date, *, is_used: bool) -> str:
    if one.from_date < today:
        return "Wewenang jabatan ini berhenti sekarang. Yang sudah dikerjakan tetap tercatat."
    if one.prefix and is_used:
        return "Jabatan ini sudah dipakai hari ini, sehingga hari ini menjadi hari terakhirnya."
    return "Jabatan ini baru mulai hari ini atau belum mulai, sehingga dicabut seluruhnya."


def activating(account: User, *, is_active: bool) -> Confirm:
    name = Fact("Nama pengguna", account.username)
    back = reverse(ONE, args=[account.pk])
    if is_active:
        return Confirm(
            title=f"Aktifkan akun {account.nama}?",
            consequence="Orang ini dapat masuk lagi dengan kata sandinya yang lama.",
            facts=(name,),
            confirm_text="Aktifkan akun",
            back_url=back,
        )
    return Confirm(
        title=f"Nonaktifkan akun {account.nama}?",
        consequence="Orang ini tidak dapat masuk lagi, dan perangkat yang sedang masuk dikeluarkan.",
        facts=(name,),
        confirm_text="Nonaktifkan akun",
        back_url=back,
        kind="bahaya",
    )


def _day(moment: datetime) -> str:
    return formats.full_datetime(moment.astimezone(ZONE))
