"""From a document to its PDF (PDF/A-2a, PDF/UA-1): the same bytes for the same input, on every machine."""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from loket.documents.glyphs import FONTS
from loket.documents.naskah import Dokumen
from loket.documents.plain import one_line, plain
from loket.documents.qr import qr_svg

_TEMPLATES = Path(__file__).parent / "templates"
_TITLE_LENGTH = 1_000  # PDF/A refuses a longer string than 32,767 characters in what it says about the file


class TemplateFault(RuntimeError):
    """The template does not fit the document: our mistake, never that of the person who typed it."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """All that a document will show, as text that a row can keep: from here on nothing about it can change."""

    template: str
    data: str


def render(document: Dokumen, *, made_at: dt.datetime) -> bytes:
    """Set the document; `made_at` becomes the PDF's own date of creation."""
    return render_frozen(freeze(document), made_at=made_at)


def freeze(document: Dokumen) -> Frozen:
    title = one_line(document.title) or "Dokumen tanpa judul"  # PDF/UA refuses a document without a title
    data = {
        "judul": title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1].rstrip() + "…",
        "qr": qr_svg(document.sah.alamat),
        "dokumen": plain(document),
    }
    return Frozen(document.template, json.dumps(data, ensure_ascii=False))


def render_frozen(frozen: Frozen, *, made_at: dt.datetime) -> bytes:
    if made_at.tzinfo is None:
        raise ValueError("made_at needs a time zone.")
    options = {"pdf_standards": ["a-2a", "ua-1"], "timestamp": int(made_at.timestamp())}
    return cast("bytes", compiled(frozen, format="pdf", **options))


def compiled(frozen: Frozen, **options: Any) -> object:
    """What Typst makes of it. Raises TemplateFault."""
    template = _TEMPLATES / frozen.template
    compiler = typst.Compiler(template, root=_TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True)
    try:
        made, warnings = compiler.compile_with_warnings(sys_inputs={"data": frozen.data}, **options)
    except typst.TypstError as error:
        raise TemplateFault(f"{frozen.template}: {error.message}") from error
    if warnings:
        raise TemplateFault(f"{frozen.template}: {warnings[0].message}")
    return cast("object", made)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def measured(frozen: Frozen) -> Any:
    """What a template says of its own sizes, under the label <ukuran>, before anything is set."""
    compiler = typst.Compiler(
        _TEMPLATES / frozen.template,
        root=_TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": frozen.data},
    )
    try:
        return json.loads(compiler.query("<ukuran>", field="value", one=True))
    except RuntimeError as error:  # a query raises nothing more special
        raise TemplateFault(f"{frozen.template}: {error}") from error
