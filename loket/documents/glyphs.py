"""Which characters the shipped fonts can draw, read from the fonts themselves."""

import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"

_WINDOWS_UNICODE = [3, 1]  # the character map that every font of the last decades carries, in layout 4
_FINAL_MARKER = 0xFFFF  # closes the list of segments and is no character


@cache
def drawable() -> frozenset[int]:
    """Return the code points that every shipped font has: one it lacks would make the PDF invalid."""
    return frozenset.intersection(*(_code_points(font.read_bytes()) for font in sorted(FONTS.glob("*.ttf"))))


def _code_points(font: bytes) -> frozenset[int]:
    at = _character_map(font)
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{doubled // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", font, at + 16 + doubled)
    segments = zip(starts, ends, strict=True)
    return frozenset(code for start, end in segments for code in range(start, end + 1)) - {_FINAL_MARKER}


def _character_map(font: bytes) -> int:
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    cmap = next(int(offset) for name, _checksum, offset, _length in records if name == b"cmap")
    (maps,) = struct.unpack_from(">H", font, cmap + 2)
    encodings = (struct.unpack_from(">HHI", font, cmap + 4 + 8 * index) for index in range(maps))
    offset = next(int(offset) for *encoding, offset in encodings if encoding == _WINDOWS_UNICODE)
    return cmap + offset
