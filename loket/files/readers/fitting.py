"""How much a page is enlarged: to the width asked for, unless it would become too tall for a picture file."""

TALLEST = 16_000  # WebP ends at 16,383 pixels a side


def scale_to_fit(width: float, height: float, wanted: int) -> float:
    return min(wanted / width, TALLEST / height)
