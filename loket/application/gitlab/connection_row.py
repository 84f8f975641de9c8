"""The row that keeps how the connection of this office is."""

from loket.models.gitlab import GitlabConnection


def connection() -> GitlabConnection:
    """The only one there is, made when it is first asked for."""
    row, _ = GitlabConnection.objects.select_related("paused_by").get_or_create(only=True)
    return row
