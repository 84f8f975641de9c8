"""Pages of a list: what is asked, and where one begins."""

from ninja import Field, Schema

from loket.application.data import Problems
from loket.application.errors import Invalid
from loket.queries.keyset import key_of

NOT_OURS = "Cursor ini bukan dari Loket."


class Halaman(Schema):
    cursor: str = Field(default="", max_length=40, description="Nilai next dari halaman sebelumnya.")
    limit: int = Field(default=25, ge=1, le=100)


def place_of(page: Halaman, problems: Problems) -> int | None:
    """The key behind which a page begins. Raises Invalid with what was wrong before."""
    after = key_of(page.cursor) if page.cursor else None
    problems.unless(not page.cursor or after is not None, "cursor", NOT_OURS)
    if problems:
        raise Invalid(problems)
    return after
