"""Step 9 proposes a progress from the merge requests; the programmer takes it into the form, or not."""

from loket.application.gitlab.merge_requests import proposal_of
from loket.integrations.gitlab.standin import merge_requests
from loket.models.gitlab import GitlabMergeRequest
from loket.models.implementasi import ProgressNote
from tests.application.gitlab.conftest import gitlab
from tests.application.gitlab.speaking import Table, table
from tests.web.reading_forms import form_at
from tests.web.step_desk import text_of
from tests.web.work_pages import Reader

__all__ = ["gitlab", "table"]


def test_the_progress_is_proposed_and_reported_by_nobody_but_the_programmer(table: Table) -> None:
    table.road.walk_to("implementasi")
    merge_requests.merge(
        table.budi, table.issue, merge_requests.open_one(table.budi, table.issue, "Formulir")
    )
    merge_requests.open_one(table.budi, table.issue, "Rekap")
    table.settle()
    reader = Reader(table.road, table.road.performer())
    url = f"/permintaan/{table.road.nomor}/implementasi"
    page = reader.get(url)
    assert "Menurut GitLab 1 dari 2 merge request sudah digabung." in text_of(page)
    form = form_at(page, url)

    filled = reader.post(url, **{**form.answers, "catatan": "Hari ini.", "percent": "10", "usulan": "gitlab"})

    proposal = proposal_of(list(GitlabMergeRequest.objects.all()))
    assert proposal is not None
    answers = form_at(filled, url).answers
    assert filled.status_code == 200
    assert answers["percent"] == ["50"]
    assert answers["catatan"][0].split() == f"Hari ini. {proposal.catatan}".split()
    assert not ProgressNote.objects.exists()
    again = form_at(reader.post(url, **{**answers, "usulan": "gitlab"}), url).answers
    assert again["catatan"] == answers["catatan"]


def test_where_nothing_is_proposed_the_button_changes_nothing(table: Table) -> None:
    table.road.walk_to("implementasi")
    reader = Reader(table.road, table.road.performer())
    url = f"/permintaan/{table.road.nomor}/implementasi"
    form = form_at(reader.get(url), url)

    filled = reader.post(url, **{**form.answers, "percent": "10", "usulan": "gitlab"})

    assert (filled.status_code, form_at(filled, url).answers["percent"]) == (200, ["10"])
    assert "Menurut GitLab" not in text_of(filled)


def test_another_step_has_no_proposal_and_is_not_sent_by_the_button(table: Table) -> None:
    reader = Reader(table.road, table.road.performer())
    url = f"/permintaan/{table.road.nomor}/{table.road.permintaan.at_step}"
    form = form_at(reader.get(url), url)
    before = table.road.permintaan.revision

    filled = reader.post(url, **{**form.answers, "usulan": "gitlab"})

    assert (filled.status_code, table.road.permintaan.revision) == (200, before)
