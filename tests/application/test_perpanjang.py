"""Perpanjang: only an addendum moves a date that two parties have agreed, and the old date stays."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from loket.application.errors import Invalid, Refused
from loket.core.zone import ZONE
from loket.models.addendum import Addendum
from loket.models.pengerjaan import Pengerjaan
from tests.application.everything import nothing_changes
from tests.application.replaying import assert_replay_lands_on_the_rows
from tests.cast import Road

At = Callable[..., Road]
NEW = date(2026, 9, 30)
LATER = "Tanggal yang baru harus setelah hari ini dan setelah tanggal yang disepakati semula."


def test_the_limit_of_the_work_moves_and_the_old_date_is_kept(at: At) -> None:
    road = at("implementasi")
    old = road.permintaan.implementasi_until

    entry = road.extend()

    permintaan = road.permintaan
    assert permintaan.implementasi_until == NEW
    assert permintaan.due_at == datetime(2026, 9, 30, 16, 0, tzinfo=ZONE)
    assert Pengerjaan.objects.get(permintaan=permintaan, done_at=None).agreed == NEW
    addendum = Addendum.objects.get()
    assert (addendum.tentang, addendum.semula, addendum.menjadi) == ("implementasi", old, NEW)
    assert entry.particulars == {"addendum_id": addendum.pk, "implementasi_until": "2026-09-30"}
    assert_replay_lands_on_the_rows(permintaan)


def test_before_the_work_has_begun_its_date_waits_for_it(at: At) -> None:
    road = at("analisis")
    before = road.permintaan.due_at

    road.extend()
    assert road.permintaan.due_at == before
    road.walk_to("implementasi")

    assert road.permintaan.due_at == datetime(2026, 9, 30, 16, 0, tzinfo=ZONE)


def test_after_the_handover_it_is_the_mentoring_that_is_extended(at: At) -> None:
    road = at("pendampingan")
    work = road.permintaan.implementasi_until

    road.extend(sampai=date(2027, 3, 31))

    permintaan = road.permintaan
    assert (permintaan.implementasi_until, permintaan.pendampingan_until) == (work, date(2027, 3, 31))
    assert permintaan.due_at == datetime(2027, 3, 31, 16, 0, tzinfo=ZONE)
    assert_replay_lands_on_the_rows(permintaan)


def test_it_is_extended_while_it_is_paused_too(at: At) -> None:
    road = at("implementasi")
    road.pause()

    road.extend()

    assert (road.permintaan.status, road.permintaan.due_at) == ("menunggu", None)
    road.later(days=1)
    road.resume()
    assert road.permintaan.due_at == datetime(2026, 9, 30, 16, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("place", "username", "reasons"),
    (
        ("undangan", "kasi", ("Belum ada tanggal yang disepakati untuk langkah ini.",)),
        ("implementasi", "programmer", ("Perpanjangan dicatat Kepala Seksi atau pimpinannya.",)),
        ("implementasi", "opd", ("Perpanjangan dicatat Kepala Seksi atau pimpinannya.",)),
    ),
)
def test_without_an_agreement_or_the_authority_it_is_refused(
    at: At, place: str, username: str, reasons: tuple[str, ...]
) -> None:
    road = at(place)

    with nothing_changes(), pytest.raises(Refused) as refused:
        road.extend(username)

    assert refused.value.verdict.unmet == reasons


@pytest.mark.parametrize(
    ("changed", "problems"),
    (
        ({"sampai": None}, {"sampai": ["Isi tanggal yang baru."]}),
        ({"sampai": date(2026, 3, 4)}, {"sampai": [LATER]}),
        (
            {"sampai": date(2026, 10, 3)},
            {"sampai": ["Tanggal yang baru jatuh di luar hari kerja. Pilih hari kerja."]},
        ),
        ({"nomor": "  "}, {"nomor": ["Isi nomor addendum."]}),
        ({"alasan": " "}, {"alasan": ["Isi alasan perpanjangan."]}),
    ),
)
def test_what_is_wrong_is_said_at_its_field(
    at: At, changed: dict[str, Any], problems: dict[str, list[str]]
) -> None:
    road = at("implementasi")

    with nothing_changes(), pytest.raises(Invalid) as invalid:
        road.extend(**changed)

    assert dict(invalid.value.problems) == problems
