"""Whatever `check` lets pass, the database can hold: no field takes what overflows, hides or lies beyond all years."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from operator import itemgetter
from types import NoneType
from typing import Any, get_args

import pytest
from django.db import connection, transaction

from loket.application.contact import problem_with_email, problem_with_phone, problem_with_web_address
from loket.application.data import StepData, local_date
from loket.application.locking import in_hand, locked
from loket.application.steps import s03_penunjukan, s06_rapat_teknis
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.sop_revision import rules_of
from tests.application.everything import nothing_changes
from tests.cast import Road

LENGTHS = (5_001, 5_000, 301, 300, 255, 254, 201, 200, 151, 150, 101, 100, 31, 30, 21, 20)
HIDDEN = (
    "\x00",
    "a\x00b",
    "\u202egnp.exe",
    "a\ufeffb",
    "\ud800",
    "\x1b[2J",
    "https://a.id/\x00",
    "a@b\u202e.id",
)
TEXTS = (
    *HIDDEN,
    "x" * 100_000,
    *("n" * length for length in LENGTHS),
    *("https://a.id/".ljust(length, "a") for length in LENGTHS),
    *(f"{'a' * 64}@{'.'.join(['b' * 50] * 9)}"[: length - 3] + ".id" for length in LENGTHS if length > 70),
)
MOMENTS = (
    datetime(1, 1, 1, tzinfo=ZONE),
    datetime(2024, 12, 31, 9, tzinfo=ZONE),
    datetime(2028, 1, 3, 9, tzinfo=ZONE),
    datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
)
NUMBERS = (-(10**30), -1, 10**30)


def _candidates(kind: Any) -> tuple[Any, ...]:
    """What somebody could enter into a field of this type."""
    kinds = {one for one in (get_args(kind) or (kind,)) if one is not NoneType}
    if kinds == {datetime}:
        return MOMENTS
    if kinds == {date}:
        return tuple(moment.date() for moment in MOMENTS)
    return {frozenset({str}): TEXTS, frozenset({int}): NUMBERS}.get(frozenset(kinds), ())


def _variants(data: Any) -> Iterator[tuple[str, Any, StepData]]:
    """The data with one field made strange, one after the other; rows inside it too."""
    for field in fields(data):
        for value in _candidates(field.type):
            yield field.name, value, replace(data, **{field.name: value})
    if isinstance(data, s06_rapat_teknis.Data) and data.items:
        for name, (first, *others) in (("attendees", data.attendees), ("items", data.items)):
            for inner, value, strange in _variants(first):
                yield f"{name}.{inner}", value, replace(data, **{name: (strange, *others)})  # type: ignore[arg-type]  # rows of one kind
    if isinstance(data, s03_penunjukan.Data):
        member = (data.analyst_ids[0], Role.SISTEM_ANALIS)
        for text in TEXTS:
            yield "jobdesk", text, replace(data, jobdesk={member: text})


def _one_for_each_outcome(road: Road) -> list[StepData]:
    permintaan = road.permintaan
    if permintaan.at_step == "surat":
        return [road.letter()]
    part = rules_of(permintaan.sop_revision_id).bagian(permintaan.at_step, permintaan.at_bagian)
    return [road.plausible_data(outcome) for outcome in part.outcomes]


def _passing(road: Road, username: str, data: StepData) -> Iterator[StepData]:
    """Of each field the strange values that the check lets pass: all that hide, and the longest."""
    actor = road.actor(username)
    work = in_hand(locked(road.nomor, actor), actor=actor, data=data, now=road.now, source="test")
    longest: dict[str, tuple[int, StepData]] = {}
    for name, value, variant in _variants(data):
        if variant.check(work.facts, road.now):
            continue
        if value in HIDDEN:
            yield variant
        longest[name] = max(longest.get(name, (0, data)), (len(str(value)), variant), key=itemgetter(0))
    yield from (variant for _, variant in longest.values())


def _is_stored(road: Road, username: str, data: StepData) -> None:
    """Perform with it, let the database check everything, and undo it."""
    undo = transaction.savepoint()
    road.perform_as(username, data=data)
    connection.check_constraints()
    transaction.savepoint_rollback(undo)


def test_at_every_bagian_what_passes_the_check_is_stored(road: Road) -> None:
    road.submit()
    road.step("dikembalikan")
    passed: dict[str, int] = {}
    while (permintaan := road.permintaan).at_step != "selesai":
        road.wait_until_possible()
        username = road.performer()
        for data in _one_for_each_outcome(road):
            with nothing_changes():
                for variant in _passing(road, username, data):
                    _is_stored(road, username, variant)
                    passed[permintaan.at_step] = passed.get(permintaan.at_step, 0) + 1
        road.resend() if permintaan.at_step == "surat" else road.step()

    assert len(passed) == 12
    assert sum(passed.values()) > 60


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_hides_passes_no_address(hidden: str) -> None:
    assert problem_with_email(hidden) is not None
    assert problem_with_phone(hidden) is not None
    assert problem_with_web_address(hidden, "alamat aplikasi") is not None


@pytest.mark.parametrize(
    ("longest", "problem"),
    (
        (
            f"https://a.id/{'a' * 288}",
            "Isian alamat aplikasi 301 karakter. Ringkas menjadi paling banyak 300 karakter.",
        ),
        (f"https://a.id/{'a' * 287}", None),
        ("", "Isi alamat aplikasi."),
        ("  ", "Isi alamat aplikasi."),
    ),
)
def test_an_address_has_a_length(longest: str, problem: str | None) -> None:
    assert problem_with_web_address(longest, "alamat aplikasi") == problem


def test_an_email_has_a_length() -> None:
    domain = ".".join(["b" * 50] * 4)

    assert problem_with_email(f"{'a' * 47}@{domain}.id") is None
    assert problem_with_email(f"{'a' * 48}@{domain}.id") == (
        "Isian alamat email 255 karakter. Ringkas menjadi paling banyak 254 karakter."
    )
    assert problem_with_email("   ") == "Alamat email tidak lengkap. Tulis seperti nama@magetan.go.id."


def test_the_date_at_the_end_of_all_years_is_the_one_that_was_written() -> None:
    assert local_date(datetime(9999, 12, 31, 23, 59, tzinfo=UTC)) == date(9999, 12, 31)
    assert local_date(datetime(2026, 12, 31, 23, 59, tzinfo=UTC)) == date(2027, 1, 1)
