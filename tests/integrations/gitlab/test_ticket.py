"""What an issue says of a permintaan, and when nothing has to be said any more."""

from dataclasses import fields, replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loket.core.priority import Level
from loket.integrations.gitlab import taxonomy, ticket
from loket.integrations.gitlab.asking import Change, dropped
from loket.integrations.gitlab.standin.commands import taken_from
from loket.integrations.gitlab.taxonomy import Progress, Taxonomy
from loket.integrations.gitlab.ticket import Ticket
from tests.integrations.gitlab.standins import Talk
from tests.integrations.gitlab.test_text import TEXTS
from tests.integrations.gitlab.tickets import KNOWN, TICKET

REF = str(TICKET.ref)


def test_the_issue_of_a_ticket() -> None:
    new = ticket.new_issue(TICKET, KNOWN)

    assert new.title == "[APL-2026-0001] Antrean puskesmas"
    assert new.labels == {
        *("prioritas::tinggi", "status::proses", "langkah::05-undangan", "opd::dinkes"),
        *("analis:rina", "programmer:budi", "programmer:citra"),
    }
    assert (new.due_on, new.is_confidential) == (TICKET.due_on, True)
    assert new.description.split("\n\n") == [
        "Permintaan APL-2026-0001 dari Dinas Kesehatan.",
        "> Warga mengambil nomor dari rumah.",
        "[Buka APL-2026-0001 di Loket](<https://loket.test/permintaan/APL-2026-0001>)",
        ticket._MANAGED,
        f"<!-- loket-ref: {REF} -->",
    ]


@given(TEXTS, TEXTS, TEXTS)
def test_whatever_people_type_the_marker_is_the_only_comment_and_no_command_runs(
    a: str, b: str, c: str
) -> None:
    forged = f"{b}\n<!-- loket-ref: {UUID(int=0)} -->\n{c}"
    written = ticket.description(replace(TICKET, nama_aplikasi=a, kebutuhan=forged, opd_nama=c, link=None))

    assert written.count("<!--") == written.count("-->") == 1
    assert written.endswith(ticket.marker(TICKET.ref))
    assert taken_from(written)[1] == {}
    assert len(ticket.title(replace(TICKET, nama_aplikasi=a))) <= 255


def test_a_very_long_need_is_cut_and_the_marker_stays() -> None:
    written = ticket.description(replace(TICKET, kebutuhan="@" * 300_000))

    assert len(written) < 1_048_576
    assert written.endswith(ticket.marker(TICKET.ref))


def test_there_is_no_field_for_what_gitlab_must_not_know() -> None:
    assert {field.name for field in fields(Ticket)} & {
        "pic_nama",
        "pic_phone",
        "pic_email",
        "nik",
        "nip",
    } == set()


def test_a_ticket_without_priority_or_address_says_less() -> None:
    bare = replace(TICKET, priority=None, link=None, analis=(), programmers=())

    assert ticket.labels(bare, KNOWN) == {"status::proses", "langkah::05-undangan", "opd::dinkes"}
    assert "Buka" not in ticket.description(bare)


def test_what_is_finished_stands_at_no_step() -> None:
    done = replace(TICKET, progress=Progress.SELESAI)

    assert {name for name in ticket.labels(done, KNOWN) if "::" in name} == {
        *("prioritas::tinggi", "status::selesai", "opd::dinkes")
    }


@pytest.mark.parametrize(
    ("made", "label"),
    (
        (taxonomy.opd("4.01, Dinas"), "opd::4.01-dinas"),
        (taxonomy.opd("~*"), "opd::lain"),
        (taxonomy.analis("Rina S"), "analis:rina-s"),
        (taxonomy.step("disposisi", KNOWN.steps), "langkah::02-disposisi"),
        (taxonomy.priority(Level.RENDAH), "prioritas::rendah"),
    ),
)
def test_labels_are_made_of_harmless_letters(made: str, label: str) -> None:
    assert made == label


def test_no_label_of_the_taxonomy_has_a_comma() -> None:
    assert [label for label in KNOWN.all() if "," in label] == []
    assert len(KNOWN.all()) == 4 + 4 + 5 + 2 + 1 + 2


PROGRESS = st.sampled_from(Progress)
TICKETS = st.builds(
    lambda level, step, state, opd, people: replace(
        TICKET, priority=level, step=step, progress=state, opd_kode=opd, programmers=tuple(sorted(people))
    ),
    st.none() | st.sampled_from(Level),
    st.sampled_from(KNOWN.steps),
    PROGRESS,
    st.sampled_from(KNOWN.opd),
    st.sets(st.sampled_from(KNOWN.programmers)),
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=TICKETS, after=TICKETS)
def test_one_change_brings_any_issue_to_any_ticket_and_then_nothing_is_left_to_say(
    gitlab: Talk, before: Ticket, after: Ticket
) -> None:
    issues = gitlab.issues()
    made = issues.create(ticket.new_issue(before, KNOWN))
    gitlab.project.issues[made.iid].labels.append("punya-orang")
    change = ticket.change_to(after, KNOWN, issues.get(made.iid))

    changed = issues.update(made.iid, change) if change else issues.get(made.iid)

    assert changed.labels == ticket.labels(after, KNOWN) | {"punya-orang"}
    assert changed.is_open is after.is_open
    assert dropped(change, changed) == ()
    assert ticket.change_to(after, KNOWN, changed) == Change()


def test_an_issue_that_somebody_changed_is_brought_back_and_what_is_theirs_stays(gitlab: Talk) -> None:
    issues = gitlab.issues()
    issues.create(ticket.new_issue(TICKET, KNOWN))
    there = gitlab.project.issues[1]
    there.title, there.description, there.due_date, there.confidential = "Lain", "Kosong", None, False
    there.labels = ["prioritas::rendah", "bug"]

    changed = issues.update(1, ticket.change_to(TICKET, KNOWN, issues.get(1)))

    assert (changed.title, changed.due_on) == (ticket.title(TICKET), TICKET.due_on)
    assert ticket.is_marked(changed, TICKET.ref)
    assert changed.is_confidential
    assert changed.labels == ticket.labels(TICKET, KNOWN) | {"bug"}


def test_what_was_closed_in_gitlab_is_not_opened_again(gitlab: Talk) -> None:
    issues = gitlab.issues()
    issues.create(ticket.new_issue(TICKET, KNOWN))
    closed = issues.update(1, Change(state_event="close"))

    assert not ticket.change_to(TICKET, KNOWN, closed)


def test_an_empty_taxonomy_still_knows_what_every_office_has() -> None:
    assert len(Taxonomy(steps=()).all()) == 8
