"""The state of a making in its row: each move is a commit of its own, and only of what was read."""

from dataclasses import dataclass, fields
from typing import Any

from django.db import transaction

from loket.integrations.gitlab.making import Making, Stage
from loket.models.gitlab import GitlabPosting
from loket.models.issue_gitlab import IssueGitlab
from loket.models.made_in_gitlab import MadeInGitlab

_NAMES = tuple(field.name for field in fields(Making))


def making_of(row: MadeInGitlab) -> Making:
    said = {name: getattr(row, name) for name in _NAMES}
    return Making(**said | {"stage": Stage(row.stage), "authors": tuple(row.authors)})


@dataclass(frozen=True, slots=True)
class RowLedger:
    """What is about to be asked is there before it is asked, also when the machine stops right after."""

    row_id: int
    kind: type[IssueGitlab] | type[GitlabPosting] = IssueGitlab

    def move(self, before: Making, after: Making) -> bool:
        with transaction.atomic(durable=True):
            kept = self.kind.objects.filter(pk=self.row_id, **columns_of(before))
            return kept.update(**columns_of(after)) == 1


def columns_of(making: Making) -> dict[str, Any]:
    said = {name: getattr(making, name) for name in _NAMES}
    return said | {"stage": making.stage.value, "authors": list(making.authors)}
