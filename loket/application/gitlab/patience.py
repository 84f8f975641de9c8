"""When to come again after GitLab has not done what was asked."""

from datetime import datetime, timedelta

from loket.integrations.gitlab.problems import GitlabProblem, Permanent

LATER = timedelta(minutes=2)
AFTER_REFUSAL = timedelta(hours=1)
"""A person has to repair something first; nobody has to press anything afterwards."""
DAY, GIVEN_UP = timedelta(days=1), timedelta(days=30)


def after_refusal(since: datetime, now: datetime) -> datetime | None:
    """Hourly on the first day, then daily; None after a month, in which nobody has repaired it."""
    if now - since >= GIVEN_UP:
        return None
    return now + (AFTER_REFUSAL if now - since < DAY else DAY)


def again_after(problem: GitlabProblem, now: datetime) -> datetime:
    """After the pause that GitLab has asked for, if it has."""
    if isinstance(problem, Permanent):
        return now + AFTER_REFUSAL
    return now + (timedelta(seconds=problem.retry_after) if problem.retry_after else LATER)
