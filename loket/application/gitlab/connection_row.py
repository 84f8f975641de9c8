"""The one row of this office's connection to GitLab."""

from datetime import datetime

from loket.models.gitlab import GitlabConnection


def connection() -> GitlabConnection:
    """Give the row, made where there is none yet."""
    return GitlabConnection.objects.select_related("paused_by").get_or_create(only=True)[0]


def is_paused() -> bool:
    """Whether an admin has stopped it: nothing is sent and nothing read; what comes by itself is only remembered.

    Issues are planned all the same, and step 11 waits for them.
    """
    return GitlabConnection.objects.filter(paused_at__isnull=False).exists()


def hook_came(now: datetime) -> None:
    GitlabConnection.objects.filter(pk=connection().pk).update(hook_at=now)


def read_up_to(moment: datetime) -> None:
    """Never back: a read that was overtaken has nothing to say."""
    rows = GitlabConnection.objects.filter(pk=connection().pk)
    rows.exclude(read_until__gte=moment).update(read_until=moment)
