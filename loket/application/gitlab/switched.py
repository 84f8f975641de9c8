"""Whether this office has a GitLab; without one the ticket is Loket's own and nothing here happens."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.conf import settings

from loket.models.issue_gitlab import IssueGitlab
from loket.models.tiket import Tiket


@dataclass(frozen=True, slots=True)
class Place:
    """`project` is a number or a path."""

    url: str
    project: str
    token: str = field(repr=False)


def place() -> Place | None:
    environment = settings.ENVIRONMENT
    url, token, project = environment.gitlab_url, environment.gitlab_token, environment.gitlab_project
    return Place(url, project, token) if url and token and project else None


def plan_issue(tiket: Tiket) -> None:
    """To be made after the commit; the name by which it is found again is committed with the act."""
    if place():
        IssueGitlab.objects.get_or_create(tiket=tiket, defaults={"ref": uuid4()})


def waits_for_gitlab(tiket: Tiket) -> bool:
    """Whether GitLab's own answer is what tells that the status has changed; of an issue that is gone none comes."""
    return place() is not None and IssueGitlab.objects.filter(tiket=tiket, gone="").exists()
