"""The checklists inside steps 7 to 9: answered by whoever hands the work in, closed before the step is."""

from collections.abc import Mapping
from dataclasses import dataclass

from loket.application.data import Problems
from loket.application.registry import Work
from loket.models.periksa import ButirPeriksa
from loket.sop.related import Butir, checklist_of

Status = ButirPeriksa.Status
CLOSED = frozenset({Status.SELESAI, Status.TIDAK_BERLAKU})
LONGEST = 300
"""Characters of an evidence or a reason, as its column holds them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How far an item is, and what shows it; why, where it does not apply."""

    status: str = Status.BELUM
    keterangan: str = ""


Answers = Mapping[str, Answer]
"""By kode; an item that is not named is open."""
OPEN = Answer()


def check_answers(problems: Problems, step: str, answers: Answers, *, handed_in: bool) -> None:
    """Every answer is one; of work that is handed in, every mandatory item is closed."""
    sop = checklist_of(step)
    asked = sop.asked if sop else ()
    unknown = answers.keys() - {butir.kode for butir in asked}
    problems.unless(
        not unknown, "periksa", "Daftar periksa memuat butir yang tidak ada di langkah ini. Hapus butir itu."
    )
    for butir in asked:
        _check(problems, butir, answers.get(butir.kode, OPEN), demanded=handed_in and butir.wajib)


def _check(problems: Problems, butir: Butir, answer: Answer, *, demanded: bool) -> None:
    kode, needs_reason = butir.kode, answer.status == Status.TIDAK_BERLAKU
    what = f"alasan butir {kode} tidak berlaku" if needs_reason else f"bukti atau alasan butir {kode}"
    problems.text(f"keterangan_{kode}", answer.keterangan, what, limit=LONGEST, required=needs_reason)
    if answer.status not in Status.values:
        problems.add(f"status_{kode}", f"Pilih status butir {kode}.")
    elif demanded and answer.status not in CLOSED:
        problems.add(
            f"status_{kode}",
            f"Butir {kode} wajib diselesaikan dahulu, atau dinyatakan tidak berlaku dengan alasan.",
        )


def keep_answers(work: Work, answers: Answers) -> dict[str, str]:
    """Write every item of the step as it is now; gives the statuses, which the record tells."""
    rows = [_row(work, butir, answers.get(butir.kode, OPEN)) for butir in _items(work.permintaan.at_step)]
    ButirPeriksa.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=("permintaan", "kode"),
        update_fields=("status", "keterangan"),
    )
    return {row.kode: row.status for row in rows}


def _row(work: Work, butir: Butir, answer: Answer) -> ButirPeriksa:
    return ButirPeriksa(
        permintaan=work.permintaan,
        kode=butir.kode,
        status=answer.status,
        keterangan=answer.keterangan.strip(),
    )


def close_by_decision(work: Work) -> dict[str, str]:
    """The decision in hand is itself the evidence of some items; gives those that it closes."""
    items = _items(work.permintaan.at_step)
    codes = [butir.kode for butir in items if butir.bagian == work.permintaan.at_bagian]
    ButirPeriksa.objects.filter(permintaan=work.permintaan, kode__in=codes).update(status=Status.SELESAI)
    return dict.fromkeys(codes, Status.SELESAI.value)


def _items(step: str) -> tuple[Butir, ...]:
    sop = checklist_of(step)
    return sop.butir if sop else ()
