"""Deputies: one holder, one deputy, no chain, and each in the way with name, letter and days."""

from dataclasses import replace
from datetime import date

import pytest

from loket.core.role import Role
from loket.core.terms import PLH, PLT, Term, problems_with

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 6)
KADIS = Term(
    user_id=1,
    name="Hendra",
    role=Role.KEPALA_DINAS,
    prefix="",
    letter="",
    first=date(2025, 1, 2),
    last=None,
)
KABID = replace(KADIS, user_id=2, name="Ratna", role=Role.KEPALA_BIDANG)
KASI = replace(KADIS, user_id=3, name="Agung", role=Role.KEPALA_SEKSI)
OFFICE = (KADIS, KABID, KASI)
PLH_KADIS = replace(KADIS, user_id=2, name="Ratna", prefix=PLH, letter="800/12/2026", first=FIRST, last=LAST)
PLT_KASI = replace(KASI, user_id=2, name="Ratna", prefix=PLT, letter="800/13/2026", first=FIRST, last=LAST)
HELD = "Plh. Kepala Dinas sejak 2 Maret 2026 sampai 6 Maret 2026 (surat 800/12/2026)"


def sentences(wanted: Term, *others: Term) -> list[str]:
    return [sentence for _, sentence in problems_with(wanted, others)]


def test_a_plh_of_a_holder_who_is_away_stands_in_nobodys_way() -> None:
    assert sentences(PLH_KADIS, *OFFICE) == []


def test_a_plt_of_a_vacant_position_stands_in_nobodys_way() -> None:
    assert sentences(PLT_KASI, KADIS, KABID) == []


@pytest.mark.parametrize("role", (Role.SISTEM_ANALIS, Role.TATA_USAHA, Role.ADMIN, Role.OPD))
def test_only_the_three_heads_have_deputies(role: Role) -> None:
    assert sentences(replace(PLH_KADIS, role=role)) == [
        "Plh. dan Plt. hanya untuk jabatan Kepala Dinas, Kepala Bidang TIK, Kepala Seksi Pengembangan Aplikasi."
    ]


def test_positions_that_many_hold_are_held_by_many() -> None:
    analyst = replace(KADIS, role=Role.SISTEM_ANALIS)

    assert sentences(analyst, replace(analyst, user_id=5)) == []
    assert sentences(analyst, analyst) == ["Hendra sudah menjadi Sistem Analis sejak 2 Januari 2025."]


def test_nobody_acts_for_themselves() -> None:
    own = replace(PLH_KADIS, user_id=1, name="Hendra")

    assert sentences(own, *OFFICE) == ["Hendra sudah menjadi Kepala Dinas sejak 2 Januari 2025."]


@pytest.mark.parametrize(
    ("first", "last", "is_free"),
    (
        (date(2026, 3, 1), date(2026, 3, 1), True),
        (date(2026, 3, 1), FIRST, False),
        (date(2026, 3, 3), date(2026, 3, 4), False),
        (LAST, date(2026, 3, 9), False),
        (date(2026, 3, 7), date(2026, 3, 9), True),
    ),
)
@pytest.mark.parametrize("prefix", (PLH, PLT))
def test_a_position_has_one_deputy_at_a_time(first: date, last: date, is_free: bool, prefix: str) -> None:
    wanted = replace(PLH_KADIS, user_id=3, name="Agung", prefix=prefix, first=first, last=last)
    around = [*OFFICE, PLH_KADIS] if prefix == PLH else [PLH_KADIS]

    found = sentences(wanted, *around)

    taken = f"Ratna sudah menjadi {HELD}. Pilih masa lain, atau akhiri masa itu dahulu."
    assert found == ([] if is_free else [taken])


def test_a_position_has_one_holder_at_a_time() -> None:
    wanted = replace(KADIS, user_id=9, name="Wulan", first=FIRST)

    assert sentences(wanted, *OFFICE) == [
        "Hendra menjabat Kepala Dinas sejak 2 Januari 2025. Akhiri jabatan itu dahulu."
    ]
    assert sentences(wanted, replace(KADIS, last=date(2026, 3, 1)), KABID) == []


def test_a_holder_comes_when_the_plt_has_gone_but_beside_a_plh() -> None:
    wanted = replace(KASI, user_id=9, name="Wulan", first=LAST)

    assert sentences(wanted, PLT_KASI) == [
        (
            "Ratna menjadi Plt. Kepala Seksi Pengembangan Aplikasi sejak 2 Maret 2026 sampai 6 Maret 2026"
            " (surat 800/13/2026). Plt. hanya untuk jabatan kosong. Akhiri masa itu dahulu."
        )
    ]
    assert sentences(replace(wanted, role=Role.KEPALA_DINAS), PLH_KADIS) == []


def test_one_person_acts_for_one_position() -> None:
    assert sentences(PLT_KASI, KADIS, KABID, PLH_KADIS) == [
        f"Ratna sudah menjadi {HELD}. Satu orang menggantikan satu jabatan."
    ]


def test_whoever_is_acted_for_acts_for_nobody() -> None:
    for_ratna = replace(KABID, user_id=3, name="Agung", prefix=PLH, letter="9", first=LAST, last=LAST)

    assert sentences(PLH_KADIS, *OFFICE, for_ratna) == [
        (
            "Ratna sendiri digantikan Agung, Plh. Kepala Bidang TIK sejak 6 Maret 2026 sampai 6 Maret 2026"
            " (surat 9). Yang digantikan tidak menggantikan jabatan lain."
        )
    ]


def test_nobody_acts_for_a_holder_who_only_acts_for_another() -> None:
    for_ratna = replace(KABID, user_id=3, name="Agung", prefix=PLH, letter="9", first=FIRST, last=LAST)

    assert sentences(for_ratna, *OFFICE, PLH_KADIS) == [
        f"Ratna bertugas sebagai {HELD}, dan tetap menjalankan jabatannya sendiri."
    ]


@pytest.mark.parametrize(
    ("holders", "day"),
    (
        ((), "2 Maret 2026"),
        ((replace(KADIS, last=date(2026, 3, 4)),), "5 Maret 2026"),
        ((replace(KADIS, first=date(2026, 3, 4)),), "2 Maret 2026"),
        ((replace(KADIS, last=date(2026, 3, 3)), replace(KADIS, first=date(2026, 3, 4))), ""),
        ((replace(KADIS, last=LAST),), ""),
    ),
)
def test_a_plh_needs_a_holder_on_every_day(holders: tuple[Term, ...], day: str) -> None:
    why = f"Jabatan Kepala Dinas kosong pada {day}. Untuk jabatan kosong, pilih Plt."

    assert sentences(PLH_KADIS, *holders) == ([why] if day else [])


def test_a_plt_needs_a_position_without_a_holder() -> None:
    assert sentences(PLT_KASI, *OFFICE) == [
        (
            "Agung menjabat Kepala Seksi Pengembangan Aplikasi sejak 2 Januari 2025."
            " Bila pejabatnya berhalangan sementara, pilih Plh."
        )
    ]


def test_everything_in_the_way_is_said_at_once() -> None:
    for_agung = replace(KASI, user_id=9, name="Wulan", prefix=PLH, letter="7", first=FIRST, last=LAST)
    wanted = replace(PLH_KADIS, user_id=3, name="Agung", prefix=PLT)

    found = list(problems_with(wanted, [*OFFICE, PLH_KADIS, for_agung]))

    assert [field for field, _ in found] == ["role", "role", "kind"]
