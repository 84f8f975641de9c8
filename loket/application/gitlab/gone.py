"""An issue that is not there any more: GitLab deletes without a word, and says the same of what one may not see."""

from datetime import datetime, timedelta

from loket.application.gitlab.telling import tell_gone
from loket.integrations.gitlab.client import Gitlab
from loket.integrations.gitlab.problems import Forbidden, Missing
from loket.models.issue_gitlab import IssueGitlab

PAUSE = timedelta(minutes=2)
"""Between two answers that there is none."""
SEES_ALL = 15
"""The level of a Planner: from here on somebody sees what is confidential. Below it GitLab says that it is not there."""


def missing(row: IssueGitlab, gitlab: Gitlab, now: datetime) -> datetime | None:
    """GitLab says that there is no such issue: look once more, and at whether it would say so of any issue.

    Raises GitlabProblem where it is the project, or the right to see, that is missing.
    """
    if row.problem != Missing.code:
        IssueGitlab.objects.filter(pk=row.pk).update(problem=Missing.code)
        return now + PAUSE
    project = gitlab.project(row.project_id or 0)
    if not project.has_issues or project.access_level < SEES_ALL:
        raise Forbidden("issues are not shown")
    tell_gone(row, IssueGitlab.Gone.HILANG, now)
    return None
