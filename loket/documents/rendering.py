"""From a document to its PDF (PDF/A-2a, PDF/UA-1): the same bytes for the same input, on every machine."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import cast

import typst

from loket.documents.glyphs import FONTS
from loket.documents.laporan import Laporan
from loket.documents.plain import one_line, plain
from loket.documents.surat_permintaan import SuratPermintaan

_TEMPLATES = Path(__file__).parent / "templates"
_FOOTER_LENGTH = 90


class TemplateFault(RuntimeError):
    """The template does not fit the document: our mistake, never that of the person who typed it."""


def render(document: SuratPermintaan | Laporan, *, made_at: dt.datetime) -> bytes:
    """Set the document; `made_at` becomes the PDF's own date of creation."""
    if made_at.tzinfo is None:
        raise ValueError("made_at needs a time zone.")
    template = _TEMPLATES / document.template
    compiler = typst.Compiler(template, root=_TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(made_at.timestamp()),
            sys_inputs={"data": _data(document)},
        )
    except typst.TypstError as error:
        raise TemplateFault(f"{document.template}: {error.message}") from error
    if warnings:
        raise TemplateFault(f"{document.template}: {warnings[0].message}")
    return cast("bytes", pdf)


def _data(document: SuratPermintaan | Laporan) -> str:
    title = one_line(document.title) or "Dokumen tanpa judul"  # PDF/UA refuses a document without a title
    footer = title if len(title) <= _FOOTER_LENGTH else title[: _FOOTER_LENGTH - 1].rstrip() + "…"
    return json.dumps({"judul": title, "kaki": footer, "dokumen": plain(document)})


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
