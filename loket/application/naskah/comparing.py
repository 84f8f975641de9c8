"""Compare a file that somebody holds with those of a naskah, and examine its signatures; nothing of it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from loket.application.naskah.trusting import trust
from loket.integrations.esign.apart import Busy, inspect_apart
from loket.integrations.esign.reports import Flaw, SignatureReport
from loket.models.naskah import NaskahFile

__all__ = ["Busy", "Compared", "Match", "compare"]

TURN = "cocokkan.lock"
_PDF = b"%PDF-"
_HEAD = 1024
"""PDF readers accept what stands before the mark within so many bytes."""
_CHANGED = {Flaw.ALTERED, Flaw.ADDED_TO, Flaw.UNREADABLE}
"""A changed byte can also make the signature, or the way to it, unreadable."""


class Match(StrEnum):
    """How the file stands to those of the naskah."""

    ISSUED = "issued"
    EARLIER = "earlier"
    CHANGED = "changed"
    OTHER_SIGNED = "other_signed"
    OTHER = "other"
    NO_PDF = "no_pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """`reports`: on every signature, in the order in which they were made. `file`: the stored one that it equals."""

    match: Match
    sha256: str
    reports: tuple[SignatureReport, ...] = ()
    file: NaskahFile | None = None


def compare(content: bytes, files: Sequence[NaskahFile], *, now: datetime) -> Compared:
    """`files` are all of the naskah in the order in which they were made; the last one is what holds.

    Raises Busy while a file of somebody else is examined; of a stored file it is told at once what it is.
    """
    digest = sha256(content).hexdigest()
    same = next((file for file in files if file.sha256 == digest), None)
    if _PDF not in content[:_HEAD]:
        found = _stored(same, files) if same else Match.NO_PDF
        return Compared(match=found, sha256=digest, file=same)
    turn = Path(settings.ENVIRONMENT.data_dir) / TURN
    try:
        reports = inspect_apart(content, trust(now), turn=turn, now=now)
    except Busy:
        if same is None:
            raise
        reports = ()
    match = _stored(same, files) if same else _foreign(reports)
    return Compared(match=match, sha256=digest, reports=reports, file=same)


def _stored(same: NaskahFile, files: Sequence[NaskahFile]) -> Match:
    return Match.ISSUED if same.sha256 == files[-1].sha256 else Match.EARLIER


def _foreign(reports: Sequence[SignatureReport]) -> Match:
    if any(report.flaw in _CHANGED for report in reports):
        return Match.CHANGED
    return Match.OTHER_SIGNED if reports else Match.OTHER
