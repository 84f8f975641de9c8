"""The Lucide icons that Loket uses, kept as one sprite file that a browser loads once.

To use another one, add its name to icons.txt and run `python -m loket.web.components.icons`.
"""

import re
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

NAMES = frozenset((files("loket.web.components") / "icons.txt").read_text(encoding="utf-8").split())
SPRITE = "icons.svg"
_FILE = Path(__file__).parent.parent / "static" / SPRITE
_SPACE = re.compile(r"\s*\n\s*")


class UnknownIconError(LookupError):
    """A template or an object names an icon that the sprite does not have."""


def known(name: str) -> str:
    if name not in NAMES:
        raise UnknownIconError(f"There is no icon {name!r} in the sprite; add it to icons.txt.")
    return name


@cache
def sprite() -> str:
    with ZipFile(BytesIO((files("lucide") / "lucide.zip").read_bytes())) as archive:
        symbols = "\n".join(_symbol(name, archive.read(f"{name}.svg").decode()) for name in sorted(NAMES))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def _symbol(name: str, svg: str) -> str:
    """The drawing alone: size, stroke and colour come from the page's style sheet."""
    drawing = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")]
    return f'<symbol id="{name}" viewBox="0 0 24 24">{_SPACE.sub("", drawing).replace(" />", "/>")}</symbol>'


if __name__ == "__main__":
    _FILE.write_text(sprite(), encoding="utf-8")
    print(f"{_FILE.name}: {len(NAMES)} icons")
