"""A drawn page as the bytes of a WebP picture, in whichever of its two ways is the smaller for such a page."""

import io

from PIL import Image

_FEW_COLOURS = 1024  # text and lines; a scan or a photo has many more


def encoded(image: Image.Image) -> bytes:
    """Keep every pixel of a page of text, which is then the smaller file too; compress a photo as photos are."""
    page = image.convert("RGB")
    page.info.clear()  # where and by whom a photo was taken is nobody's business
    drawn = page.getcolors(_FEW_COLOURS) is not None
    target = io.BytesIO()
    page.save(target, "WEBP", lossless=drawn, quality=50 if drawn else 80, method=4 if drawn else 2)
    return target.getvalue()
