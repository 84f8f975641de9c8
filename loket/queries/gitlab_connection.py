"""How the connection to GitLab is."""

from loket.models.gitlab import GitlabConnection


def kept_connection() -> GitlabConnection:
    """The row as it is, or an empty one: reading writes nothing (one query)."""
    return GitlabConnection.objects.select_related("paused_by").first() or GitlabConnection()
