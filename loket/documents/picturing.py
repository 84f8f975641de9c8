"""The pages of a document as pictures, to look at before there is a file."""

from typing import cast

from loket.documents.rendering import Frozen, compiled

_PPI = 110


def pictures(frozen: Frozen) -> list[bytes]:
    """Its pages as PNG. Raises TemplateFault."""
    made = compiled(frozen, format="png", ppi=_PPI)
    return made if isinstance(made, list) else [cast("bytes", made)]
