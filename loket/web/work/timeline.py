"""The record as a timeline, with what people wrote on the way."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime

from loket.core.alarm import Alarm
from loket.core.capacity import label
from loket.core.kinds import KINDS, PERMINTAAN_KINDS
from loket.core.moving import SPOKEN, STARTED
from loket.core.naskah import JENIS
from loket.core.role import Role
from loket.core.zone import ZONE
from loket.models.entry import Entry
from loket.queries.one_permintaan import Whole
from loket.queries.remarks import remark_on
from loket.web import formats
from loket.web.components.records import TimelineItem
from loket.web.work.flow import is_late
from loket.web.work.gitlab import note_item, posting_words

INTERNAL = "diskusi.posted_internally"
SYSTEM = "Loket"
ABOUT_NASKAH = {kind for kind in PERMINTAAN_KINDS if kind.startswith("naskah.")}


def timeline_of(whole: Whole, now: datetime) -> tuple[TimelineItem, ...]:
    """Newest first; above it, that the step in hand is late."""
    late = (_lateness(whole),) if is_late(whole, now) else ()
    return (*late, *_told(whole))


def _told(whole: Whole) -> Iterator[TimelineItem]:
    """What is recorded, and between it what was written in GitLab meanwhile; what is older than all shown waits."""
    notes = deque(whole.in_gitlab.notes)
    for entry in whole.entries:
        while notes and notes[0].at > entry.happened_at:
            yield note_item(notes.popleft())
        yield _item(whole, entry)
    if not whole.has_more:
        yield from map(note_item, notes)


def _item(whole: Whole, entry: Entry) -> TimelineItem:
    kind, at = KINDS[entry.kind], entry.happened_at.astimezone(ZONE)
    return TimelineItem(
        text=_sentence(whole, entry),
        when=formats.full_datetime(at),
        datetime_iso=at.isoformat(timespec="minutes"),
        who=entry.actor.nama if entry.actor else SYSTEM,
        unit=_unit(whole, entry),
        icon=kind.icon,
        quote=remark_on(entry, whole.remarks),
        internal=entry.kind == INTERNAL,
        detail=posting_words(whole, entry.particulars["comment_id"]) if entry.kind == INTERNAL else "",
    )


def _sentence(whole: Whole, entry: Entry) -> str:
    """What was done; a start says of which step, the clock what about."""
    sentence = KINDS[entry.kind].sentence
    if entry.kind in ABOUT_NASKAH:
        said = entry.particulars
        return f"{sentence}: {JENIS[said['jenis']].label.lower()} {said['nomor']}".strip()
    step = whole.standing.sop.steps.get(entry.step)
    if step is None or entry.kind not in {STARTED, *SPOKEN}:
        return sentence
    bagian = formats.lowered(step.bagian[entry.bagian].nama)
    if entry.kind == STARTED:
        return f"{sentence} {bagian}"
    return f"{sentence}: {Alarm(entry.particulars['alarm']).words(f'langkah {step.ke}', bagian)}"


def _unit(whole: Whole, entry: Entry) -> str:
    """As whom somebody acted; for the people of an agency, which one."""
    if not entry.capacity:
        return ""
    if entry.capacity.rpartition(" ")[2] == Role.OPD:
        return whole.permintaan.opd.singkatan
    return label(entry.capacity)


def _lateness(whole: Whole) -> TimelineItem:
    step, due_at = whole.standing.step_in_hand, whole.permintaan.due_at
    at = due_at.astimezone(ZONE) if due_at else None
    return TimelineItem(
        text=f"Langkah {step.ke} melewati batasnya" if step else "",
        when=formats.full_datetime(at) if at else "",
        datetime_iso=at.isoformat(timespec="minutes") if at else "",
        icon="octagon-alert",
    )
