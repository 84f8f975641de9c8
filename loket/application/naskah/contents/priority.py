"""Lembar prioritas (SOP row 4): the scores, what they give, and what was decided."""

from decimal import Decimal

from loket.application.data import present
from loket.application.naskah.content import Made, Subject, content
from loket.application.naskah.contents.words import person
from loket.core.priority import CRITERIA, Criterion, Level
from loket.documents import Kriteria, LembarPrioritas


@content("lembar_prioritas")
def lembar_prioritas(subject: Subject) -> Made:
    permintaan = subject.permintaan
    sheets = permintaan.prioritas_set.select_related("by")
    sheet = sheets.get(pk=present(subject.entry).particulars["prioritas_id"])
    decided = Level(sheet.decided).label
    document = LembarPrioritas(
        **subject.common,
        permintaan=subject.perihal,
        kriteria=tuple(_scored(criterion, sheet.scores[criterion.key]) for criterion in CRITERIA),
        total=sheet.total,
        hasil=Level(sheet.computed).label,
        keputusan=decided,
        penandatangan=person(sheet.by, approved=sheet.at),
        alasan=sheet.reason,
        tenggat=sheet.deadline,
    )
    return Made(dokumen=document, hal=f"Prioritas {decided}: {permintaan.nama_aplikasi}")


def _scored(criterion: Criterion, score: int) -> Kriteria:
    return Kriteria(
        nama=criterion.nama,
        bobot=criterion.weight,
        nilai=score,
        tertimbang=Decimal(criterion.weight * score) / 4,
        arti=criterion.scale[score - 1],
    )
