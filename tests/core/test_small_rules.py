"""The small pure rules: verdicts, texts, priority, actors, states, acts outside the steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.core.actor import SYSTEM, Actor
from loket.core.acts import (
    may_discuss,
    may_discuss_internally,
    may_receive_surat_asli,
    may_withdraw,
)
from loket.core.facts import Facts, Status
from loket.core.guards import GUARDS
from loket.core.kinds import KINDS
from loket.core.priority import CRITERIA, Level, level_for, total
from loket.core.process import Position, next_position, performers_now, position_named
from loket.core.role import Role
from loket.core.text import problem_with, problem_with_letter_number
from loket.core.verdict import ALLOWED, Verdict, unless
from loket.sop.definition import shipped

SOP = shipped()


def person(*roles: Role, opd_id: int | None = None) -> Actor:
    return Actor(id=1, name="Seseorang", capacities=dict.fromkeys(roles, ""), opd_id=opd_id)


def facts(
    step: str = "disposisi", bagian: str = "kepala_dinas", status: Status = Status.BERJALAN, **more: object
) -> Facts:
    return Facts(opd_id=1, step=step, bagian=bagian, status=status, **more)  # type: ignore[arg-type]  # fields of Facts


def test_verdicts_add_up_their_reasons_once_each() -> None:
    verdict = unless(False, "A.") & unless(True, "B.") & unless(False, "C.") & unless(False, "A.")

    assert (verdict.unmet, bool(verdict), bool(ALLOWED)) == (("A.", "C."), False, True)


HIDDEN = "Isian alasan mengandung karakter tersembunyi. Ketik ulang tanpa menyalin dari aplikasi lain."


@pytest.mark.parametrize(
    ("text", "problem"),
    (
        ("", "Isi alasan."),
        ("   ", "Isi alasan."),
        ("x" * 201, "Isian alasan 201 karakter. Ringkas menjadi paling banyak 200 karakter."),
        ("x" * 100_000, "Isian alasan 100.000 karakter. Ringkas menjadi paling banyak 200 karakter."),
        ("a\x00b", HIDDEN),
        ("a\u202eb", HIDDEN),
        ("a\ud800b", HIDDEN),
        *((f"a{hidden}b", HIDDEN) for hidden in ("\u200b", "\u2060", "\u180e", "\u00ad")),
        *(
            (nothing, "Isi alasan dengan huruf atau angka.")
            for nothing in ("\u3164", "\u2800 \u2800", "\u200d")
        ),
        ("baris satu\nbaris dua\tcafé", None),
        ("keluarga \U0001f468\u200d\U0001f469", None),
    ),
)
def test_a_text_is_accepted_or_its_problem_named(text: str, problem: str | None) -> None:
    assert problem_with(text, what="alasan") == problem


def test_an_optional_text_may_be_empty() -> None:
    assert problem_with("", what="catatan", required=False) is None


@pytest.mark.parametrize(
    ("number", "is_good"),
    (("B/500.12.16.3/118/403.112/2026", True), ("<script>", False), ("ab", False), ("", False)),
)
def test_a_letter_number_has_the_form_of_one(number: str, is_good: bool) -> None:
    assert (problem_with_letter_number(number) is None) == is_good


@pytest.mark.parametrize(
    ("score", "level"),
    (
        (80.0, Level.MENDESAK),
        (79.99, Level.TINGGI),
        (65.0, Level.TINGGI),
        (64.99, Level.SEDANG),
        (45.0, Level.SEDANG),
        (44.99, Level.RENDAH),
    ),
)
def test_the_bands_of_the_priority_sheet(score: float, level: Level) -> None:
    assert level_for(score) is level


def test_a_hard_deadline_within_sixty_working_days_lifts_to_tinggi() -> None:
    assert (level_for(30, days_to_deadline=60), level_for(30, days_to_deadline=61)) == (
        Level.TINGGI,
        Level.RENDAH,
    )
    assert level_for(90, days_to_deadline=10) is Level.MENDESAK


def test_the_sample_of_the_domain_scores_as_written() -> None:
    scores = dict(zip((criterion.key for criterion in CRITERIA), (2, 4, 3, 3, 4, 3, 3), strict=True))

    assert total(scores) == 76.25
    assert sum(criterion.weight for criterion in CRITERIA) == 100
    assert [level.rank for level in Level] == [0, 1, 2, 3]
    assert Level.MENDESAK.label == "Mendesak"


@given(st.fixed_dictionaries({criterion.key: st.integers(1, 4) for criterion in CRITERIA}))
def test_more_urgency_never_lowers_the_level(scores: dict[str, int]) -> None:
    raised = {key: min(4, score + 1) for key, score in scores.items()}

    assert level_for(total(raised)).rank <= level_for(total(scores)).rank
    assert 25 <= total(scores) <= 100


def test_a_person_acts_as_holder_or_as_deputy() -> None:
    deputy = Actor(id=1, name="Ratna", capacities={Role.KEPALA_DINAS: "Plh.", Role.KEPALA_BIDANG: ""})

    assert deputy.acting_as((Role.KEPALA_DINAS,)) == "Plh. kepala_dinas"
    assert deputy.acting_as((Role.KEPALA_BIDANG,)) == "kepala_bidang"
    assert deputy.acting_as((Role.OPD,)) == ""
    assert (deputy.sees_everything(), deputy.works_in_teams()) == (True, False)
    assert person(Role.PROGRAMMER).works_in_teams()
    assert SYSTEM.acting_as(Role) == ""


def test_every_role_and_status_has_a_label() -> None:
    assert Role.KEPALA_BIDANG.label == "Kepala Bidang TIK"
    assert Status.BERJALAN.label == "Berjalan"
    assert all(role.label for role in Role)


def test_every_milestone_is_reached_by_some_entry() -> None:
    reached = frozenset().union(*(kind.reached for kind in KINDS.values()))
    lost = frozenset().union(*(kind.lost for kind in KINDS.values()))

    assert reached == {name for name, guard in GUARDS.items() if guard.milestone}
    assert lost <= reached


def test_positions_are_read_from_the_sop() -> None:
    assert position_named(SOP, "analisis") == Position("analisis", "susun")
    assert next_position(SOP, "analisis", "reviu", "dikembalikan") == Position("analisis", "susun")
    assert next_position(SOP, "pendampingan", "konfirmasi", "selesai").is_end


def test_nobody_is_awaited_when_it_has_ended() -> None:
    assert performers_now(SOP, facts(status=Status.SELESAI)) == ()
    assert performers_now(SOP, facts()) == (Role.KEPALA_DINAS,)


@pytest.mark.parametrize(
    ("actor", "state", "unmet"),
    (
        (person(Role.TATA_USAHA), facts(), ()),
        (person(Role.KEPALA_SEKSI), facts(), ("Surat asli dicatat oleh Tata Usaha.",)),
        (person(Role.TATA_USAHA), facts(status=Status.SELESAI), ("Permintaan sudah selesai.",)),
        (
            person(Role.TATA_USAHA),
            facts(reached=frozenset({"surat_asli_diterima"})),
            ("Surat asli sudah tercatat diterima.",),
        ),
    ),
)
def test_who_notes_the_original_letter(actor: Actor, state: Facts, unmet: tuple[str, ...]) -> None:
    assert may_receive_surat_asli(actor, SOP, state) == Verdict(unmet)


@pytest.mark.parametrize(
    ("actor", "state", "unmet"),
    (
        (person(Role.OPD, opd_id=1), facts(), ()),
        (person(Role.OPD, opd_id=1), facts("surat", "surat", Status.MENUNGGU), ()),
        (
            person(Role.OPD, opd_id=2),
            facts(),
            ("Permintaan hanya dapat ditarik oleh OPD yang mengajukannya.",),
        ),
        (
            person(Role.OPD, opd_id=1),
            facts("disposisi", "kepala_bidang"),
            ("Surat sudah didisposisikan. Gunakan tindakan Batalkan permintaan.",),
        ),
        (person(Role.OPD, opd_id=1), facts(status=Status.DIBATALKAN), ("Permintaan sudah dibatalkan.",)),
    ),
)
def test_the_opd_withdraws_only_before_the_disposisi(
    actor: Actor, state: Facts, unmet: tuple[str, ...]
) -> None:
    assert may_withdraw(actor, SOP, state) == Verdict(unmet)


def test_those_involved_discuss_and_only_the_office_internally() -> None:
    opd, stranger, analyst = (
        person(Role.OPD, opd_id=1),
        person(Role.OPD, opd_id=2),
        person(Role.SISTEM_ANALIS),
    )

    assert [bool(may_discuss(actor, SOP, facts())) for actor in (opd, stranger, analyst)] == [
        True,
        False,
        True,
    ]
    assert [bool(may_discuss_internally(actor, SOP, facts())) for actor in (opd, analyst)] == [False, True]
