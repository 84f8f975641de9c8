"""Whose letter it is, who signs it for whom, and how that stands above the name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.actor import Actor
from loket.core.naskah import JENIS, MADE_FROM, TITLES, Rule, makes, may_sign, signature_lines, signing_role
from loket.core.role import HEADS, Role

CHAINS = st.tuples(st.sampled_from(HEADS), st.sampled_from(HEADS)).filter(
    lambda pair: HEADS.index(pair[0]) <= HEADS.index(pair[1])
)
KADIS_ALONE = Rule(authority=Role.KEPALA_DINAS, lowest=Role.KEPALA_DINAS)
DOWN_TO_KASI = Rule(authority=Role.KEPALA_DINAS, lowest=Role.KEPALA_SEKSI)


def person(**capacities: str) -> Actor:
    return Actor(id=1, name="Hendra", capacities={Role(role): held for role, held in capacities.items()})


@given(CHAINS, st.sampled_from(("", "Plh.", "Plt.")))
def test_above_the_name_stands_for_whom_it_is_signed_and_as_what(
    chain: tuple[Role, Role], prefix: str
) -> None:
    authority, signer = chain

    lines = signature_lines(authority, signer, prefix, TITLES)

    assert lines[-1] == f"{prefix} {TITLES[signer]}".strip()
    assert lines[:-1] == () if authority is signer else lines[0] == f"a.n. {TITLES[authority]}"
    assert all(not line.startswith(("Plh.", "Plt.")) for line in lines[:-1])


@given(CHAINS)
def test_it_is_signed_under_the_head_of_a_level_between_only_two_levels_down(
    chain: tuple[Role, Role],
) -> None:
    authority, signer = chain
    down = HEADS.index(signer) - HEADS.index(authority)

    lines = signature_lines(authority, signer, "", TITLES)

    assert lines.count("u.b.") == (1 if down == 2 else 0)
    assert len(lines) == (1, 2, 4)[down]


def test_two_levels_down_the_title_between_stands_before_under() -> None:
    lines = signature_lines(Role.KEPALA_DINAS, Role.KEPALA_SEKSI, "Plh.", TITLES)

    assert lines == (
        "a.n. Kepala Dinas Komunikasi dan Informatika",
        "Kepala Bidang Teknologi Informasi dan Komunikasi",
        "u.b.",
        "Plh. Kepala Seksi Pengembangan Aplikasi",
    )


def test_a_letter_is_signed_only_down_to_the_lowest_that_its_rule_names() -> None:
    assert may_sign(person(kepala_seksi=""), DOWN_TO_KASI)
    assert may_sign(person(kepala_bidang=""), KADIS_ALONE).unmet == (
        "Naskah ini ditandatangani Kepala Dinas.",
    )


def test_a_superior_signs_as_what_they_are_also_for_what_is_vacant_below_them() -> None:
    superior = person(kepala_dinas="", kepala_bidang="kepala_dinas atasan")
    only_below = Rule(authority=Role.KEPALA_BIDANG, lowest=Role.KEPALA_BIDANG)

    assert signing_role(superior, DOWN_TO_KASI) is Role.KEPALA_DINAS
    assert signing_role(superior, only_below) is Role.KEPALA_DINAS
    assert signing_role(person(opd=""), only_below) is None
    assert signature_lines(Role.KEPALA_BIDANG, Role.KEPALA_DINAS, "Plt.", TITLES) == (
        "Plt. Kepala Dinas Komunikasi dan Informatika",
    )


def test_a_deputy_whose_time_is_over_hears_when_that_was() -> None:
    late = Actor(
        id=1,
        name="Ratna",
        capacities={Role.KEPALA_BIDANG: ""},
        last_days={"Plh. kepala_dinas": date(2026, 3, 6)},
    )

    unmet = may_sign(late, KADIS_ALONE).unmet

    assert any("6 Maret 2026" in sentence for sentence in unmet)


def test_every_kind_that_an_entry_leads_to_exists() -> None:
    assert {key for keys in MADE_FROM.values() for key in keys} <= set(JENIS)


@pytest.mark.parametrize(
    ("kind", "outcome", "led_to"),
    (
        ("disposisi.given", "diteruskan", ()),
        ("disposisi.given", "didisposisikan", ("lembar_disposisi",)),
        ("diskusi.posted", "", ()),
    ),
)
def test_the_sheet_of_a_disposisi_is_made_when_it_has_reached_the_section(
    kind: str, outcome: str, led_to: tuple[str, ...]
) -> None:
    assert makes(kind, outcome) == led_to


def test_a_sheet_has_no_number_and_all_else_has_a_code_for_it() -> None:
    assert {jenis.key for jenis in JENIS.values() if not jenis.is_numbered} == {
        jenis.key for jenis in JENIS.values() if not jenis.klasifikasi
    }
