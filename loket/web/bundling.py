"""In production the style sheet and the script are one file each; while developing a browser follows the imports.

The sources stay plain CSS and ES modules. Joining needs two habits, which a test checks: an import stands on a line
of its own, and no two modules use the same name at their top level.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import (  # type: ignore[import-untyped]  # it ships no types
    CompressedManifestStaticFilesStorage,
)

ENTRIES = ("css/loket.css", "js/loket.js")

_CSS_IMPORT = re.compile(r'^@import url\("([^"]+)"\) layer\((\w+)\);$', re.MULTILINE)
_JS_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([^"]+)";\n', re.MULTILINE)
_JS_EXPORT = re.compile(r"^export (?=(?:async )?function |const |class )", re.MULTILINE)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # for the same reason
    """Join the entries on their way into the manifest, so that what is hashed and compressed is the whole."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        joined = InMemoryStorage()
        replaced = dict(paths)
        for entry in ENTRIES:
            if entry in paths:
                joined.save(entry, ContentFile(join(entry, paths).encode()))
                replaced[entry] = (joined, entry)
        yield from super().post_process(replaced, dry_run, **options)


def join(entry: str, paths: dict[str, Any]) -> str:
    return _joined_css(entry, paths) if entry.endswith(".css") else _joined_js(entry, paths, set())


def _read(name: str, paths: dict[str, Any]) -> str:
    storage, path = paths[name]
    with storage.open(path) as source:
        return str(source.read().decode())


def _joined_css(entry: str, paths: dict[str, Any]) -> str:
    folder = PurePosixPath(entry).parent

    def layered(found: re.Match[str]) -> str:
        return f"@layer {found[2]} {{\n{_read(str(folder / found[1]), paths)}}}"

    return _CSS_IMPORT.sub(layered, _read(entry, paths))


def _joined_js(name: str, paths: dict[str, Any], seen: set[str]) -> str:
    """What a module imports comes before it, once."""
    seen.add(name)
    text, folder = _read(name, paths), PurePosixPath(name).parent
    needed = [str(folder / found) for found in _JS_IMPORT.findall(text)]
    before = "".join(_joined_js(path, paths, seen) for path in needed if path not in seen)
    return before + _JS_EXPORT.sub("", _JS_IMPORT.sub("", text))
