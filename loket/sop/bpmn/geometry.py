"""Boxes and points of the diagram, in whole pixels."""

from enum import StrEnum
from typing import NamedTuple


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


class Point(NamedTuple):
    x: int
    y: int


class Box(NamedTuple):
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def centre(self) -> Point:
        return Point(self.x + self.width // 2, self.y + self.height // 2)

    def edge(self, side: Side) -> int:
        """The y of the upper or the lower edge."""
        return self.y if side is Side.TOP else self.bottom
