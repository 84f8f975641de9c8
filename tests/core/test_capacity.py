"""As whom somebody acts, and who does the work of a position that nobody holds."""

from collections.abc import Collection, Mapping
from datetime import date

import pytest

from loket.core.actor import Actor
from loket.core.capacity import ended, is_own, label, name_of, role_of, roles_in, with_stand_ins
from loket.core.role import HEADS, OFFICE_WIDE, Role

DINAS, BIDANG, SEKSI = HEADS


@pytest.mark.parametrize(
    ("capacity", "own", "role", "shown", "named"),
    (
        ("kepala_dinas", True, DINAS, "Kepala Dinas", "Kepala Dinas"),
        ("Plh. kepala_dinas", False, DINAS, "Plh. Kepala Dinas", "Plh. Kepala Dinas"),
        (
            "kepala_dinas atasan kepala_bidang",
            False,
            BIDANG,
            "Kepala Dinas selaku atasan Kepala Bidang TIK",
            "atasan Kepala Bidang TIK",
        ),
        (
            "Plh. kepala_bidang atasan kepala_seksi",
            False,
            SEKSI,
            "Plh. Kepala Bidang TIK selaku atasan Kepala Seksi Pengembangan Aplikasi",
            "atasan Kepala Seksi Pengembangan Aplikasi",
        ),
    ),
)
def test_a_capacity_is_read_and_worded(capacity: str, own: bool, role: Role, shown: str, named: str) -> None:
    assert (is_own(capacity), role_of(capacity)) == (own, role)
    assert (label(capacity), name_of(capacity)) == (shown, named)


@pytest.mark.parametrize(
    ("held", "filled", "beside"),
    (
        ({DINAS: ""}, {DINAS, BIDANG, SEKSI}, {}),
        ({DINAS: ""}, {DINAS, SEKSI}, {BIDANG: "kepala_dinas atasan"}),
        ({DINAS: ""}, {DINAS, BIDANG}, {}),
        ({DINAS: ""}, {DINAS}, {BIDANG: "kepala_dinas atasan", SEKSI: "kepala_dinas atasan"}),
        ({BIDANG: "Plt."}, {DINAS, BIDANG}, {SEKSI: "Plt. kepala_bidang atasan"}),
        ({BIDANG: "", DINAS: "Plh."}, {DINAS, BIDANG}, {SEKSI: "kepala_bidang atasan"}),
        ({SEKSI: ""}, {SEKSI}, {}),
        ({Role.PROGRAMMER: ""}, set(), {}),
    ),
)
def test_the_direct_superior_does_the_work_of_a_vacant_position(
    held: Mapping[Role, str], filled: Collection[Role], beside: Mapping[Role, str]
) -> None:
    assert with_stand_ins(held, filled) == {**held, **beside}


def test_the_positions_of_a_capacity_are_read() -> None:
    assert roles_in("Plh. kepala_bidang atasan kepala_seksi") == (BIDANG, SEKSI)
    assert roles_in("Plt. kepala_dinas") == (DINAS,)


def test_every_capacity_fits_into_the_record() -> None:
    longest = max(len(f"Plh. {above} atasan {below}") for above in HEADS for below in HEADS if above < below)

    assert longest <= 40
    assert set(HEADS) < OFFICE_WIDE


def test_whoever_may_act_as_themselves_acts_for_nobody_else() -> None:
    actor = Actor(id=1, name="Ratna", capacities={DINAS: "Plh.", BIDANG: ""})

    assert (actor.acting_as(HEADS), actor.acting_as([DINAS])) == ("kepala_bidang", "Plh. kepala_dinas")
    assert (actor.acting_as([SEKSI]), actor.for_others()) == ("", ("Plh. kepala_dinas",))
    assert dict(actor.as_themselves().capacities) == {BIDANG: ""}


def test_a_period_that_is_over_is_said_to_whoever_does_not_hold_the_role_again() -> None:
    over = {"Plh. kepala_dinas": date(2026, 3, 6)}
    former = Actor(id=1, name="Ratna", last_days=over)

    assert ended(former, [DINAS, SEKSI]).unmet == (
        "Masa Anda sebagai Plh. Kepala Dinas berakhir pada 6 Maret 2026.",
    )
    assert ended(former, [SEKSI])
    assert ended(Actor(id=1, name="Ratna", capacities={DINAS: ""}, last_days=over), [DINAS])
