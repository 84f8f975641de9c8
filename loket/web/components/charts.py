"""Frames for drawings made on the server, and the two small ones every list uses."""

from loket.web.components.registry import component
from loket.web.components.tables import Table


@component("chart", body=True)
class Chart:
    """One finding in words, the drawing, and the same numbers as a table."""

    title: str
    finding: str
    id: str
    csv_url: str = ""
    table: Table | None = None


@component("load_bar")
class LoadBar:
    """`value` of `total`, of which `over` is too late or too much."""

    value: int
    total: int
    label: str
    over: int = 0

    @property
    def within(self) -> int:
        return max(self.value - self.over, 0)


@component("score")
class Score:
    """The sum of the chosen radios' weights; bands from the highest, each from its score upwards."""

    bands: tuple[tuple[int, str], ...]
    value: str = ""
    max: int = 100

    @property
    def bands_text(self) -> str:
        return "|".join(f"{least}:{name}" for least, name in self.bands)
