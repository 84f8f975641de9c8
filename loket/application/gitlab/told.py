"""What stands in the way of GitLab, in words for a page."""

from loket.integrations.gitlab.problems import text_of


def sentence_of(code: str) -> str:
    """The sentence of a problem that was kept, with what to do about it; empty where there is none."""
    return text_of(code) if code else ""
