"""The approved change of scope is in the documents: a new version of the specification."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loket.application.data import Plain, Problems, given, present
from loket.application.dokumen import add_version
from loket.application.registry import Happened, Work, act
from loket.application.review import DOCUMENT_LABELS
from loket.core.amendments import may_apply_scope
from loket.core.facts import Facts
from loket.core.moving import SCOPE_APPLIED
from loket.core.role import Role
from loket.models.dokumen import Dokumen
from loket.models.perubahan import PerubahanLingkup


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Plain):
    """`versi` as its author calls it, such as 1.1."""

    upload_id: int | None
    versi: str
    catatan: str = ""

    def uploads(self) -> Iterable[int]:
        return given(self.upload_id)

    def check(self, facts: Facts, now: datetime) -> Problems:
        problems = Problems()
        problems.upload("upload_id", self.upload_id, facts, DOCUMENT_LABELS, "dokumen spesifikasi yang baru")
        problems.text("versi", self.versi, "versi dokumen, misalnya 1.1", limit=20)
        problems.long_text("catatan", self.catatan, "catatan", required=False)
        return problems


@act("terapkan_perubahan", Data, allowed=may_apply_scope, roles=(Role.SISTEM_ANALIS,))
def apply_change(work: Work, data: Data) -> Happened:
    version = add_version(
        work,
        Dokumen.Jenis.SPESIFIKASI,
        present(data.upload_id),
        step="analisis",
        versi=data.versi,
        catatan=data.catatan,
    )
    change = PerubahanLingkup.objects.get(
        permintaan=work.permintaan, keputusan=PerubahanLingkup.Keputusan.DISETUJUI, version=None
    )
    change.version = version
    change.save(update_fields=["version"])
    return Happened(
        kind=SCOPE_APPLIED,
        particulars={"perubahan_id": change.pk, "version_id": version.pk, "ruang_lingkup": ""},
    )
