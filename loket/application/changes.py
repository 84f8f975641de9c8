"""Facts that are put right: every one keeps what it was before, why, and by whom."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from loket.application.registry import Work
from loket.models.perubahan import PerubahanData


def keep_changes(work: Work, row: Model, changes: Mapping[str, Any], *, why: str) -> dict[str, Any]:
    """Note each column of `row` that changes; returns particulars, which name the columns and never the values."""
    different = {name: value for name, value in changes.items() if value != getattr(row, name)}
    notes = PerubahanData.objects.bulk_create(
        PerubahanData(
            permintaan=work.permintaan,
            isian=name,
            semula=_written(getattr(row, name)),
            menjadi=_written(value),
            alasan=why,
            by_id=work.by,
            at=work.now,
        )
        for name, value in different.items()
    )
    if row is work.permintaan:
        work.change(**different)
    elif different:
        for name, value in different.items():
            setattr(row, name, value)
        row.save(update_fields=list(different))
    return {"perubahan_ids": [note.pk for note in notes], "isian": list(different)}


def _written(value: str | date | None) -> str:
    return "" if value is None else str(value)
