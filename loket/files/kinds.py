"""The five kinds of file that an office record may hold."""

from dataclasses import dataclass

_OPEN_XML = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Kind:
    mime: str
    extension: str
    label: str
    spellings: tuple[str, ...] = ()
    """Other extensions that name the same kind."""

    @property
    def extensions(self) -> tuple[str, ...]:
        return (self.extension, *self.spellings)


PDF = Kind("application/pdf", "pdf", "PDF")
DOCX = Kind(f"{_OPEN_XML}.wordprocessingml.document", "docx", "DOCX")
XLSX = Kind(f"{_OPEN_XML}.spreadsheetml.sheet", "xlsx", "XLSX")
JPEG = Kind("image/jpeg", "jpg", "JPEG", ("jpeg", "jpe", "jfif"))
PNG = Kind("image/png", "png", "PNG")

KINDS = {kind.mime: kind for kind in (PDF, DOCX, XLSX, JPEG, PNG)}

ACCEPT = ",".join(f".{extension}" for kind in KINDS.values() for extension in kind.extensions)
"""For the accept attribute of a file field: a help when choosing, never a check."""
