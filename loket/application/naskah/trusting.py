"""The office's own certificate authority, and whom the office believes besides."""

import logging
from datetime import datetime
from pathlib import Path

from django.conf import settings

from loket.integrations.esign.authority import Authority
from loket.integrations.esign.authority_home import AuthorityHome
from loket.integrations.esign.problems import AuthorityMissing, RootsUnreadable
from loket.integrations.esign.reports import Trust
from loket.integrations.esign.roots import UnreadableRoot, roots_in
from loket.models.kantor import Kantor

ROOTS = "esign-roots"
"""Beside the authority's own directory, which is there as a whole or not at all."""

log = logging.getLogger(__name__)


def authority_home() -> AuthorityHome:
    """Where the office's own certificate authority lives, in the data directory."""
    return AuthorityHome(Path(settings.ENVIRONMENT.data_dir) / "esign")


def authority(now: datetime) -> Authority:
    """The office's own certificate authority, made where there is none yet."""
    return authority_home().open_or_make(Kantor.objects.get().nama, now)


def other_roots() -> tuple[bytes, ...]:
    """Whom the office believes besides itself: BSrE, or an outside time-stamp authority. Raises UnreadableRoot."""
    return roots_in(authority_home().directory.with_name(ROOTS))


def strict_roots() -> tuple[bytes, ...]:
    """The same for whoever signs: where they cannot be read nobody is believed. Raises RootsUnreadable."""
    try:
        return other_roots()
    except UnreadableRoot as unreadable:
        raise RootsUnreadable(str(unreadable)) from unreadable


def trust(now: datetime) -> Trust:
    """What an examination of a file is to believe.

    Whoever examines makes no authority: where there is none yet, nobody has signed with it. A file that the
    administrator got wrong is for them to hear of, not for a visitor.
    """
    try:
        others = other_roots()
    except UnreadableRoot:
        log.exception("No other authority is trusted.")
        others = ()
    try:
        own = authority_home().open().trust(now)
    except AuthorityMissing:
        return Trust(roots=others)
    return Trust(roots=(*own.roots, *others), crls=own.crls)
