"""Every role at every bagian in every place and state, inside and outside the team: who may act, and who may not.

The table is written by hand from the SOP's performers (DOMAIN 11.2), so that it can disagree with the code.
"""

from itertools import product

import pytest

from loket.core.actor import Actor
from loket.core.facts import Facts, Status
from loket.core.guards import GUARDS
from loket.core.process import may_perform, may_start
from loket.core.role import Role
from loket.sop.definition import shipped

SOP = shipped()
OWN, OTHER = 1, 2
ME = 7
PERFORMERS = {
    ("surat", "surat"): "opd tata_usaha",
    ("disposisi", "kepala_dinas"): "kepala_dinas",
    ("disposisi", "kepala_bidang"): "kepala_bidang",
    ("penunjukan", "penunjukan"): "kepala_seksi",
    ("prioritas", "prioritas"): "kepala_seksi",
    ("undangan", "undangan"): "sistem_analis",
    ("rapat_teknis", "rapat_teknis"): "sistem_analis",
    ("analisis", "susun"): "sistem_analis",
    ("analisis", "reviu"): "kepala_seksi",
    ("analisis", "setujui"): "opd",
    ("desain", "susun"): "sistem_analis programmer",
    ("desain", "reviu"): "kepala_seksi",
    ("desain", "setujui"): "opd",
    ("implementasi", "bangun"): "programmer",
    ("implementasi", "uat"): "opd",
    ("serah_terima", "siapkan"): "kepala_seksi",
    ("serah_terima", "ttd_dinas"): "kepala_dinas",
    ("serah_terima", "ttd_opd"): "opd",
    ("status_gitlab", "ubah"): "programmer",
    ("status_gitlab", "terkonfirmasi"): "programmer",
    ("pendampingan", "laporan"): "sistem_analis programmer",
    ("pendampingan", "setujui"): "kepala_seksi",
    ("pendampingan", "konfirmasi"): "opd",
}
TEAM_ROLES = {Role.SISTEM_ANALIS, Role.PROGRAMMER}
EVERYTHING = frozenset(GUARDS)
OTHERS = frozenset({(91, Role.SISTEM_ANALIS), (92, Role.PROGRAMMER)})


def _facts(at: tuple[str, str], status: Status, *, member: Role | None) -> Facts:
    team = OTHERS | ({(ME, member)} if member else set())
    return Facts(opd_id=OWN, step=at[0], bagian=at[1], status=status, team=team, reached=EVERYTHING)


def _team_for(guard: str, member: Role | None) -> frozenset[tuple[int, Role]]:
    """The team that leaves only this guard unmet."""
    me = frozenset({(ME, member)}) if member else frozenset()
    return me if guard == "tim_lengkap" else OTHERS | me


def test_the_table_names_every_bagian_of_the_sop() -> None:
    in_sop = {(step.key, key) for step in SOP.steps.values() for key in step.bagian}
    assert set(PERFORMERS) == in_sop


@pytest.mark.parametrize("asked", PERFORMERS)
def test_only_the_lawful_person_at_the_lawful_place_may_act(asked: tuple[str, str]) -> None:
    part = SOP.bagian(*asked)
    performers = {Role(name) for name in PERFORMERS[asked].split()}
    for at, role, status, is_member, opd_id in product(PERFORMERS, Role, Status, (True, False), (OWN, OTHER)):
        actor = Actor(id=ME, name="Seseorang", capacities={role: ""}, opd_id=opd_id)
        facts = _facts(at, status, member=role if is_member else None)
        in_progress = status is Status.BERJALAN or (status is Status.MENUNGGU and at[0] == "surat")
        bound = (role is not Role.OPD or opd_id == OWN) and (role not in TEAM_ROLES or is_member)
        lawful = at == asked and in_progress and role in performers and bound

        verdict = may_perform(actor, SOP, part, facts)

        assert bool(verdict) == lawful, (at, role, status, is_member, opd_id, verdict)


def test_every_reason_is_given_at_once() -> None:
    facts = Facts(opd_id=OWN, step="disposisi", bagian="kepala_dinas", status=Status.BERJALAN)
    actor = Actor(id=ME, name="Seseorang", capacities={Role.TATA_USAHA: ""})

    verdict = may_perform(actor, SOP, SOP.bagian("prioritas", "prioritas"), facts)

    assert verdict.unmet == (
        "Permintaan sedang di langkah 2, Disposisi Kepala Dinas.",
        "Bagian ini dikerjakan oleh Kepala Seksi Pengembangan Aplikasi.",
        "Tim belum lengkap. Kepala Seksi perlu menunjuk sistem analis dan programmer.",
    )


@pytest.mark.parametrize(
    ("place", "guard"),
    sorted(
        ((part.step, part.key), guard)
        for step in SOP.steps.values()
        for part in step.bagian.values()
        for guard in {*part.guards, *(step.guards_mulai if part.key == step.first_bagian else ())}
    ),
)
def test_a_guard_that_does_not_hold_refuses_with_its_own_reason(place: tuple[str, str], guard: str) -> None:
    part = SOP.bagian(*place)
    capacities = dict.fromkeys(part.pelaksana, "")
    member = next((role for role in part.pelaksana if role in TEAM_ROLES), None)
    facts = Facts(
        opd_id=OWN,
        step=place[0],
        bagian=place[1],
        status=Status.BERJALAN,
        team=_team_for(guard, member),
        reached=EVERYTHING - {guard},
        scope="kepala_bidang" if guard == "ruang_lingkup_tetap" else "",
    )
    actor = Actor(id=ME, name="Seseorang", capacities=capacities, opd_id=OWN)

    assert may_perform(actor, SOP, part, facts).unmet == (GUARDS[guard].reason,)


def test_starting_asks_what_performing_asks() -> None:
    assert may_start is may_perform
