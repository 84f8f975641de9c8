"""When to come again after GitLab has not done what was asked."""

from datetime import datetime, timedelta

from loket.integrations.gitlab.problems import GitlabProblem, Permanent

LATER = timedelta(minutes=2)
AFTER_REFUSAL = timedelta(hours=1)
"""A person has to repair something first; nobody has to press anything afterwards."""


def again_after(problem: GitlabProblem, now: datetime) -> datetime:
    """After the pause that GitLab has asked for, if it has."""
    if isinstance(problem, Permanent):
        return now + AFTER_REFUSAL
    return now + (timedelta(seconds=problem.retry_after) if problem.retry_after else LATER)
