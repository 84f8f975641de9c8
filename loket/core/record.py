"""The record: one canonical form for an entry, chained by hash so that nothing can be changed unseen."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

KANTOR = "kantor"
"""The subject of what concerns the office itself: accounts, positions, calendar, SOP revisions."""

GENESIS = "0" * 64
"""What the first entry of a chain is chained to."""

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An entry as it is hashed. `subject` is the nomor of a permintaan or "kantor"; `seq` counts from 1."""

    subject: str
    seq: int
    kind: str
    step: str
    bagian: str
    outcome: str
    actor_id: int | None
    capacity: str
    source: str
    happened_at: datetime
    sop: str
    particulars: Mapping[str, Any]
    schema: int = SCHEMA

    def canonical(self) -> bytes:
        """The bytes that are hashed: JSON with sorted keys, no spaces, instants in UTC with microseconds."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(
            plain(fields), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        ).encode()

    def hash_after(self, previous: str) -> str:
        return hashlib.sha256(previous.encode() + b"\n" + self.canonical()).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain breaks: the subject, the seq of the first entry that does not fit, and why."""

    subject: str
    seq: int
    reason: str


def first_break(
    lines: Iterable[tuple[Line, str, str]], *, head_seq: int, head_hash: str, subject: str
) -> Break | None:
    """Walk (line, previous, hash) in order of seq and compare with the head that the subject remembers."""
    expected_seq, previous = 0, GENESIS
    for line, stored_previous, stored_hash in lines:
        expected_seq += 1
        if line.seq != expected_seq:
            return Break(subject, expected_seq, "catatan hilang dari urutan")
        if stored_previous != previous:
            return Break(subject, line.seq, "catatan tidak menyambung ke catatan sebelumnya")
        if line.hash_after(previous) != stored_hash:
            return Break(subject, line.seq, "isi catatan berubah")
        previous = stored_hash
    if (expected_seq, previous) != (head_seq, head_hash):
        return Break(subject, expected_seq + 1, "catatan terakhir hilang atau kepala rantai berubah")
    return None


def digest_of(value: str, *, salt: str) -> str:
    """A salted digest to stand for a personal value in the record, so that the value itself can be erased."""
    return hmac.new(salt.encode(), value.encode(), hashlib.sha256).hexdigest()


def plain(value: Any) -> Any:
    """Reduce to what JSON holds without loss: instants in UTC, dates as ISO, enums as their values."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in (sorted(value) if isinstance(value, set | frozenset) else value)]
    return value
