"""The scan of a paper that was signed by hand, matched to the number that stands on it."""

from loket.application.data import Problems, present
from loket.application.errors import Invalid
from loket.application.registry import Work
from loket.models.dokumen import Upload
from loket.models.naskah import Naskah, NaskahFile


def scan_of(work: Work, naskah: Naskah, upload_id: int | None, nomor: str) -> NaskahFile:
    """Keep the uploaded scan as a file of the naskah. Raises Invalid where it is of another one."""
    problems = Problems()
    problems.unless(upload_id, "upload_id", "Unggah pindaian naskah bertanda tangan.")
    same = "".join(nomor.split()) == "".join(naskah.nomor.split())
    problems.unless(same, "nomor", f"Nomor pada pindaian harus sama dengan nomor naskah ini: {naskah.nomor}.")
    if problems:
        raise Invalid(problems)
    upload = Upload.objects.get(pk=present(upload_id))
    return NaskahFile.objects.create(
        naskah=naskah,
        kind=NaskahFile.Kind.PINDAIAN,
        sha256=upload.sha256,
        size=upload.size,
        mime=upload.mime,
        pages=upload.pages,
        by_id=work.by,
        at=work.now,
    )
