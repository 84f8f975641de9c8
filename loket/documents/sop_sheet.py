"""The measures of the sheet that an SOP is printed on, in points: A4 on its side, and the columns of its table."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Literal

from loket.documents.sop_document import Simbol

WIDTH, HEIGHT = 841.89, 595.28
SIDE, TOP, BOTTOM = 40.0, 36.0, 46.0
INNER_WIDTH, INNER_HEIGHT = WIDTH - 2 * SIDE, HEIGHT - TOP - BOTTOM
STRIP = 20.0
"""What a page connector needs above the first row of a page, or below the last."""
CONNECTOR = 12.0
MARGIN = 4.0
"""Between a connector and the edge of its page's table, and from the end of a row to the line across."""
SIZES = {Simbol.KAPSUL: (30.0, 15.0), Simbol.KOTAK: (28.0, 16.0), Simbol.KEPUTUSAN: (26.0, 20.0)}
LEAST_HEIGHT = {Simbol.KAPSUL: 36.0, Simbol.KOTAK: 38.0, Simbol.KEPUTUSAN: 48.0}
_NUMBER, _TIME, _LANE, _ALL_LANES = 28.0, 56.0, 52.0, 312.0
_FIRST_TRACK, _TRACK = 8.0, 13.0
_SHARES = (0.31, 0.21, 0.22, 0.26)  # kegiatan, kelengkapan, output and keterangan, of what is left


class Sisi(StrEnum):
    """The side of the performers' columns along which a way leads that is not the next row's."""

    KIRI = "kiri"
    KANAN = "kanan"


@dataclass(frozen=True, slots=True)
class Lembar:
    """The table's columns on the sheet; `tracks` ways run beside the symbols on the left and on the right."""

    lanes: int
    tracks: tuple[int, int] = (0, 0)

    @property
    def widths(self) -> tuple[float, ...]:
        """All columns from left to right: the outer performers' ones hold the tracks too."""
        lanes = [self._lane] * self.lanes
        lanes[0] += self._gutter(0)
        lanes[-1] += self._gutter(1)
        left = INNER_WIDTH - _NUMBER - _TIME - sum(lanes)
        kegiatan, kelengkapan, output, keterangan = (share * left for share in _SHARES)
        return (_NUMBER, kegiatan, *lanes, kelengkapan, _TIME, output, keterangan)

    @property
    def edges(self) -> tuple[float, ...]:
        """Where each column begins, and where the last one ends."""
        return tuple(accumulate(self.widths, initial=0.0))

    def center(self, lane: int) -> float:
        """The middle of the symbols in a performer's column."""
        if lane == 0:
            return self.edges[2] + self._gutter(0) + self._lane / 2
        return self.edges[2 + lane] + self._lane / 2

    def track(self, side: Sisi, number: int) -> float:
        away = _FIRST_TRACK + _TRACK * number
        return self.edges[2] + away if side is Sisi.KIRI else self.edges[2 + self.lanes] - away

    def size(self, simbol: Simbol) -> tuple[float, float]:
        width, height = SIZES[simbol]
        return min(width, self._lane - 6), height

    def side_of(self, lane: int) -> Sisi:
        return Sisi.KIRI if lane < self.lanes / 2 else Sisi.KANAN

    def outermost(self, lanes: Collection[int], side: Sisi) -> int:
        return min(lanes) if side is Sisi.KIRI else max(lanes)

    @property
    def _lane(self) -> float:
        return min(_LANE, _ALL_LANES / self.lanes)

    def _gutter(self, side: Literal[0, 1]) -> float:
        return _TRACK * self.tracks[side]
