"""The office's document, as text."""

import re
from pathlib import Path

COPY = Path(__file__).with_name("naskah_asli.txt")
TEXT = COPY.read_text(encoding="utf-8")


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def table_rows() -> dict[int, list[str]]:
    """The cells of each row by its number; how many blank ones stand for performers differs from row to row."""
    lines = [line.split("\t") for line in TEXT.splitlines() if re.match(r"\d+\t", line)]
    return {int(cells[0]): [plain(cell) for cell in cells[1:]] for cells in lines}
