"""From a document to its PDF (PDF/A-2a, PDF/UA-1): the same bytes for the same input, on every machine."""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

import typst

from loket.documents.glyphs import FONTS
from loket.documents.plain import one_line, plain

_TEMPLATES = Path(__file__).parent / "templates"
_FOOTER_LENGTH = 90
_PICTURE_PPI = 110


class TemplateFault(RuntimeError):
    """The template does not fit the document: our mistake, never that of the person who typed it."""


class Document(Protocol):
    """A dataclass that names its template and the title of the PDF."""

    @property
    def template(self) -> str: ...
    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """All that a document prints, as texts that can be kept: whatever changes later, it prints the same."""

    template: str
    data: str


def freeze(document: Document) -> Frozen:
    title = one_line(document.title) or "Dokumen tanpa judul"  # PDF/UA refuses a document without a title
    footer = title if len(title) <= _FOOTER_LENGTH else title[: _FOOTER_LENGTH - 1].rstrip() + "…"
    data = {"judul": title, "kaki": footer, "dokumen": plain(document)}
    return Frozen(template=document.template, data=json.dumps(data))


def render(document: Document, *, made_at: dt.datetime) -> bytes:
    """Set the document; `made_at` becomes the PDF's own date of creation."""
    return render_frozen(freeze(document), made_at=made_at)


def render_frozen(frozen: Frozen, *, made_at: dt.datetime) -> bytes:
    """Set what was frozen. Raises TemplateFault."""
    if made_at.tzinfo is None:
        raise ValueError("made_at needs a time zone.")
    options = {"pdf_standards": ["a-2a", "ua-1"], "timestamp": int(made_at.timestamp())}
    return cast("bytes", _compiled(frozen, format="pdf", **options))


def pictures(frozen: Frozen) -> list[bytes]:
    """Its pages as PNG, to look at before there is a file."""
    compiled = _compiled(frozen, format="png", ppi=_PICTURE_PPI)
    return compiled if isinstance(compiled, list) else [cast("bytes", compiled)]


def _compiled(frozen: Frozen, **options: Any) -> object:
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
