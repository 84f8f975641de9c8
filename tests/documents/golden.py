"""Pictures of every kind of document; after `python -m tests.documents.golden` look at all of them."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from loket.documents import render
from tests.documents.kinds import PICTURED
from tests.documents.samples import MADE_AT

GOLDEN = Path(__file__).parent / "golden" / "naskah"
POINTS_PER_INCH = 72
DOTS_PER_INCH = 50
GREY_STEP = 36  # eight greys make a file half as large, and move no pixel by as much as LEVELS
LEVELS = 48
"""A pixel differs if its grey does by more than this, of 255: edges of letters may."""
SHARE = 0.0005
"""A page differs if more than this share of its pixels does: about one short word."""


def pictures(pdf: bytes) -> Iterator[Image.Image]:
    for page in pypdfium2.PdfDocument(pdf):
        bitmap = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True)
        yield bitmap.to_pil().convert("L")


def differing(one: Image.Image, other: Image.Image) -> float:
    """Give the share of pixels that differ; all of them where the sizes do."""
    if one.size != other.size:
        return 1.0
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[LEVELS + 1 :]) / (one.width * one.height)


def kept(name: str) -> list[Image.Image]:
    found = sorted(GOLDEN.glob(f"{name}-[0-9].png"))
    return [Image.open(path).convert("L") for path in found]


def renew() -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for old in GOLDEN.glob("*.png"):
        old.unlink()
    for name, document in PICTURED.items():
        for number, picture in enumerate(pictures(render(document, made_at=MADE_AT)), start=1):
            picture.point(_rounded).save(GOLDEN / f"{name}-{number}.png", optimize=True)


def _rounded(grey: int) -> int:
    return min(255, (grey + GREY_STEP // 2) // GREY_STEP * GREY_STEP + 3)


if __name__ == "__main__":
    renew()
