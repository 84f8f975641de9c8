"""Who may hold which position when: one holder and one deputy at a time, and no chain of deputies."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loket.core.calendar_plan import spelt
from loket.core.role import HEADS, Role

PLH, PLT = "Plh.", "Plt."
Problem = tuple[str, str]
"""The field and its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A position in the hands of a person; `prefix` is "Plh." or "Plt." for a deputy, `last` empty where it is open."""

    user_id: int
    name: str
    role: Role
    prefix: str
    letter: str
    first: date
    last: date | None

    def __str__(self) -> str:
        """Plh. Kepala Dinas sejak 2 Maret 2026 sampai 6 Maret 2026 (surat 800/12/2026)."""
        what = f"{self.prefix} {self.role.label}".strip()
        until = f" sampai {spelt(self.last)}" if self.last else ""
        letter = f" (surat {self.letter})" if self.letter else ""
        return f"{what} sejak {spelt(self.first)}{until}{letter}"

    def overlaps(self, other: "Term") -> bool:
        begins = other.last is None or self.first <= other.last
        return begins and (self.last is None or other.first <= self.last)


def problems_with(wanted: Term, others: Iterable[Term]) -> Iterator[Problem]:
    """All that stands in the way of a term, of what is held at the same time."""
    meanwhile = [term for term in others if term.overlaps(wanted)]
    yield from _held_already(wanted, meanwhile)
    if wanted.role not in HEADS:
        if wanted.prefix:
            names = ", ".join(role.label for role in HEADS)
            yield "role", f"Plh. dan Plt. hanya untuk jabatan {names}."
        return
    same = [term for term in meanwhile if term.role is wanted.role and term.user_id != wanted.user_id]
    if wanted.prefix:
        yield from _one_deputy(same)
        yield from _no_cascade(wanted, meanwhile)
        yield from _absent_or_vacant(wanted, same, meanwhile)
    else:
        yield from _one_holder(same)


def _held_already(wanted: Term, meanwhile: Sequence[Term]) -> Iterator[Problem]:
    for term in meanwhile:
        if term.user_id == wanted.user_id and term.role is wanted.role:
            yield "role", f"{term.name} sudah menjadi {term}."


def _one_holder(same: Sequence[Term]) -> Iterator[Problem]:
    for term in same:
        if not term.prefix:
            yield "role", f"{term.name} menjabat {term}. Akhiri jabatan itu dahulu."
        elif term.prefix == PLT:
            yield (
                "role",
                f"{term.name} menjadi {term}. Plt. hanya untuk jabatan kosong. Akhiri masa itu dahulu.",
            )


def _one_deputy(same: Sequence[Term]) -> Iterator[Problem]:
    for term in same:
        if term.prefix:
            yield "role", f"{term.name} sudah menjadi {term}. Pilih masa lain, atau akhiri masa itu dahulu."


def _no_cascade(wanted: Term, meanwhile: Sequence[Term]) -> Iterator[Problem]:
    """Nobody acts for two, for somebody who acts for another, or while somebody acts for them."""
    deputies = [term for term in meanwhile if term.prefix]
    for term in deputies:
        if term.user_id == wanted.user_id and term.role is not wanted.role:
            yield "role", f"{term.name} sudah menjadi {term}. Satu orang menggantikan satu jabatan."
    for own in meanwhile:
        if own.prefix or own.role not in HEADS:
            continue
        for term in deputies:
            if own.user_id == wanted.user_id != term.user_id and term.role is own.role:
                yield (
                    "role",
                    f"{own.name} sendiri digantikan {term.name}, {term}. Yang digantikan tidak menggantikan jabatan lain.",
                )
            if own.role is wanted.role and own.user_id == term.user_id and term.role is not wanted.role:
                yield (
                    "role",
                    f"{own.name} bertugas sebagai {term}, dan tetap menjalankan jabatannya sendiri.",
                )


def _absent_or_vacant(wanted: Term, same: Sequence[Term], meanwhile: Sequence[Term]) -> Iterator[Problem]:
    """A Plh. stands in for a holder who is away, a Plt. where there is none; for the whole time."""
    if wanted.prefix == PLT:
        for term in same:
            if not term.prefix:
                yield (
                    "kind",
                    f"{term.name} menjabat {term}. Bila pejabatnya berhalangan sementara, pilih Plh.",
                )
        return
    holders = [term for term in meanwhile if term.role is wanted.role and not term.prefix]
    if (day := _first_day_without(wanted, holders)) is not None:
        yield (
            "kind",
            f"Jabatan {wanted.role.label} kosong pada {spelt(day)}. Untuk jabatan kosong, pilih Plt.",
        )


def _first_day_without(wanted: Term, holders: Sequence[Term]) -> date | None:
    day = wanted.first
    for term in sorted(holders, key=lambda term: term.first):
        if term.first > day:
            return day
        if term.last is None:
            return None
        day = max(day, term.last + timedelta(days=1))
    return None if wanted.last is not None and day > wanted.last else day
