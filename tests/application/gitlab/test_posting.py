"""A comment that its author wants in GitLab becomes exactly one note there, whatever fails."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from loket.application.act import act
from loket.application.acts.diskusi import Data
from loket.application.errors import Invalid, Refused
from loket.application.gitlab import posting as posting_module
from loket.application.gitlab.patience import AFTER_REFUSAL, DAY, GIVEN_UP, LATER
from loket.application.gitlab.posting import takes_comments
from loket.application.gitlab.talking import talk
from loket.application.gitlab.wording import posting_state
from loket.integrations.gitlab.maker import Overtaken
from loket.integrations.gitlab.making import SETTLE
from loket.integrations.gitlab.standin.faults import WAITING, Fault
from loket.models.diskusi import Comment
from loket.models.entry import Entry
from loket.models.gitlab import GitlabPosting
from loket.models.issue_gitlab import IssueGitlab
from tests.application.gitlab.speaking import Table, table, write
from tests.application.gitlab.syncing import queued, sync
from tests.cast import Road
from tests.doings import do
from tests.integrations.gitlab.standins import Talk

__all__ = ["table"]
At = Callable[..., Road]


def _sent(table: Table) -> list[str]:
    """The words of each note of Loket's, without what stands around them."""
    return [note.body.split("\n\n")[1].removeprefix("> ") for note in table.issue.notes]


def _state(road: Road) -> str:
    issue = IssueGitlab.objects.select_related("tiket").first()
    return posting_state(GitlabPosting.objects.get(), road.permintaan, issue)


def test_it_waits_with_the_act_and_a_job_sends_it(table: Table) -> None:
    before = len(queued())
    comment = write(table.road, "Server siap.")
    waiting = GitlabPosting.objects.get()
    assert (waiting.comment, waiting.stage, len(queued())) == (comment, "planned", before + 1)
    assert _state(table.road) == "Menunggu dikirim ke GitLab"

    table.settle()

    note = table.issue.notes[0]
    assert note.internal
    assert note.body.startswith(f"Catatan dari Loket, oleh {comment.by.nama.split(',')[0]}")
    assert _sent(table) == ["Server siap."]
    assert _state(table.road) == "Dikirim ke GitLab"


def test_without_the_wish_nothing_goes_out(table: Table) -> None:
    write(table.road, "Hanya di sini.", ke_gitlab=False)

    table.settle()

    assert table.issue.notes == []
    assert not GitlabPosting.objects.exists()


@pytest.mark.parametrize("fault", sorted(set(Fault) - {Fault.LATE}))
@pytest.mark.parametrize("call", ("user", "note", "notes"))
def test_with_any_fault_at_any_call_each_is_there_once_and_in_order(
    table: Table, call: str, fault: Fault
) -> None:
    write(table.road, "Satu.")
    write(table.road, "Dua.", username="kadis")
    if call == "notes":
        table.gitlab.standin.break_next("note", Fault.LOST)
    table.gitlab.standin.break_next(call, fault)

    table.settle(patient=fault not in WAITING)

    refused = call == "note" and "Dua." in _sent(table)[0]
    assert _sent(table) == (["Dua.", "Satu."] if refused else ["Satu.", "Dua."])
    assert {posting.stage for posting in GitlabPosting.objects.all()} <= {"created", "found"}
    assert table.gitlab.standin.faults == {}


def test_while_nobody_knows_the_outcome_the_reason_is_there_to_be_read(table: Table) -> None:
    write(table.road, "Satu.")
    table.gitlab.standin.break_next("note", Fault.LOST)

    later = table.look()

    assert later == table.now + SETTLE
    assert _state(table.road).startswith("Belum dikirim ke GitLab. Permintaan sudah terkirim, tetapi jawaban")


def test_what_gitlab_refuses_is_tried_again_and_keeps_nobody_waiting(table: Table) -> None:
    write(table.road, "Satu.")
    write(table.road, "Dua.")
    table.gitlab.standin.break_next("note", Fault.INVALID)

    later = table.look()
    assert (later, _sent(table)) == (table.now + AFTER_REFUSAL, ["Dua."])
    first = GitlabPosting.objects.earliest("pk")
    assert (first.stage, first.problem) == ("planned", "gitlab_menolak_isian")
    table.settle()

    assert _sent(table) == ["Dua.", "Satu."]


def test_what_nobody_repairs_is_tried_daily_and_after_a_month_no_more(table: Table) -> None:
    comment = write(table.road, "Satu.")
    for since, wait in ((23, AFTER_REFUSAL), (25, DAY), (29 * 24, DAY)):
        table.now = table.gitlab.watch.at = comment.at + timedelta(hours=since)
        table.gitlab.standin.break_next("note", Fault.INVALID)
        assert table.look() == table.now + wait

    table.now = comment.at + GIVEN_UP
    table.gitlab.standin.break_next("note", Fault.INVALID)
    assert table.look() is None
    assert _state(table.road).startswith("Tidak dikirim ke GitLab. GitLab menolak isian")
    table.gitlab.standin.calls.clear()
    assert table.look() is None
    assert "note" not in table.gitlab.standin.calls


def test_where_the_issue_itself_got_no_answer_nothing_more_is_asked(table: Table) -> None:
    write(table.road, "Satu.")
    IssueGitlab.objects.update(problem="gitlab_lambat")
    table.gitlab.standin.calls.clear()
    assert (table.look(), table.gitlab.standin.calls) == (None, [])

    IssueGitlab.objects.update(problem="gitlab_tidak_mengizinkan")
    table.settle()

    assert _sent(table) == ["Satu."]


def test_a_gitlab_that_is_away_is_asked_again_only_while_something_waits(table: Table) -> None:
    table.gitlab.standin.break_next("user", Fault.UNAUTHORISED)
    assert table.look() is None

    write(table.road, "Satu.")
    table.gitlab.standin.break_next("user", Fault.GATEWAY)
    assert table.look() == table.now + LATER
    table.gitlab.standin.break_next("user", Fault.EXPIRED)

    assert table.look() == table.now + AFTER_REFUSAL


def test_whoever_was_overtaken_comes_again(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def overtaken(*_: object) -> None:
        raise Overtaken

    monkeypatch.setattr("loket.application.gitlab.talking.send_waiting", overtaken)

    assert table.look() == table.now + LATER


def test_what_is_written_before_there_is_an_issue_waits_for_it(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    write(road, "Awal.")
    assert talk(road.permintaan.pk, gitlab.client(), road.now) is None
    assert _state(road) == "Menunggu dikirim ke GitLab"
    road.step()

    table = Table(gitlab, road)
    table.settle()

    assert _sent(table) == ["Awal."]


def test_what_ends_before_there_is_an_issue_says_that_nothing_was_sent(gitlab: Talk, at: At) -> None:
    road = at("prioritas")
    write(road, "Awal.")
    do(road, "batalkan")

    assert _state(road) == "Tidak dikirim ke GitLab, karena permintaan berakhir sebelum issue dibuat"
    assert not takes_comments(road.permintaan)


def test_an_issue_that_is_gone_takes_nothing(table: Table) -> None:
    write(table.road, "Satu.")
    IssueGitlab.objects.update(gone="hilang")

    assert table.look() is None
    assert _state(table.road) == "Tidak dikirim ke GitLab. Issue: dihapus atau tidak terlihat lagi"
    assert not takes_comments(table.road.permintaan)


def test_after_the_end_the_issue_still_takes_what_is_written(table: Table) -> None:
    do(table.road, "batalkan")
    table.now = sync(table.gitlab, table.road.permintaan, table.now)
    assert takes_comments(table.road.permintaan)

    write(table.road, "Penutup.")
    table.settle()

    assert _sent(table) == ["Penutup."]


@pytest.mark.parametrize(
    ("act_key", "text", "field", "sentence"),
    (
        ("diskusi", "Halo.", "ke_gitlab", "Hanya catatan internal yang dapat dikirim ke GitLab."),
        (
            "catatan_internal",
            "NIK 3520 1234 5678 9012",
            "text",
            "Catatan ini tampaknya memuat NIK, NIP, nomor telepon, atau pos-el.",
        ),
        (
            "catatan_internal",
            "Hubungi 0812-3456-7890",
            "text",
            "Catatan ini tampaknya memuat NIK, NIP, nomor telepon, atau pos-el.",
        ),
    ),
)
def test_what_may_not_go_out_is_refused_with_a_sentence(
    table: Table, act_key: str, text: str, field: str, sentence: str
) -> None:
    entries = Entry.objects.count()
    with pytest.raises(Invalid) as refused:
        act(
            nomor=table.road.nomor,
            act_key=act_key,
            actor=table.road.actor("kasi"),
            data=Data(text=text, ke_gitlab=True),
            now=table.road.now,
        )

    assert list(refused.value.problems) == [field]
    assert refused.value.problems[field][0].startswith(sentence)
    assert (Comment.objects.count(), Entry.objects.count()) == (0, entries)


def test_without_a_gitlab_nothing_can_be_sent(at: At) -> None:
    road = at("undangan")
    assert not takes_comments(road.permintaan)

    with pytest.raises(Invalid) as refused:
        write(road, "Satu.")

    assert refused.value.problems == {
        "ke_gitlab": [
            "Permintaan ini tidak mempunyai issue di GitLab. Hilangkan centang ini, lalu simpan lagi."
        ]
    }


def test_people_of_an_opd_cannot_write_to_gitlab(table: Table) -> None:
    with pytest.raises(Refused):
        write(table.road, "Satu.", username="opd")

    assert not GitlabPosting.objects.exists()


def test_a_comment_with_personal_data_stays_possible_inside_loket(table: Table) -> None:
    write(table.road, "Hubungi 0812-3456-7890", ke_gitlab=False)

    assert posting_module.unsettled(IssueGitlab.objects.select_related("tiket").get()) == []
