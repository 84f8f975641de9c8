"""Step 9: the merge requests that GitLab tells of, for the office alone."""

from loket.core.actor import Actor
from loket.core.acts import is_of_office
from loket.models.gitlab import GitlabMergeRequest
from loket.models.permintaan import Permintaan
from loket.queries.gitlab import merge_requests_of
from loket.web import formats
from loket.web.components.tables import Cell, Column, Table, TableRow
from loket.web.step_recorded.section import Section
from loket.web.work.gitlab import pipeline_words, state_words

STEP = "implementasi"
_COLUMNS = (Column("Merge request"), Column("Keadaan"), Column("Pipeline"))


def merge_requests(permintaan: Permintaan, step: str, actor: Actor) -> tuple[Section, ...]:
    """One section, where there are any to see for this person."""
    if step != STEP or not is_of_office(actor):
        return ()
    found = merge_requests_of(permintaan)
    if not found:
        return ()
    rows = tuple(_row(one) for one in found)
    table = Table(caption="Merge request di GitLab", columns=_COLUMNS, rows=rows, dense=True)
    return (Section(title="Merge request di GitLab", table=table),)


def _row(one: GitlabMergeRequest) -> TableRow:
    return TableRow(
        (
            Cell(one.title or one.reference, url=one.web_url, detail=one.reference),
            Cell(state_words(one)),
            Cell(formats.capital(pipeline_words(one)) or "Tidak ada"),
        )
    )
