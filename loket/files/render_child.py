"""The child's side: python -m loket.files.render_child REQUEST SECONDS MEMORY, one question and one answer in JSON."""

import json
import os
import resource
import signal
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from loket.files.kinds import JPEG, KINDS, PDF, PNG, Kind
from loket.files.problems import FileProblem

_LARGEST_PICTURE = 64 * 1024 * 1024
_ORPHANED = 15  # seconds after its time; a living parent ends the child sooner
_READERS = {PDF: "pdf", JPEG: "photo", PNG: "photo", None: "office"}


def main(arguments: list[str]) -> None:
    request, seconds, memory = map(json.loads, arguments)
    restrict(seconds, memory)
    try:
        reply = answer(request)
    except FileProblem as problem:
        reply = {"refused": problem.sentence}
    print(json.dumps(reply))


def restrict(seconds: int, memory: int) -> None:
    """Give up what this process will not need; the alarm ends it even when its parent is gone."""
    os.nice(5)
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, _LARGEST_PICTURE),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(limit)
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (allowed, allowed))
    signal.alarm(seconds + _ORPHANED)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    path, kind = Path(request["path"]), KINDS.get(request["mime"])
    reader = _reader(kind)
    if request["do"] == "examine":
        found, pages = reader.examine(path, kind)
        return {"mime": found.mime, "pages": pages}
    into = Path(request["into"])
    pictures = reader.draw(path, kind, request["width"], request["first"], request["count"])
    return {"drawn": [_write(into / f"{number:04}.webp", picture) for number, picture in pictures]}


def _write(target: Path, picture: bytes) -> str:
    target.write_bytes(picture)
    return target.name


def _reader(kind: Kind | None) -> ModuleType:
    """Load only the library that this kind needs: that is most of the time a child takes."""
    return import_module(f"loket.files.readers.{_READERS[kind]}")


if __name__ == "__main__":
    main(sys.argv[1:])
