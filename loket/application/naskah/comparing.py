"""Compare a file that somebody holds with those of a naskah, and examine its signatures; nothing of it is kept."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from loket.application.naskah.certified import authority_home
from loket.integrations.esign.apart import Busy, inspect_apart
from loket.integrations.esign.problems import AuthorityMissing
from loket.integrations.esign.reports import Flaw, SignatureReport, Trust
from loket.integrations.esign.roots import UnreadableRoot, roots_in
from loket.models.naskah import NaskahFile

ROOTS = "esign-roots"
"""Directory of authorities that are trusted besides the office's own, beside it in the data directory."""
__all__ = ["Busy", "Compared", "Match", "compare"]

TURN = "cocokkan.lock"
_PDF = b"%PDF-"
_HEAD = 1024
"""PDF readers accept what stands before the mark within so many bytes."""
_CHANGED = {Flaw.ALTERED, Flaw.ADDED_TO, Flaw.UNREADABLE}
"""A changed byte can also make the signature, or the way to it, unreadable."""

log = logging.getLogger(__name__)


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
        reports = inspect_apart(content, _trust(now), turn=turn, now=now)
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


def _trust(now: datetime) -> Trust:
    """Whoever asks makes no authority: where there is none yet, nobody has signed with it."""
    home = authority_home()
    others = _roots(home.directory.with_name(ROOTS))
    try:
        own = home.open().trust(now)
    except AuthorityMissing:
        return Trust(roots=others)
    return Trust(roots=(*own.roots, *others), crls=own.crls)


def _roots(directory: Path) -> tuple[bytes, ...]:
    """A file that the administrator got wrong is for them to hear of, not for a visitor."""
    try:
        return roots_in(directory)
    except UnreadableRoot:
        log.exception("Authorities in %s are not trusted.", directory)
        return ()
