"""The heads and the admin at the draft of the next revision, as tests do it."""

from dataclasses import replace
from datetime import date
from typing import Any

from loket.application.office.sop_draft import begin_draft, printed_roles, save_row
from loket.application.office.sop_release import ReleaseData, release_draft
from loket.application.office.sop_row import PLACES, RowData
from loket.core.revising import row_of
from loket.core.sop import Sop
from loket.models.entry import Entry
from loket.models.sop_draft import SopDraft
from loket.models.sop_revision import SopRevision
from loket.sop.definition import shipped
from tests.cast import Road

DECIDED = ReleaseData(
    keputusan="188/12/403.113/2026",
    tanggal_penetapan=date(2026, 3, 2),
    tanggal_berlaku=date(2026, 3, 2),
    sure=True,
)


def row_data(key: str, sop: Sop | None = None, **changed: Any) -> RowData:
    """The form of a row as it is opened, with something changed; `peran` and `bagian` only where they differ."""
    step = (sop or shipped()).step(key)
    row = row_of(step)
    places = {
        str(role): next((at for at in PLACES if role in row[at]), "") for role in printed_roles(shipped())
    }
    data = RowData(
        **{name: row[name] for name in ("kegiatan", "agenda", "kelengkapan", "output", "keterangan")},
        nilai=step.standard.value,
        satuan=step.standard.unit,
        peran={**places, **changed.pop("peran", {})},
        bagian={**row["bagian"], **changed.pop("bagian", {})},
    )
    return replace(data, **changed)


def begin(road: Road, username: str = "kasi") -> SopDraft:
    return begin_draft(actor=road.actor(username), now=road.now)


def save(road: Road, key: str, username: str = "kasi", **changed: Any) -> None:
    """Change a row of the draft as it is now."""
    draft = SopDraft.objects.get()
    save_row(key, row_data(key, **changed), seen=draft.version, actor=road.actor(username), now=road.now)


def decide(road: Road, username: str = "kadis", **changed: Any) -> SopRevision:
    return release_draft(
        replace(DECIDED, **changed),
        seen=SopDraft.objects.get().version,
        actor=road.actor(username),
        now=road.now,
    )


def revise(
    road: Road, key: str = "disposisi", *, berlaku: date = date(2026, 3, 2), **changed: Any
) -> SopRevision:
    """Draft, change one row, and release."""
    begin(road)
    save(road, key, **changed)
    return decide(road, tanggal_berlaku=berlaku)


def last_entry() -> Entry:
    return Entry.objects.filter(subject="kantor").latest("seq")
