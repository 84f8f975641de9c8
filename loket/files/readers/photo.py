"""JPEG and PNG: does the picture decode, is it of a bearable size, and the picture as it should be seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps

from loket.files.kinds import Kind
from loket.files.problems import Unacceptable
from loket.files.readers.fitting import scale_to_fit
from loket.files.readers.picture import encoded
from loket.files.readers.sentences import DAMAGED, TOO_MANY_PIXELS

MAX_PIXELS = 70_000_000

Image.MAX_IMAGE_PIXELS = None  # our own limit is lower, and its sentence says how large the picture is

_WITH_PALETTE_OR_ALPHA = {"P", "PA", "LA", "La", "RGBa", "RGBA"}
_DEEP = {"I", "I;16", "I;16B", "F"}


def examine(path: Path, kind: Kind) -> tuple[Kind, int]:
    with _opened(path, kind) as image:
        image.draft(
            None, (image.width // 8, image.height // 8)
        )  # still reads every byte, in a fraction of the memory
        image.load()
    return kind, 1


def draw(path: Path, kind: Kind, width: int, first: int, count: int) -> Iterator[tuple[int, bytes]]:
    """Give the one page of a photo: turned as it was taken, never larger than it is."""
    if 1 not in range(first, first + count):
        return
    with _opened(path, kind) as image:
        image.draft("RGB", (width, width))
        upright = ImageOps.exif_transpose(_resizable(image))
        scale = min(1.0, scale_to_fit(*upright.size, width))
        size = max(1, round(upright.width * scale)), max(1, round(upright.height * scale))
        small = upright.resize(size, reducing_gap=2.0)
        yield 1, encoded(_on_white(small))


@contextmanager
def _opened(path: Path, kind: Kind) -> Iterator[Image.Image]:
    try:
        with Image.open(path, formats=[kind.label]) as image:
            _check_size(image)
            yield image
    except (OSError, SyntaxError, ValueError) as error:
        raise Unacceptable(DAMAGED.format(label=kind.label)) from error


def _check_size(image: Image.Image) -> None:
    pixels = image.width * image.height
    if pixels > MAX_PIXELS:
        megapixels = -(-pixels // 1_000_000)
        raise Unacceptable(TOO_MANY_PIXELS.format(megapixels=megapixels, allowed=MAX_PIXELS // 1_000_000))


def _resizable(image: Image.Image) -> Image.Image:
    if image.mode in _WITH_PALETTE_OR_ALPHA:
        return image.convert("RGBA")
    if image.mode in _DEEP:
        return image.convert("I").point(lambda level: level / 256).convert("L")
    return image.convert("L") if image.mode == "1" else image


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return paper
